import type { Fault } from '../faults/fault';
import { strike } from '../faults/strike';
import { takeFault } from '../faults/take-fault';
import { matchPath } from '../http/path-template';
import { headerOf, jsonReply, plainHeaders, type RawRequest, type Reply } from '../http/reply';
import type { Happening } from '../journal/journal';
import type { World } from '../state/world';
import { type Authorised, authorise, claimedMchid } from './authorise';
import { checkRequest } from './check-request';
import { freeProblem, type PayAnswer } from './pay-answer';
import type { PayRoute } from './pay-route';
import { PAY_ROUTES } from './pay-routes';
import { writeAnswer } from './write-answer';

/** One request to api.mch.weixin.qq.com: route, fault, the checks of wechat.md 5.2, the endpoint, the signature, the journal. */
export function handlePay(world: World, request: RawRequest): Reply {
  const found = findRoute(request);
  if (!found) return unmodelled(world, request);
  const mchid = claimedMchid(request);
  const fault = takeFault(world.state(), found.route.name, mchid);
  const isStruckBefore = fault !== undefined && !fault.commit;
  const worked = isStruckBefore ? undefined : work(world, found, request, fault);
  const answer = answerOf(fault, worked?.answer);
  const merchant = worked?.authorised.merchant ?? world.state().merchants[mchid ?? ''];
  const keyId = headerOf(request, 'wechatpay-serial');
  const reply = strike(writeAnswer(world, answer, { merchant, keyId, fault }), fault);
  const journal = {
    endpoint: found.route.name,
    ...signatureNotes(worked?.authorised),
    ...(fault ? { fault: fault.kind } : {}),
  };
  record(world, request, reply, { ...journal, outcome: outcomeOf(answer) });
  world.changed();
  return reply;
}

interface Found {
  readonly route: PayRoute;
  readonly path: Record<string, string>;
}

function findRoute(request: RawRequest): Found | undefined {
  for (const route of PAY_ROUTES) {
    const path = route.method === request.method ? matchPath(route.path, request.path) : undefined;
    if (path) return { route, path };
  }
  return undefined;
}

function work(world: World, found: Found, request: RawRequest, fault: Fault | undefined) {
  const authorised = authorise(world, request);
  const { merchant, refusal } = authorised;
  if (!merchant || refusal) return { authorised, answer: refusal };
  const checked = checkRequest(world, found.route, request, merchant);
  if ('refusal' in checked) return { authorised, answer: checked.refusal };
  const answer = found.route.handle({
    world,
    merchant,
    path: found.path,
    query: request.query,
    body: checked.body as never,
    keyId: headerOf(request, 'wechatpay-serial'),
    ip: request.ip,
    isOlder: fault?.kind === 'older-state',
  });
  return { authorised, answer };
}

/** An `answer` fault speaks instead of the endpoint, whether that worked or not. */
function answerOf(fault: Fault | undefined, worked: PayAnswer | undefined): PayAnswer {
  if (fault?.kind === 'answer' || !worked) {
    return freeProblem(fault?.status ?? 500, fault?.code ?? 'SYSTEM_ERROR', fault?.message ?? '系统异常，请稍后重试');
  }
  return worked;
}

function unmodelled(world: World, request: RawRequest): Reply {
  const reply = jsonReply(404, {
    code: 'UNMODELLED',
    message: `The emulator does not model ${request.method} ${request.path}.`,
  });
  record(world, request, reply, { endpoint: 'pay.unmodelled', outcome: 'UNMODELLED', unmodelled: true });
  return reply;
}

function signatureNotes(authorised: Authorised | undefined): Pick<Happening, 'signature' | 'nonceReplayed'> {
  if (!authorised) return {};
  return { signature: authorised.signature, ...(authorised.nonceReplayed ? { nonceReplayed: true } : {}) };
}

function outcomeOf(answer: PayAnswer): string {
  return answer.status < 400 ? 'ok' : String(answer.body?.['code']);
}

type Notes = Pick<Happening, 'endpoint' | 'outcome' | 'signature' | 'nonceReplayed' | 'fault' | 'unmodelled'>;

function record(world: World, request: RawRequest, reply: Reply, notes: Notes): void {
  world.journal.write({
    listener: 'pay',
    method: request.method,
    path: request.url,
    headers: plainHeaders(request.headers),
    body: request.body.toString('utf8'),
    status: reply.status,
    answer: reply.body.toString('utf8'),
    ...notes,
  });
}
