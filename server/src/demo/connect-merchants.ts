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

type Place = Pick<Installation, 'db' | 'box' | 'clock'>;

/** New faces whom nobody knows yet: they join, buy and share for the first time. */
const GUESTS = ['苏晚晴', '何书远', '许知夏'];

/**
 * Gives every demo merchant its mini-program and merchant number at the emulator and keeps the credentials here. Safe at every start: what
 * is the same already is left alone.
 */
export async function connectDemoMerchants(place: Place, emulator: EmulatorControl): Promise<void> {
  for (const merchant of await allMerchants(place.db.read)) {
    if (!merchant.isDemo) continue;
    const pair = await emulator.merchant({ name: merchant.slug, releasedPages: RELEASED_PAGES });
    await keepPair(place, merchant.id, pair);
    await inviteGuests(place, merchant, emulator);
  }
}

async function keepPair({ db, box, clock }: Place, merchantId: string, pair: EmulatorPair): Promise<void> {
  const account = accountOf(pair);
  const known = await wechatAccountOf(db.read, merchantId, box);
  const { appid, appSecret, pay } = known ?? {};
  if (isDeepStrictEqual([appid, appSecret, pay], [account.appid, account.appSecret, account.pay])) return;
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
