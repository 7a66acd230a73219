import type { EmulatorState } from './emulator-state';

const HEX = '0123456789abcdef';
const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The next number in [0, 1) of the state's own stream (mulberry32), so that a snapshot continues where it was. */
export function nextRandom(state: EmulatorState): number {
  state.random = (state.random + 0x6d2b79f5) >>> 0;
  let mixed = state.random;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

export function randomHex(state: EmulatorState, length: number): string {
  return randomText(state, length, HEX);
}

export function randomText(state: EmulatorState, length: number, alphabet = ALPHANUMERIC): string {
  const pick = () => alphabet[Math.floor(nextRandom(state) * alphabet.length)] ?? '';
  return Array.from({ length }, pick).join('');
}

export function randomBytes(state: EmulatorState, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => Math.floor(nextRandom(state) * 256)));
}

/** 1, 2, 3, … for each name. */
export function nextCount(state: EmulatorState, name: string): number {
  const count = (state.counters[name] ?? 0) + 1;
  state.counters[name] = count;
  return count;
}
