import { reactionTo } from '../domain/mp-errors';
import { type Outcome, ok, type Unknown, unknown } from '../domain/outcome';

/** One call to api.weixin.qq.com. */
export interface MpRequest {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as raw UTF-8 JSON; absent makes it a GET. */
  readonly body?: unknown;
}

/** The body of an answer: JSON where its first byte says so, else bytes. The content type of WeChat is not to be trusted. */
export type MpAnswer = { readonly json: Readonly<Record<string, unknown>> } | { readonly bytes: Buffer };

/** The whole call, slow drips included; there is no partial answer to use. */
export const MP_TIMEOUT_MS = 8_000;

/** A code image is at most a few hundred KB. */
const BYTES_AT_MOST = 8 * 1024 * 1024;

/** Calls and classifies: `errcode` absent or 0 is success, any other is a refusal, everything else is unknown. */
export async function mpCall(base: string, request: MpRequest, timeoutMs = MP_TIMEOUT_MS): Promise<Outcome<MpAnswer>> {
  let status: number;
  let body: Buffer;
  try {
    const response = await fetch(urlOf(base, request), {
      method: request.body === undefined ? 'GET' : 'POST',
      headers: {
        accept: '*/*',
        'user-agent': 'fenrun',
        ...(request.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    status = response.status;
    body = Buffer.from(await response.arrayBuffer());
  } catch (error) {
    return notAnswered(error);
  }
  if (status >= 500) return unknown('server-error', `HTTP ${status}`);
  if (status !== 200 || body.length > BYTES_AT_MOST)
    return unknown('malformed', `HTTP ${status}, ${body.length} bytes`);
  return read(body);
}

function urlOf(base: string, { path, query }: MpRequest): string {
  const url = new URL(path, base);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  return url.toString();
}

function notAnswered(error: unknown): Unknown {
  const name = error instanceof Error ? error.name : '';
  const cause = (error as { cause?: { code?: string; message?: string } }).cause;
  const detail = cause?.code ?? cause?.message ?? name;
  return unknown(name === 'TimeoutError' || name === 'AbortError' ? 'timeout' : 'unreachable', detail);
}

function read(body: Buffer): Outcome<MpAnswer> {
  if (body.length === 0) return unknown('malformed', 'empty body');
  if (body[0] !== 0x7b) return ok({ bytes: body });
  let json: Record<string, unknown>;
  try {
    json = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
  } catch {
    return unknown('malformed', 'JSON that does not parse');
  }
  const errcode = Number(json['errcode'] ?? 0);
  if (errcode === 0) return ok({ json });
  const message = String(json['errmsg'] ?? '');
  const requestId = /rid: (\S+)/.exec(message)?.[1] ?? null;
  return { kind: 'refused', code: String(errcode), message, reaction: reactionTo(errcode), status: 200, requestId };
}
