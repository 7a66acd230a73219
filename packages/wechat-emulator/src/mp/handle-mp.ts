import type { Fault } from '../faults/fault';
import { strike } from '../faults/strike';
import { takeFault } from '../faults/take-fault';
import { jsonReply, plainHeaders, type RawRequest, type Reply } from '../http/reply';
import type { Happening } from '../journal/journal';
import { isObject } from '../shape';
import type { World } from '../state/world';
import { appidOf } from './access-tokens';
import { isWelcome } from './check-app';
import { freeMpError, type MpAnswer, mpError, textOf } from './mp-answer';
import type { MpCall, MpRoute } from './mp-route';
import { MP_ROUTES } from './mp-routes';

/** One request to api.weixin.qq.com: route, fault, method, token, body, the endpoint, the journal. */
export async function handleMp(world: World, request: RawRequest): Promise<Reply> {
  const route = MP_ROUTES.find((candidate) => candidate.path === request.path);
  if (!route) return unmodelled(world, request);
  const fault = takeFault(world.state(), route.name, undefined);
  const isStruckBefore = fault !== undefined && !fault.commit;
  const worked = isStruckBefore ? undefined : await work(world, route, request);
  const answer = answerOf(world, fault, worked);
  const reply = strike(writeMp(answer, fault), fault);
  const notes = { endpoint: route.name, ...(fault ? { fault: fault.kind } : {}) };
  record(world, request, reply, { ...notes, outcome: outcomeOf(answer) });
  world.changed();
  return reply;
}

async function work(world: World, route: MpRoute, request: RawRequest): Promise<MpAnswer> {
  if (route.method !== request.method) return mpError(world, route.method === 'GET' ? 43001 : 43002);
  const { query, ip } = request;
  const body = route.method === 'POST' ? jsonOf(request.body) : {};
  const call: MpCall = { world, query, body: body ?? {}, ip };
  if (!route.needsToken) return body ? route.handle(call) : mpError(world, 47001);
  const appid = appidOf(world, query.get('access_token'));
  if (typeof appid === 'number') return mpError(world, appid);
  const app = world.state().apps[appid];
  if (!app) return mpError(world, 40001);
  if (!isWelcome(app, ip)) return mpError(world, 40164);
  return body ? route.handle({ ...call, app }) : mpError(world, 47001);
}

function answerOf(world: World, fault: Fault | undefined, worked: MpAnswer | undefined): MpAnswer {
  if (worked && fault?.kind !== 'answer') return worked;
  const errcode = fault?.errcode ?? -1;
  return freeMpError(world, errcode, fault?.message ?? textOf(errcode));
}

function jsonOf(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function writeMp(answer: MpAnswer, fault: Fault | undefined): Reply {
  if ('image' in answer) return { status: 200, headers: { 'Content-Type': 'image/png' }, body: answer.image };
  const reply = jsonReply(200, answer.json, answer.contentType ? { 'Content-Type': answer.contentType } : {});
  return fault?.kind === 'invalid-json' ? { ...reply, body: Buffer.concat([reply.body, Buffer.from('}{"')]) } : reply;
}

function unmodelled(world: World, request: RawRequest): Reply {
  const errmsg = `UNMODELLED: the emulator does not model ${request.method} ${request.path}`;
  const reply = jsonReply(404, { errcode: 404, errmsg });
  record(world, request, reply, { endpoint: 'mp.unmodelled', outcome: 'UNMODELLED', unmodelled: true });
  return reply;
}

function outcomeOf(answer: MpAnswer): string {
  const errcode = 'json' in answer ? (answer.json['errcode'] ?? 0) : 0;
  return errcode === 0 ? 'ok' : String(errcode);
}

function record(
  world: World,
  request: RawRequest,
  reply: Reply,
  notes: Pick<Happening, 'endpoint' | 'outcome' | 'fault' | 'unmodelled'>,
) {
  const isText = reply.headers['Content-Type'] !== 'image/png';
  world.journal.write({
    listener: 'mp',
    method: request.method,
    path: request.url,
    headers: plainHeaders(request.headers),
    body: request.body.toString('utf8'),
    status: reply.status,
    answer: isText ? reply.body.toString('utf8') : `${reply.body.length} bytes of PNG`,
    ...notes,
  });
}
