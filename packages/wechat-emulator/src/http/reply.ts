import type { IncomingHttpHeaders } from 'node:http';

/** A request as it stood on the wire: the body's bytes are kept, because signatures are over them. */
export interface RawRequest {
  readonly method: string;
  /** Path and query exactly as sent. */
  readonly url: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly ip: string;
}

/** How the bytes go out when a fault says so; seconds are real. */
export interface Wire {
  readonly kind: 'disconnect' | 'hang' | 'delay' | 'drip' | 'truncated';
  readonly seconds: number | null;
}

export interface Reply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
  readonly wire?: Wire;
}

export type HandleRequest = (request: RawRequest) => Promise<Reply> | Reply;

/** Headers with one text each, for the journal. */
export function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<string, string>;
}

/** One header's text; undefined where it is absent or empty. */
export function headerOf(request: RawRequest, name: string): string | undefined {
  const value = request.headers[name.toLowerCase()];
  return (Array.isArray(value) ? value[0] : value) || undefined;
}

export function jsonReply(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  const body = Buffer.from(JSON.stringify(value));
  return { status, body, headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers } };
}
