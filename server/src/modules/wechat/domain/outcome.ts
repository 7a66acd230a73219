/**
 * What came of a call to WeChat. `refused` is WeChat's own word, well formed; `unknown` is everything that leaves open
 * whether the call took effect (no answer, a 5xx, an answer whose signature does not verify) and is resolved by a query.
 * Source: wechat.md 0 (facts 2 and 3), 2.5 and 5.5.
 */
export type Outcome<T> = Ok<T> | Refused | Unknown;

export interface Ok<T> {
  readonly kind: 'ok';
  readonly value: T;
}

export interface Refused {
  readonly kind: 'refused';
  /** WeChat's code: an errcode as text (`"40029"`) or a code of pay (`"ORDER_NOT_EXIST"`). */
  readonly code: string;
  readonly message: string;
  readonly reaction: Reaction;
  /** HTTP status; of mini-program calls always 200. */
  readonly status: number;
  /** `rid` or `Request-ID`: what WeChat's support asks for. */
  readonly requestId: string | null;
}

export interface Unknown {
  readonly kind: 'unknown';
  /** `timeout`, `unreachable`, `unverified`, `server-error`, `malformed`. */
  readonly reason: UnknownReason;
  readonly detail: string;
}

export type UnknownReason = 'timeout' | 'unreachable' | 'unverified' | 'server-error' | 'malformed';

/**
 * What a refusal asks of us: `again` the same call later; `configuration` a person must look at credentials or rights;
 * `bug` the request itself is wrong; `done` what was asked for holds already; `final` a plain no.
 */
export type Reaction = 'again' | 'configuration' | 'bug' | 'done' | 'final';

export function ok<T>(value: T): Ok<T> {
  return { kind: 'ok', value };
}

export function unknown(reason: UnknownReason, detail: string): Unknown {
  return { kind: 'unknown', reason, detail };
}
