import type { Refusal } from '@fenrun/kernel';
import type { Tx } from '../db';
import type { Actor, CalledMerchant } from './call';

/** Somebody who was let in. */
export interface Caller {
  readonly merchant: CalledMerchant;
  readonly actor: Actor;
  readonly sessionId: string;
  /** How they are known: by a cookie, which a browser sends by itself, or by a token. */
  readonly by: 'cookie' | 'token';
}

export interface Credentials {
  readonly cookie: string | undefined;
  readonly bearer: string | undefined;
}

/** One change by staff or a key, as the audit log keeps it. */
export interface AuditNote {
  readonly merchantId: string;
  readonly actor: Actor;
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string } | null;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly ip: string;
  readonly requestId: string;
  readonly at: number;
}

/** What the edge needs of the room that knows people: who somebody is, and where changes are written down. */
export interface Doorkeeper {
  /** A person of staff by cookie, or a key by token. */
  staff(credentials: Credentials): Promise<Caller | Refusal<'not-signed-in'>>;
  member(credentials: Credentials): Promise<Caller | Refusal<'not-signed-in'>>;
  audit(tx: Tx, note: AuditNote): Promise<void>;
}

export const SESSION_COOKIE = 'fenrun_session';
