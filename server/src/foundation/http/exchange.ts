import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Lang } from '@fenrun/contracts';
import type { Refusal } from '@fenrun/kernel';
import { chooseLang } from './languages';
import { addressOf } from './origin';
import { problemOf } from './problem';

/** One request and its response, with what is worked out once for both. */
export interface Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly lang: Lang;
  readonly requestId: string;
  readonly ip: string;
  readonly beganMs: number;
  /** The id of the route that answered, for the log and the figures. */
  route: string | undefined;
  merchantId: string | undefined;
}

const known = new WeakMap<IncomingMessage, Exchange>();

/** The exchange of a request; made on the first asking. */
export function exchangeOf(req: IncomingMessage, res: ServerResponse, trustProxy: number): Exchange {
  const found = known.get(req);
  if (found) return found;
  const url = req.url ?? '/';
  const mark = url.indexOf('?');
  const query = new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1));
  const made: Exchange = {
    req,
    res,
    path: mark < 0 ? url : url.slice(0, mark),
    query,
    lang: chooseLang(query.get('lang'), req.headers['accept-language']),
    requestId: randomUUID(),
    ip: addressOf(req, trustProxy),
    beganMs: performance.now(),
    route: undefined,
    merchantId: undefined,
  };
  known.set(req, made);
  res.setHeader('X-Request-Id', made.requestId);
  return made;
}

/** Answers JSON. Nothing of the API is kept by caches. */
export function sendJson({ res }: Exchange, status: number, value: unknown): void {
  const bytes = Buffer.from(JSON.stringify(value));
  res.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': bytes.length,
    'Cache-Control': 'no-store',
  });
  res.end(bytes);
}

export function sendEmpty({ res }: Exchange, status = 204): void {
  res.writeHead(status, { 'Cache-Control': 'no-store' });
  res.end();
}

/** Answers a refusal as problem+json; `retryAfterSeconds` among its facts becomes the header. */
export function sendRefusal(exchange: Exchange, refusal: Refusal): void {
  const { res, req, lang, requestId } = exchange;
  if (res.headersSent) return void res.destroy();
  const problem = problemOf(refusal, lang, requestId);
  const retryAfter = refusal.facts?.['retryAfterSeconds'];
  const bytes = Buffer.from(JSON.stringify(problem));
  if (retryAfter !== undefined) res.setHeader('Retry-After', String(retryAfter));
  if (!req.complete) res.setHeader('Connection', 'close');
  res.writeHead(problem.status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': bytes.length,
    'Content-Language': lang === 'zh' ? 'zh-CN' : 'en',
    'Cache-Control': 'no-store',
  });
  res.end(bytes);
}
