/** A notification or message push on its way to the server under test. Instants are epoch ms. */

export type CallbackModeName =
  | 'signtest'
  | 'bad-signature'
  | 'missing-headers'
  | 'wrong-serial'
  | 'stale-timestamp'
  | 'future-timestamp'
  | 'tampered-ciphertext'
  | 'wrong-api-key'
  | 'empty-aad'
  | 'absent-aad'
  | 'unknown-event-type'
  | 'extra-fields'
  | 'different-amount'
  | 'other-mchid'
  | 'fresh-id'
  | 'lose'
  | 'hold'
  | 'delay'
  | 'duplicate';

/** A mode that waits for callbacks to come. */
export interface CallbackMode {
  id: string;
  mode: CallbackModeName;
  event: string;
  mchid: string | null;
  /** How many callbacks still take it; null for every one. */
  callbacksLeft: number | null;
  /** How many of a callback's first attempts it changes; 0 for every one. */
  attempts: number;
  seconds: number;
  count: number;
}

export interface AppliedMode {
  mode: CallbackModeName;
  attempts: number;
  seconds: number;
  count: number;
}

export type AttemptOutcome = 'accepted' | 'refused' | 'timeout' | 'unreachable' | 'redirect' | 'lost';

export interface Attempt {
  at: number;
  status: number;
  outcome: AttemptOutcome;
  modes: CallbackModeName[];
  isManual: boolean;
}

export interface Callback {
  id: string;
  /** `pay` is signed and encrypted by APIv3; `push` is the mini-program's message push. */
  channel: 'pay' | 'push';
  event: string;
  mchid: string;
  appid: string;
  subject: string;
  url: string;
  summary: string;
  originalType: string;
  associatedData: string;
  resource: Record<string, unknown>;
  state: 'pending' | 'delivered' | 'exhausted' | 'dropped';
  isHeld: boolean;
  modes: AppliedMode[];
  attempts: Attempt[];
  scheduledAttempts: number;
  madeAt: number;
  dueAt: number | null;
}
