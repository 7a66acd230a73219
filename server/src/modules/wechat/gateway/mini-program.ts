import { TOKEN_CODES } from '../domain/mp-errors';
import type { Outcome } from '../domain/outcome';
import { ok, unknown } from '../domain/outcome';
import type { WechatAccount } from '../domain/wechat-account';
import { type MpAnswer, type MpRequest, mpCall } from './mp-call';
import type { TokenKeeper } from './token-keeper';

/** Who `wx.login` says it is. The session key never leaves the server. */
export interface WechatIdentity {
  readonly openid: string;
  readonly unionid: string | null;
}

export interface PhoneNumber {
  /** Without the country's prefix. */
  readonly phone: string;
  readonly countryCode: string;
}

export interface CodeImageAsk {
  /** 1–32 visible characters; a share code. */
  readonly scene: string;
  /** Without a leading slash. */
  readonly page: string;
  /** 280–1280 pixels. */
  readonly width?: number;
}

export interface CodeImage {
  readonly bytes: Buffer;
  readonly type: 'image/png' | 'image/jpeg';
}

export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  readonly page?: string | undefined;
  readonly data: Readonly<Record<string, string>>;
}

/** The server APIs of one merchant's mini-program. Source: wechat.md 1. */
export interface MiniProgram {
  readonly appid: string;
  signIn(code: string): Promise<Outcome<WechatIdentity>>;
  phoneNumber(code: string): Promise<Outcome<PhoneNumber>>;
  codeImage(ask: CodeImageAsk): Promise<Outcome<CodeImage>>;
  sendSubscribeMessage(message: SubscribeMessage): Promise<Outcome<null>>;
  /** Any other JSON call with a token, for the calls that have a file of their own. */
  call(request: MpRequest): Promise<Outcome<Readonly<Record<string, unknown>>>>;
}

/** How often a busy WeChat (-1) is asked again within one call, and the first pause; it doubles. */
const BUSY_TRIES = 3;
const BUSY_PAUSE_MS = 200;

export function miniProgram(account: WechatAccount, tokens: TokenKeeper, apiBase: string): MiniProgram {
  const withToken = (request: MpRequest) => callWithToken(account, tokens, apiBase, request);
  const call: MiniProgram['call'] = async (request) => jsonOf(await withToken(request));
  return {
    appid: account.appid,
    call,
    signIn: (code) => signIn(account, apiBase, code),
    phoneNumber: async (code) => phoneOf(await call({ path: '/wxa/business/getuserphonenumber', body: { code } })),
    codeImage: async (ask) =>
      imageOf(await withToken({ path: '/wxa/getwxacodeunlimit', body: codeBody(account, ask) })),
    sendSubscribeMessage: async (message) => {
      const sent = await call({ path: '/cgi-bin/message/subscribe/send', body: messageBody(account, message) });
      return sent.kind === 'ok' ? ok(null) : sent;
    },
  };
}

/** Adds the token; a token that WeChat no longer takes is dropped, fetched anew and the call replayed, once. */
async function callWithToken(
  account: WechatAccount,
  tokens: TokenKeeper,
  apiBase: string,
  request: MpRequest,
): Promise<Outcome<MpAnswer>> {
  let outcome: Outcome<MpAnswer> = unknown('malformed', 'not called');
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const held = await tokens.token(account);
    if (held.kind !== 'ok') return held;
    outcome = await patiently(() =>
      mpCall(apiBase, { ...request, query: { ...request.query, access_token: held.value.token } }),
    );
    if (outcome.kind !== 'refused' || !TOKEN_CODES.has(Number(outcome.code))) return outcome;
    await tokens.drop(account, held.value);
  }
  return outcome;
}

/** Asks again when WeChat says that it is busy, with pauses, at most three times. */
async function patiently(call: () => Promise<Outcome<MpAnswer>>): Promise<Outcome<MpAnswer>> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await call();
    if (outcome.kind !== 'refused' || outcome.code !== '-1' || attempt >= BUSY_TRIES) return outcome;
    await new Promise((resolve) => setTimeout(resolve, BUSY_PAUSE_MS * 2 ** (attempt - 1)));
  }
}

/** A code is single use, so an unanswered sign-in is not repeated: the phone asks `wx.login` for another code. */
async function signIn(account: WechatAccount, apiBase: string, code: string): Promise<Outcome<WechatIdentity>> {
  const query = { appid: account.appid, secret: account.appSecret, js_code: code, grant_type: 'authorization_code' };
  const outcome = jsonOf(await patiently(() => mpCall(apiBase, { path: '/sns/jscode2session', query })));
  if (outcome.kind !== 'ok') return outcome;
  const { openid, unionid } = outcome.value;
  if (typeof openid !== 'string' || openid.length === 0 || openid.length > 64) return unknown('malformed', 'no openid');
  return ok({ openid, unionid: typeof unionid === 'string' && unionid.length > 0 ? unionid : null });
}

function jsonOf(outcome: Outcome<MpAnswer>): Outcome<Readonly<Record<string, unknown>>> {
  if (outcome.kind !== 'ok') return outcome;
  return 'json' in outcome.value ? ok(outcome.value.json) : unknown('malformed', 'an answer that is not JSON');
}

function phoneOf(outcome: Outcome<Readonly<Record<string, unknown>>>): Outcome<PhoneNumber> {
  if (outcome.kind !== 'ok') return outcome;
  const found = outcome.value['phone_info'] as Record<string, unknown> | undefined;
  const phone = found?.['purePhoneNumber'] ?? found?.['phoneNumber'];
  if (typeof phone !== 'string' || !/^[0-9+]{5,20}$/.test(phone)) return unknown('malformed', 'no phone number');
  // Declared a string, seen as a number.
  return ok({ phone, countryCode: String(found?.['countryCode'] ?? '86') });
}

function codeBody(account: WechatAccount, { scene, page, width }: CodeImageAsk): object {
  const checks = account.envVersion === 'release';
  return { scene, page, width: width ?? 430, env_version: account.envVersion, check_path: checks };
}

/** JPEG or PNG, by its first bytes. Anything else is not stored as a picture. */
function imageOf(outcome: Outcome<MpAnswer>): Outcome<CodeImage> {
  if (outcome.kind !== 'ok') return outcome;
  if ('json' in outcome.value) return unknown('malformed', 'JSON without an errcode where a picture was expected');
  const { bytes } = outcome.value;
  if (bytes.subarray(0, 8).equals(PNG)) return ok({ bytes, type: 'image/png' });
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return ok({ bytes, type: 'image/jpeg' });
  return unknown('malformed', 'bytes that are no picture');
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const STATE_OF = { release: 'formal', trial: 'trial', develop: 'developer' } as const;

function messageBody(account: WechatAccount, { openid, templateId, page, data }: SubscribeMessage): object {
  const values = Object.entries(data).map(([key, value]) => [key, { value: keywordValue(key, value) }]);
  return {
    touser: openid,
    template_id: templateId,
    ...(page ? { page } : {}),
    data: Object.fromEntries(values),
    miniprogram_state: STATE_OF[account.envVersion],
    lang: 'zh_CN',
  };
}

/** How long a keyword of each kind may be, in characters. Source: wechat.md 1.6. */
const KEYWORD_LENGTHS: Readonly<Record<string, number>> = {
  thing: 20,
  name: 10,
  phrase: 5,
  character_string: 32,
  letter: 32,
  number: 32,
  symbol: 5,
};

/** A value that WeChat takes: no line breaks, cut by code points to the kind's length, never empty. */
export function keywordValue(key: string, value: string): string {
  const kind = key.replace(/\d+$/, '');
  const characters = [...value.replace(/\s+/g, ' ').trim()];
  return characters.slice(0, KEYWORD_LENGTHS[kind] ?? 64).join('') || '-';
}
