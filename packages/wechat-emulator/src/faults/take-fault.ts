import type { EmulatorState } from '../state/emulator-state';
import { nextRandom } from '../state/seeded';
import type { Fault } from './fault';

/** The fault that strikes this call, if any: the oldest that matches. Every matching call is counted, struck or not. */
export function takeFault(state: EmulatorState, endpoint: string, mchid: string | undefined): Fault | undefined {
  const matching = state.faults.filter((fault) => isAbout(fault, endpoint, mchid));
  const striking = matching.filter((fault) => isDue(state, fault))[0];
  if (!striking) return undefined;
  striking.struck += 1;
  if (striking.strikesLeft !== null) striking.strikesLeft -= 1;
  if (striking.strikesLeft === 0) state.faults = state.faults.filter((fault) => fault !== striking);
  return striking;
}

/** `pay.refund` is meant by itself, by `pay.*` and by `*`. */
export function isAbout(
  fault: Pick<Fault, 'endpoint' | 'mchid'>,
  endpoint: string,
  mchid: string | undefined,
): boolean {
  if (fault.mchid !== null && fault.mchid !== mchid) return false;
  if (fault.endpoint === '*' || fault.endpoint === endpoint) return true;
  return fault.endpoint.endsWith('.*') && endpoint.startsWith(fault.endpoint.slice(0, -1));
}

function isDue(state: EmulatorState, fault: Fault): boolean {
  if (fault.passesLeft > 0) {
    fault.passesLeft -= 1;
    return false;
  }
  return fault.probability >= 1 || nextRandom(state) < fault.probability;
}
