import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Route, type RouteSchemas, schemas } from '@fenrun/contracts';
import { isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import type { Tx } from '../db';
import { authorise, mayOpenDemoDoor } from './authorise';
import { type Call, FileAnswer, type OpenCall } from './call';
import type { Caller } from './doorkeeper';
import { type Exchange, sendEmpty, sendJson, sendRefusal } from './exchange';
import { type KeptAnswer, KeyedWrite } from './idempotency';
import { redact } from './redact';
import { type RequestInput, readInput } from './request-input';
import type { HttpSurroundings } from './surroundings';

/** A controller's method, as the edge calls it. */
export type Handler = (input: Pick<RequestInput, 'params' | 'query' | 'body'>, call: OpenCall) => Promise<unknown>;

/**
 * Answers one request of a route: who, may he, what was sent, the controller, the answer. Whatever goes wrong ends as a
 * problem: a refusal with its code, anything thrown as 500 with a number that the log knows.
 */
export async function serve(
  exchange: Exchange,
  route: Route,
  params: unknown,
  handler: Handler,
  own: HttpSurroundings,
): Promise<void> {
  exchange.route = route.id;
  try {
    const refusal = await answer(exchange, route, params, handler, own);
    if (refusal) sendRefusal(exchange, refusal);
  } catch (error) {
    own.log.error('a request failed', {
      requestId: exchange.requestId,
      route: route.id,
      merchantId: exchange.merchantId,
      error,
    });
    sendRefusal(exchange, refuse('internal'));
  }
}

async function answer(
  exchange: Exchange,
  route: Route,
  params: unknown,
  handler: Handler,
  own: HttpSurroundings,
): Promise<Refusal | undefined> {
  if (route.auth === 'demo' && !(own.demo && mayOpenDemoDoor(exchange))) return refuse('not-found');
  const signedIn = route.auth === 'staff' || route.auth === 'member';
  const caller = signedIn ? await authorise(exchange, route, own) : undefined;
  if (isRefusal(caller)) return caller;
  const input = await readInput(exchange, route, params);
  if (isRefusal(input)) return input;
  const open = openCall(exchange, input, own);
  if (!caller) return reply(exchange, route, own, await handler(input, open));
  return answerCaller(exchange, route, input, open, caller, handler, own);
}

async function answerCaller(
  exchange: Exchange,
  route: Route,
  input: RequestInput,
  open: OpenCall,
  caller: Caller,
  handler: Handler,
  own: HttpSurroundings,
): Promise<Refusal | undefined> {
  const keyed = await beginKeyed(exchange, route, input, caller, own);
  if (isRefusal(keyed)) return keyed;
  if (keyed && !(keyed instanceof KeyedWrite)) {
    if (keyed.answer === null) sendEmpty(exchange, keyed.status);
    else sendJson(exchange, keyed.status, keyed.answer);
    return undefined;
  }
  try {
    const repeated = keyed?.committed ?? false;
    const given = await handler(input, signedCall(exchange, route, input, open, caller, keyed, own));
    if (isRefusal(given) || !keyed || given instanceof FileAnswer) return reply(exchange, route, own, given);
    const kept = hide(route, given);
    await keyed.end(own.db, statusOf(route, given), kept);
    return reply(exchange, route, own, repeated ? kept : given);
  } finally {
    keyed?.free();
  }
}

async function beginKeyed(
  exchange: Exchange,
  route: Route,
  input: RequestInput,
  caller: Caller,
  own: HttpSurroundings,
): Promise<KeyedWrite | KeptAnswer | Refusal | undefined> {
  const key = exchange.req.headers['idempotency-key'];
  if (key === undefined || route.method === 'GET' || route.takes === 'csv') return undefined;
  const { method, path } = { method: route.method, path: exchange.path };
  return KeyedWrite.begin(own.db, {
    merchantId: caller.merchant.id,
    actorId: `${caller.actor.kind}:${caller.actor.id}`,
    method,
    path,
    key: String(key),
    body: input.raw,
  });
}

/** A secret that was shown once is not kept. */
function hide(route: Route, given: unknown): unknown {
  return route.hides && typeof given === 'object' ? { ...given, [route.hides]: null } : given;
}

function openCall({ req, res, lang, requestId, ip }: Exchange, input: RequestInput, own: HttpSurroundings): OpenCall {
  return {
    lang,
    now: own.clock.now(),
    requestId,
    ip,
    db: own.db,
    log: own.log,
    header: (name) => {
      const value = req.headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(', ') : value;
    },
    raw: input.raw,
    upload: input.upload,
    setHeader: (name, value) => void res.setHeader(name, value),
  };
}

function signedCall(
  exchange: Exchange,
  route: Route,
  input: RequestInput,
  open: OpenCall,
  caller: Caller,
  keyed: KeyedWrite | undefined,
  own: HttpSurroundings,
): Call {
  let audited = route.auth !== 'staff' || (keyed?.committed ?? false);
  const auditing =
    <T>(work: (tx: Tx) => Promise<T>) =>
    async (tx: Tx) => {
      const made = await work(tx);
      if (!audited && !isRefusal(made))
        await own.doorkeeper.audit(tx, auditNote(exchange, route, input, caller, open.now));
      return made;
    };
  const write = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const made = await (keyed ? keyed.write(own.db, auditing(work)) : own.db.write(auditing(work)));
    audited ||= !isRefusal(made);
    return made;
  };
  const { merchant, actor, sessionId } = caller;
  return { ...open, merchantId: merchant.id, merchant, actor, sessionId, write };
}

function auditNote(exchange: Exchange, route: Route, input: RequestInput, caller: Caller, at: number) {
  const [kind = ''] = route.id.split('.');
  const id = Object.values(input.params as Record<string, string>)[0];
  const reason = (input.body as { reason?: unknown } | undefined)?.reason;
  return {
    merchantId: caller.merchant.id,
    actor: caller.actor,
    action: route.id,
    subject: id === undefined ? null : { kind, id },
    reason: typeof reason === 'string' && reason !== '' ? reason : null,
    details: (redact(input.body ?? {}) ?? {}) as Record<string, unknown>,
    ip: exchange.ip,
    requestId: exchange.requestId,
    at,
  };
}

function statusOf(route: Route, given: unknown): number {
  return given === undefined || route.gives === 'empty' ? 204 : (route.status ?? 200);
}

async function reply(
  exchange: Exchange,
  route: Route,
  own: HttpSurroundings,
  given: unknown,
): Promise<Refusal | undefined> {
  if (isRefusal(given)) return given;
  if (given instanceof FileAnswer) {
    await sendFile(exchange, given);
    return undefined;
  }
  if (own.checkAnswers) checkAnswer(route, given);
  const status = statusOf(route, given);
  if (status === 204) sendEmpty(exchange);
  else sendJson(exchange, status, given);
  return undefined;
}

/** An answer that its own contract would refuse is a broken promise to both faces. */
function checkAnswer(route: Route, given: unknown): void {
  const wanted = schemas[route.id as keyof typeof schemas] as RouteSchemas;
  const checked = wanted.answer.safeParse(given);
  if (!checked.success)
    throw new Error(`${route.id} answers what its contract refuses: ${JSON.stringify(checked.error.issues)}`);
}

async function sendFile({ req, res }: Exchange, file: FileAnswer): Promise<void> {
  res.setHeader('Content-Type', file.type);
  res.setHeader('X-Content-Type-Options', 'nosniff');
  if (!res.hasHeader('Cache-Control')) res.setHeader('Cache-Control', 'no-store');
  if (file.options.name) res.setHeader('Content-Disposition', contentDisposition(file.options.name));
  for (const [name, value] of Object.entries(file.options.headers ?? {})) res.setHeader(name, value);
  res.statusCode = file.options.status ?? 200;
  if (!(file.content instanceof Readable)) return void res.end(req.method === 'HEAD' ? undefined : file.content);
  await pipeline(file.content, res).catch(() => void res.destroy());
}

function contentDisposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
