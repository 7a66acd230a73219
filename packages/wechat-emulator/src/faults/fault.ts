/** A fault that waits for calls, and the table of what each kind is (wechat.md 5.5). */

export type FaultKind =
  | 'disconnect'
  | 'hang'
  | 'delay'
  | 'drip'
  | 'answer'
  | 'html'
  | 'bad-signature'
  | 'unknown-serial'
  | 'missing-headers'
  | 'skewed-clock'
  | 'truncated'
  | 'empty'
  | 'invalid-json'
  | 'older-state';

export interface Fault {
  id: string;
  endpoint: string;
  kind: FaultKind;
  mchid: string | null;
  /** Calls that pass unharmed before the first strike. */
  passesLeft: number;
  /** Strikes left; null for without end. */
  strikesLeft: number | null;
  probability: number;
  commit: boolean;
  seconds: number | null;
  status: number | null;
  code: string | null;
  message: string | null;
  errcode: number | null;
  struck: number;
}

interface KindOfFault {
  /** Whether the call takes effect before it is struck; `both` lets the test say, and is false if it does not. */
  readonly commit: boolean | 'both';
  readonly payOnly?: true;
}

export const FAULT_KINDS = {
  disconnect: { commit: 'both' },
  hang: { commit: 'both' },
  delay: { commit: true },
  drip: { commit: true },
  answer: { commit: 'both' },
  html: { commit: 'both' },
  'bad-signature': { commit: true, payOnly: true },
  'unknown-serial': { commit: true, payOnly: true },
  'missing-headers': { commit: true, payOnly: true },
  'skewed-clock': { commit: true, payOnly: true },
  truncated: { commit: true },
  empty: { commit: true },
  'invalid-json': { commit: true },
  'older-state': { commit: true, payOnly: true },
} as const satisfies Record<FaultKind, KindOfFault>;
