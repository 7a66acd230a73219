import { headerOf, type RawRequest } from '../http/reply';
import { type Flaw, flawOf, isObject } from '../shape';
import { countCall } from '../state/call-rates';
import type { Merchant } from '../state/parties';
import type { World } from '../state/world';
import { freeProblem, type PayAnswer, problem } from './pay-answer';
import type { PayRoute } from './pay-route';

const UNKNOWN_FIELD = 270924358;
const OPENID_MISSING = 268501013;

export type Checked = { readonly body: unknown } | { readonly refusal: PayAnswer };

/** Checks 6 to 9 of wechat.md 5.2: headers, body, one and the same merchant, address and rate. */
export function checkRequest(world: World, route: PayRoute, request: RawRequest, merchant: Merchant): Checked {
  const header = missingHeader(request, merchant);
  if (header) return { refusal: header };
  const parsed = route.body ? parseBody(route.body, request.body) : bareBody(request.body);
  if ('refusal' in parsed) return parsed;
  const mchid = (isObject(parsed.body) ? parsed.body['mchid'] : undefined) ?? request.query.get('mchid') ?? undefined;
  if (mchid !== undefined && mchid !== merchant.mchid) {
    const detail = { field: '/mchid', value: mchid, issue: '与请求头中的商户号不一致', location: 'body' };
    return { refusal: problem('PARAM_ERROR', { message: '商户号mchid与Authorization中的mchid不一致', detail }) };
  }
  const limit = strangerOrTooMany(world, route, request, merchant);
  return limit ? { refusal: limit } : parsed;
}

function missingHeader(request: RawRequest, merchant: Merchant): PayAnswer | undefined {
  const { looseHeaders, missingHeaderStatus } = merchant.settings;
  if (looseHeaders) return undefined;
  const refuse = (name: string) => freeProblem(missingHeaderStatus, 'PARAM_ERROR', `Http头缺少${name}或其值不被支持`);
  const accept = headerOf(request, 'accept');
  if (!accept || !/(application\/json|\*\/\*|application\/\*)/.test(accept)) return refuse('Accept');
  if (!headerOf(request, 'user-agent')) return refuse('User-Agent');
  const isJson = /^application\/json\b/i.test(headerOf(request, 'content-type') ?? '');
  if (request.body.length > 0 && !isJson) return refuse('Content-Type');
  return undefined;
}

function bareBody(bytes: Buffer): Checked {
  const text = bytes.toString('utf8').trim();
  return text === '' || text === '{}'
    ? { body: undefined }
    : { refusal: problem('PARAM_ERROR', { message: '该接口不接受请求体' }) };
}

function parseBody(shape: NonNullable<PayRoute['body']>, bytes: Buffer): Checked {
  const body = jsonOf(bytes);
  if (body === undefined) return { refusal: problem('PARAM_ERROR', { message: '请求体不是合法的JSON' }) };
  const flaw = flawOf(shape, body);
  return flaw ? { refusal: flawProblem(flaw) } : { body };
}

/** The parsed body; undefined for broken UTF-8 as for broken JSON. */
function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

const ISSUES = {
  missing: '必填字段缺失',
  unknown: '未定义的字段',
  type: '类型错误',
  length: '长度不符合要求',
  pattern: '格式不符合要求',
  range: '数值超出范围',
} as const satisfies Record<Flaw['kind'], string>;

function flawProblem(flaw: Flaw): PayAnswer {
  const issue = ISSUES[flaw.kind];
  const message = `输入源“/body${flaw.field}”校验失败，${issue}`;
  const detail = { field: flaw.field, value: flaw.value ?? null, issue, location: 'body' };
  return problem('PARAM_ERROR', { message, detail, ...internalCodeOf(flaw) });
}

function internalCodeOf(flaw: Flaw): { internalCode?: number } {
  if (flaw.kind === 'unknown') return { internalCode: UNKNOWN_FIELD };
  if (flaw.kind === 'missing' && flaw.field.endsWith('/openid')) return { internalCode: OPENID_MISSING };
  return {};
}

function strangerOrTooMany(
  world: World,
  route: PayRoute,
  request: RawRequest,
  merchant: Merchant,
): PayAnswer | undefined {
  const { ipWhitelist, rateLimits } = merchant.settings;
  if (route.needsKnownIp && ipWhitelist && !ipWhitelist.includes(request.ip)) {
    return problem('INVALID_REQUEST', { message: '此IP地址不允许调用该接口' });
  }
  const limit = rateLimits[route.name];
  if (limit === undefined) return undefined;
  const calls = countCall(world, `${merchant.mchid}|${route.name}`, 1000);
  return calls > limit ? problem('FREQUENCY_LIMITED') : undefined;
}
