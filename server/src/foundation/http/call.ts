import type { Readable } from 'node:stream';
import type { Lang, Role, Route } from '@fenrun/contracts';
import type { Instant, Refusal } from '@fenrun/kernel';
import type { Database, Tx } from '../db';
import type { Log } from '../log';

/** The merchant that a call is about: enough to scope every query and to write its money and times. */
export interface CalledMerchant {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  readonly timezone: string;
  readonly region: string;
}

export interface Actor {
  readonly kind: 'staff' | 'key' | 'member';
  readonly id: string;
  readonly name: string;
  /** Of staff and keys; a member has none. */
  readonly role?: Role;
}

/** What every call carries, signed in or not. */
export interface OpenCall {
  readonly lang: Lang;
  /** Business time; taken once, so that a call happens at one instant. */
  readonly now: Instant;
  readonly requestId: string;
  /** The address of the caller, behind `TRUST_PROXY` proxies. */
  readonly ip: string;
  readonly db: Database;
  readonly log: Log;
  header(name: string): string | undefined;
  /** The bytes of the body, where the route takes them raw or as a picture; otherwise empty. */
  readonly raw: Buffer;
  /** The body as a stream, where the route takes a file of any size. */
  readonly upload: Readable;
  readonly setHeader: (name: string, value: string) => void;
}

/** A call of somebody who is signed in, about one merchant. */
export interface Call extends OpenCall {
  readonly merchantId: string;
  readonly merchant: CalledMerchant;
  readonly actor: Actor;
  /** The session or token that was used; opaque. */
  readonly sessionId: string;
  /**
   * Runs one transaction for this call. The first one also keeps the idempotency key and, for staff and keys, the audit
   * entry, so that they stand or fall with the change. With a repeated key the kept result is answered and `work` does
   * not run: so a result is plain data (ids, rows), and holds no secret.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** The call that the controller of a route gets. */
export type CallFor<R extends Route> = R['auth'] extends 'staff' | 'member' ? Call : OpenCall;

/** An answer that is a file: text, bytes or a stream. */
export class FileAnswer {
  constructor(
    readonly content: Readable | Buffer | string,
    readonly type: string,
    readonly options: {
      readonly name?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly status?: number;
    } = {},
  ) {}
}

/** What a controller may give back. */
export type Reply<Out> = Out | FileAnswer | Refusal;
