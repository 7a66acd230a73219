import { type In, type Lang, type Out, routes } from '@fenrun/contracts';
import { formatInstant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { find } from '../../../foundation/db';
import { type Call, Serves } from '../../../foundation/http';
import { keepChecks, tryWechat } from '../commands/check-wechat';
import { keepWechatAccount } from '../commands/keep-wechat-account';
import type { AccountDraft, PayCredentials, WechatAccount } from '../domain/wechat-account';
import type { Wechat } from '../gateway/wechat';
import { wechatAccountOf } from '../queries/wechat-account-of';
import { type WechatCheckRow, wechatCheckTable } from '../store/wechat-check.row';

const route = routes.wechat;

type Settings = Out<typeof route.settings>;
type Given = In<typeof route.saveSettings>['body'];

export interface WechatSettingsSurroundings {
  readonly wechat: Wechat;
  readonly publicUrl: string;
}

/** The name under which they stand in the container. */
export const WECHAT = 'wechat:surroundings';

/** The merchant's WeChat credentials in the console: put in, never shown again, tried. */
@Controller('/')
export class WechatSettingsController {
  @Inject(WECHAT)
  private readonly own: WechatSettingsSurroundings;

  @Serves(route.settings)
  settings(_: In<typeof route.settings>, call: Call): Promise<Settings> {
    return this.shown(call);
  }

  @Serves(route.saveSettings)
  async saveSettings({ body }: In<typeof route.saveSettings>, call: Call): Promise<Settings | Refusal> {
    const { box } = this.own.wechat;
    const before = await wechatAccountOf(call.db.read, call.merchantId, box);
    const account = draftOf(body, before);
    const saved = await call.write(async (tx) => {
      const kept = await keepWechatAccount(tx, { merchantId: call.merchantId, account }, box, call.now);
      if (isRefusal(kept)) return kept;
      await keepChecks(tx, call.merchantId, []);
      return kept;
    });
    return isRefusal(saved) ? named(saved) : this.shown(call);
  }

  @Serves(route.check)
  async check(_: In<typeof route.check>, call: Call): Promise<Settings | Refusal> {
    const clients = await this.own.wechat.of(call.merchantId);
    if (!clients) return refuse('wechat-not-configured');
    const checks = await tryWechat(clients, call.now);
    await call.write((tx) => keepChecks(tx, call.merchantId, checks));
    return this.shown(call);
  }

  private async shown(call: Call): Promise<Settings> {
    const account = await wechatAccountOf(call.db.read, call.merchantId, this.own.wechat.box);
    const checks = await find(call.db.read, wechatCheckTable, 'merchant_id = ?', [call.merchantId], 'ORDER BY what');
    const base = `${this.own.publicUrl}/api/v1/wechat/${call.merchant.slug}`;
    const pay = account?.pay ?? null;
    return {
      appId: account?.appid ?? null,
      mchId: pay?.mchid ?? null,
      serialNumber: pay?.serial ?? null,
      publicKeyId: pay?.platformKeyId ?? null,
      has: {
        appSecret: account !== undefined,
        privateKey: pay !== null,
        apiV3Key: pay !== null,
        publicKey: pay !== null,
      },
      notifyUrls: { pay: `${base}/pay-notice`, refund: `${base}/refund-notice`, push: `${base}/push` },
      hasPushToken: Boolean(account?.push),
      checks: checks.map((check) => ({
        what: check.what,
        ok: check.isOk,
        text: checkText(check, call.lang),
        at: formatInstant(check.at),
      })),
    };
  }
}

/** A secret that is absent stays as it is. Keys of WeChat that were known before stay known: both are in use while they change. */
function draftOf(given: Given, before: WechatAccount | undefined): AccountDraft {
  return {
    appid: given.appId ?? '',
    appSecret: given.appSecret ?? before?.appSecret ?? '',
    envVersion: before?.envVersion ?? 'release',
    push: pushDraft(given, before),
    pay: given.mchId === null ? null : payDraft(given, given.mchId, before?.pay ?? null),
  };
}

function pushDraft({ pushToken, pushAesKey }: Given, before: WechatAccount | undefined): AccountDraft['push'] {
  const token = pushToken ?? before?.push?.token;
  if (token === undefined) return null;
  const encodingAesKey = pushAesKey ?? before?.push?.encodingAesKey;
  return encodingAesKey === undefined ? { token } : { token, encodingAesKey };
}

function payDraft(given: Given, mchid: string, before: PayCredentials | null): PayCredentials {
  const platformKeyId = given.publicKeyId ?? '';
  const known = before?.mchid === mchid ? before.platformKeys : {};
  return {
    mchid,
    serial: given.serialNumber ?? '',
    privateKey: given.privateKey ?? before?.privateKey ?? '',
    apiV3Key: given.apiV3Key ?? before?.apiV3Key ?? '',
    platformKeyId,
    platformKeys: given.publicKey === undefined ? known : { ...known, [platformKeyId]: given.publicKey },
  };
}

/** The fields of the route for the fields of the credentials. */
const POINTERS: Readonly<Record<string, string>> = {
  '/appid': '/appId',
  '/pay/mchid': '/mchId',
  '/pay/serial': '/serialNumber',
  '/pay/apiV3Key': '/apiV3Key',
  '/pay/privateKey': '/privateKey',
  '/pay/platformKeyId': '/publicKeyId',
  '/push/encodingAesKey': '/pushAesKey',
};

function named(refusal: Refusal): Refusal {
  const errors = refusal.errors?.map(({ pointer }) => ({
    pointer: POINTERS[pointer] ?? (pointer.startsWith('/pay/platformKeys') ? '/publicKey' : pointer),
    code: 'invalid',
  }));
  return refuse(refusal.refused, refusal.facts, errors);
}

const WHAT = {
  login: { zh: '小程序登录', en: 'Mini-program sign-in' },
  pay: { zh: '微信支付', en: 'WeChat Pay' },
  shipping: { zh: '发货信息管理', en: 'Shipping reports' },
} as const;

function checkText({ what, isOk, code }: WechatCheckRow, lang: Lang): string {
  const name = WHAT[what][lang];
  if (isOk) return lang === 'zh' ? `${name}可用` : `${name} works`;
  return lang === 'zh' ? `${name}不可用（微信返回 ${code}）` : `${name} does not work (WeChat says ${code})`;
}
