import { createHash } from 'node:crypto';
import { makeCertificate } from '../crypto/certificate';
import { makeKeyPair } from '../crypto/rsa';
import type { EmulatorState } from './emulator-state';
import { defaultSettings } from './merchant-settings';
import type { App, Merchant } from './parties';
import { nextCount, randomHex, randomText } from './seeded';
import { openidFor } from './users';
import type { World } from './world';

const FIRST_MCHID = 1_900_000_000;
const PLATFORM_YEARS_MS = 5 * 365 * 86_400_000;

export interface PairNumbers {
  readonly appid?: string;
  readonly secret?: string;
  readonly mchid?: string;
  readonly apiV3Key?: string;
}

/** A new mini-program with a merchant bound to it, keys and all. Numbers come from counter and seed, RSA keys from neither. */
export async function makePair(world: World, name: string, numbers: PairNumbers): Promise<Merchant> {
  const [keys, publicKey, platformKey] = await Promise.all([makeKeyPair(), makeKeyPair(), makeKeyPair()]);
  const state = world.state();
  const count = nextCount(state, 'merchant');
  const app = newApp(state, numbers);
  const mchid = numbers.mchid ?? String(FIRST_MCHID + count);
  const serial = serialOf(state);
  const platformSerial = serialOf(state);
  const from = world.clock.now() - 86_400_000;
  const dates = { from, until: from + PLATFORM_YEARS_MS };
  const merchant: Merchant = {
    name,
    mchid,
    appids: [app.appid],
    serial,
    keys,
    certificate: makeCertificate({
      serial,
      commonName: mchid,
      organisation: name,
      privateKeyPem: keys.privateKey,
      ...dates,
    }),
    apiV3Key: numbers.apiV3Key ?? randomText(state, 32),
    signMode: 'PUBKEY',
    switchingPercent: 0,
    publicKeyId: `PUB_KEY_ID_01${mchid}${String(count).padStart(16, '0')}`,
    publicKey,
    platformSerial,
    platformKey,
    platformCertificate: makeCertificate({
      serial: platformSerial,
      commonName: 'Tenpay.com Root CA',
      organisation: 'Tenpay.com',
      privateKeyPem: platformKey.privateKey,
      ...dates,
    }),
    settings: defaultSettings(),
    operationUsed: 0,
  };
  state.apps[app.appid] = app;
  state.merchants[mchid] = merchant;
  enrolEverybody(state, app.appid);
  return merchant;
}

function newApp(state: EmulatorState, numbers: PairNumbers): App {
  const appid = numbers.appid ?? `wx${randomHex(state, 16)}`;
  return {
    appid,
    secret: numbers.secret ?? randomHex(state, 32),
    originalId: `gh_${createHash('sha256').update(appid).digest('hex').slice(0, 12)}`,
    releasedPages: [],
    templates: [],
    ipWhitelist: null,
    phoneQuota: null,
    push: null,
  };
}

/** 40 hex digits that begin with a positive, non-zero byte, as WeChat's do. */
function serialOf(state: EmulatorState): string {
  return `5${randomHex(state, 39)}`.toUpperCase();
}

function enrolEverybody(state: EmulatorState, appid: string): void {
  for (const user of Object.values(state.users)) {
    const openid = openidFor(appid, user.id);
    user.openids[appid] = openid;
    state.openids[openid] = { userId: user.id, appid };
  }
}
