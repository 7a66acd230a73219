import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { isRefusal } from '@fenrun/kernel';
import { findOne } from '../foundation/db';
import type { Installation } from '../installation';
import { allMerchants } from '../modules/identity';
import { type AccountDraft, keepWechatAccount, wechatAccountOf } from '../modules/wechat';
import type { EmulatorControl, EmulatorPair } from './emulator-control';
import { introducePeople } from './people';
import { RELEASED_PAGES } from './released-pages';
import { demoPersonTable } from './store/demo-person.row';

type Place = Pick<Installation, 'db' | 'box' | 'clock' | 'settings'>;

/** New faces whom nobody knows yet: they join, buy and share for the first time. */
const GUESTS = ['苏晚晴', '何书远', '许知夏'];

/**
 * Gives every demo merchant its mini-program and merchant number at the emulator and keeps the credentials here. Safe at every start: what
 * is the same already is left alone.
 */
export async function connectDemoMerchants(place: Place, emulator: EmulatorControl): Promise<void> {
  for (const merchant of await allMerchants(place.db.read)) {
    if (!merchant.isDemo) continue;
    const push = await pushOf(place, merchant);
    const pair = await emulator.merchant({ name: merchant.slug, releasedPages: RELEASED_PAGES, push: push.target });
    await keepPair(place, merchant.id, pair, push.secret);
    await inviteGuests(place, merchant, emulator);
  }
}

type PushSecret = NonNullable<AccountDraft['push']>;

/** The message push as both sides know it: the secrets of before, or new ones; the address may be another at each start. */
async function pushOf(
  { db, box, settings }: Place,
  merchant: { readonly id: string; readonly slug: string },
): Promise<{ target: object; secret: PushSecret }> {
  const known = (await wechatAccountOf(db.read, merchant.id, box))?.push;
  const made = { token: letters(24), encodingAesKey: letters(43) };
  const secret = known?.encodingAesKey ? known : made;
  const url = `${settings.publicUrl}/api/v1/wechat/${merchant.slug}/push`;
  return { target: { url, ...secret, mode: 'safe', format: 'json' }, secret };
}

function letters(count: number): string {
  return randomBytes(count).reduce((text, byte) => text + 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef'[byte % 32], '');
}

async function keepPair(
  { db, box, clock }: Place,
  merchantId: string,
  pair: EmulatorPair,
  push: PushSecret,
): Promise<void> {
  const account = { ...accountOf(pair), push };
  const known = await wechatAccountOf(db.read, merchantId, box);
  const { appid, appSecret, pay } = known ?? {};
  const before = [appid, appSecret, pay, known?.push];
  if (isDeepStrictEqual(before, [account.appid, account.appSecret, account.pay, push])) return;
  const kept = await db.write((tx) => keepWechatAccount(tx, { merchantId, account }, box, clock.now()));
  if (isRefusal(kept)) throw new Error(`the emulator's credentials cannot be used: ${JSON.stringify(kept.errors)}`);
}

function accountOf({ app, merchant }: EmulatorPair): AccountDraft {
  const { mchid, serial, privateKey, apiV3Key, publicKeyId, publicKey, platformSerial, platformCertificate } = merchant;
  const platformKeys = { [publicKeyId]: publicKey, [platformSerial]: platformCertificate };
  const pay = { mchid, serial, privateKey, apiV3Key, platformKeyId: publicKeyId, platformKeys };
  return { appid: app.appid, appSecret: app.secret, envVersion: 'release', push: null, pay };
}

async function inviteGuests(
  place: Place,
  merchant: { readonly id: string; readonly slug: string },
  emulator: EmulatorControl,
): Promise<void> {
  const first = `${merchant.slug}-guest-1`;
  if (await findOne(place.db.read, demoPersonTable, 'merchant_id = ? AND person = ?', [merchant.id, first])) return;
  const guests = GUESTS.map((name, index) => ({
    person: `${merchant.slug}-guest-${index + 1}`,
    name,
    avatar: null,
    position: 10_000 + index,
  }));
  await introducePeople(place, emulator, merchant.id, guests);
}
