import { createVerify } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { unseal } from '../../src/crypto/aead';
import { requestMessage } from '../../src/crypto/messages';
import { signMessage } from '../../src/crypto/rsa';
import { type Emulator, type PairView, startEmulator } from '../../src/index';
import { type Inbox, type Letter, openInbox } from './inbox';

export const START = Date.parse('2026-03-01T02:00:00Z');

/** Whatever an endpoint answered: a test reads it as it expects it. */
export type Json = ReturnType<typeof JSON.parse>;

export interface PayReply {
  readonly status: number;
  readonly json: Json;
  readonly headers: Headers;
  readonly text: string;
}

export interface PayAsk {
  readonly headers?: Record<string, string | undefined>;
  readonly nonce?: string;
  readonly timestamp?: number;
  readonly authorization?: string;
  readonly rawBody?: string;
}

/** An emulator, a person, and a merchant's signed client; the clock stands still unless a test moves it. */
export class Stage {
  emulator!: Emulator;
  inbox!: Inbox;
  private nonces = 0;

  get pair(): PairView {
    return this.emulator.config().pairs[0] as PairView;
  }
  get appid(): string {
    return this.pair.app.appid;
  }
  get mchid(): string {
    return this.pair.merchant.mchid;
  }
  get notifyUrl(): string {
    return `${this.inbox.base}/notify`;
  }
  get openid(): string {
    return this.emulator.world.state().users['wei']?.openids[this.appid] ?? '';
  }

  async control(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST'): Promise<Json> {
    const text = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(`${this.emulator.control}/control/${path}`, { method, ...text });
    return answer.json();
  }

  async pay(method: 'GET' | 'POST', url: string, body?: unknown, ask: PayAsk = {}): Promise<PayReply> {
    const text = ask.rawBody ?? (body === undefined ? '' : JSON.stringify(body));
    const headers: Record<string, string> = {
      Authorization: ask.authorization ?? this.authorization(method, url, text, ask),
      Accept: 'application/json',
      'User-Agent': 'test',
      'Wechatpay-Serial': this.pair.merchant.publicKeyId,
      ...(text ? { 'Content-Type': 'application/json' } : {}),
    };
    for (const [name, value] of Object.entries(ask.headers ?? {})) {
      if (value === undefined) delete headers[name];
      else headers[name] = value;
    }
    const answer = await fetch(this.emulator.pay + url, { method, headers, ...(text ? { body: text } : {}) });
    const raw = await answer.text();
    return { status: answer.status, headers: answer.headers, text: raw, json: raw ? JSON.parse(raw) : undefined };
  }

  authorization(method: string, url: string, body: string, ask: PayAsk = {}): string {
    this.nonces += 1;
    const { mchid, serial, privateKey } = this.pair.merchant;
    const timestamp = String(ask.timestamp ?? Math.floor(this.emulator.world.clock.now() / 1000));
    const nonce = ask.nonce ?? `nonce-${this.nonces}`;
    const signature = signMessage(requestMessage(method, url, timestamp, nonce, Buffer.from(body)), privateKey);
    return `WECHATPAY2-SHA256-RSA2048 mchid="${mchid}",nonce_str="${nonce}",signature="${signature}",timestamp="${timestamp}",serial_no="${serial}"`;
  }

  async mp(path: string, body?: unknown, query: Record<string, string> = {}): Promise<Json> {
    const token = await this.token();
    const url = `${this.emulator.mp}${path}?${new URLSearchParams({ access_token: token, ...query })}`;
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body ?? {}) });
    return answer.json();
  }

  async token(): Promise<string> {
    const { appid, secret } = this.pair.app;
    const body = JSON.stringify({ grant_type: 'client_credential', appid, secret });
    const answer = await fetch(`${this.emulator.mp}/cgi-bin/stable_token`, { method: 'POST', body });
    return ((await answer.json()) as Json).access_token;
  }

  prepayBody(more: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      appid: this.appid,
      mchid: this.mchid,
      description: '茉莉花茶',
      out_trade_no: 'T20260301000001',
      notify_url: this.notifyUrl,
      amount: { total: 1000, currency: 'CNY' },
      payer: { openid: this.openid },
      ...more,
    };
  }

  /** The params of `wx.requestPayment`, signed by the merchant. */
  payParams(prepayId: string, more: Record<string, string> = {}): Record<string, string> {
    const timeStamp = String(Math.floor(this.emulator.world.clock.now() / 1000));
    const params = { timeStamp, nonceStr: 'abc', package: `prepay_id=${prepayId}`, signType: 'RSA', ...more };
    const message = `${this.appid}\n${params.timeStamp}\n${params.nonceStr}\n${params.package}\n`;
    return { ...params, paySign: signMessage(message, this.pair.merchant.privateKey), ...more };
  }

  /** An order placed and paid; its notification is due. */
  async paidOrder(outTradeNo = 'T20260301000001', total = 1000): Promise<string> {
    const body = this.prepayBody({ out_trade_no: outTradeNo, amount: { total } });
    const { json } = await this.pay('POST', '/v3/pay/transactions/jsapi', body);
    const params = this.payParams(json.prepay_id);
    const paid = await this.control('pay', { appid: this.appid, user: 'wei', params });
    expect(paid.ok).toBe(true);
    return paid.transactionId;
  }

  settings(settings: Record<string, unknown>): Promise<Json> {
    return this.control('merchants', { name: 'demo', settings });
  }

  advance(seconds: number): Promise<void> {
    return this.emulator.advance(seconds);
  }

  /** A letter's content, after its signature was verified with the public half of what signed it. */
  open(letter: Letter | undefined): Json {
    if (!letter) throw new Error('There is no such letter.');
    expect(this.isSigned(letter)).toBe(true);
    const { resource } = JSON.parse(letter.body) as Json;
    const { apiV3Key } = this.pair.merchant;
    return JSON.parse(unseal(resource.ciphertext, apiV3Key, resource.nonce, resource.associated_data ?? ''));
  }

  isSigned(letter: { headers: Record<string, string>; body: string }): boolean {
    const { publicKeyId, publicKey, platformSerial, platformCertificate } = this.pair.merchant;
    const keys = new Map([
      [publicKeyId, publicKey],
      [platformSerial, platformCertificate],
    ]);
    const header = (name: string) => letter.headers[`wechatpay-${name}`] ?? '';
    const key = keys.get(header('serial'));
    if (!key) return false;
    const message = `${header('timestamp')}\n${header('nonce')}\n${letter.body}\n`;
    return createVerify('RSA-SHA256').update(message).verify(key, header('signature'), 'base64');
  }
}

/** One emulator for a file, empty books for each test. */
export function useStage(): Stage {
  const stage = new Stage();
  let pristine: Json;
  beforeAll(async () => {
    stage.emulator = await startEmulator();
    stage.inbox = await openInbox();
    stage.emulator.world.clock.setRate(0);
    stage.emulator.world.clock.set(START);
    const pages = ['pages/home/index', 'pages/product/index'];
    const templates = [{ id: 'T-PAID', title: '佣金到账提醒', keys: ['thing1', 'amount2', 'time3'] }];
    await stage.control('merchants', { name: 'demo', releasedPages: pages, templates });
    await stage.control('users', { id: 'wei', nickname: '小伟', phone: '13800000001', realName: '王伟' });
    await stage.control('users', { id: 'fang', phone: '13800000002', realName: '李芳', hasUnionid: true });
    pristine = (await stage.control('snapshot', {})).state;
  });
  beforeEach(async () => {
    await stage.control('restore', { state: pristine });
    await stage.control('journal', undefined, 'DELETE');
    stage.inbox.letters.length = 0;
    stage.inbox.answerWith(() => ({ status: 204 }));
  });
  afterAll(async () => {
    await stage.emulator.stop();
    await stage.inbox.close();
  });
  return stage;
}
