import { setMaxListeners } from 'node:events';
import { VirtualClock } from '../clock/virtual-clock';
import { Journal } from '../journal/journal';
import type { EmulatorState } from './emulator-state';

/** What every part works on: the state, its clock, the journal. The state is a function, because a restore replaces it. */
export interface World {
  readonly state: () => EmulatorState;
  readonly replaceState: (state: EmulatorState) => void;
  readonly clock: VirtualClock;
  readonly journal: Journal;
  /** `mchid|nonce` → the real instant until which a repeat counts as a replay. */
  readonly nonces: Map<string, number>;
  /** Calls by name within the present window, for the rate limits. */
  readonly rates: Map<string, { window: number; calls: number }>;
  /** Says that the state may have changed: it will be saved, and the agenda looked at. */
  readonly changed: () => void;
  readonly onChange: (listener: () => void) => void;
  /** Aborted when the emulator stops: whatever waits for others gives up and records nothing. */
  readonly closing: AbortController;
}

export function makeWorld(first: EmulatorState, realNow: () => number): World {
  const closing = new AbortController();
  // Every delivery under way listens to it, and there is no telling how many those are.
  setMaxListeners(0, closing.signal);
  let current = first;
  const listeners: (() => void)[] = [];
  const state = () => current;
  const clock = new VirtualClock(() => current.clock, realNow);
  return {
    state,
    replaceState: (next) => {
      current = next;
    },
    clock,
    journal: new Journal(state, () => clock.now()),
    nonces: new Map(),
    rates: new Map(),
    changed: () => {
      for (const listener of listeners) listener();
    },
    onChange: (listener) => listeners.push(listener),
    closing,
  };
}
