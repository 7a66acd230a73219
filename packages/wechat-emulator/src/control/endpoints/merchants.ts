import { anything, type BodyOf, integer, list, object, optional, text } from '../../shape';
import { makePair } from '../../state/make-pair';
import { defaultSettings, type MerchantSettings } from '../../state/merchant-settings';
import type { App, Merchant } from '../../state/parties';
import type { World } from '../../state/world';
import { ControlRefusal, controlBare, controlPost } from '../control-route';
import { configView, pairView } from '../views';
import { readPush } from './push';

const BODY = object({
  name: text(64),
  appid: optional(text(32)),
  secret: optional(text(64)),
  mchid: optional(text(32)),
  apiV3Key: optional(text(32, { min: 32, pattern: /^[\x21-\x7e]+$/ })),
  releasedPages: optional(list(text(256))),
  templates: optional(list(object({ id: text(64), title: text(64), keys: list(text(32), 1) }))),
  ipWhitelist: optional(anything()),
  phoneQuota: optional(anything()),
  push: optional(anything()),
  signMode: optional(text(16, { pattern: /^(PUBKEY|CERT|SWITCHING)$/ })),
  switchingPercent: optional(integer(0, 100)),
  settings: optional(anything()),
});
type Body = BodyOf<typeof BODY>;

/** `GET /control/config`: what a server needs to configure its clients. */
export const config = controlBare('GET', '/control/config', ({ stage, world }) => configView(world, stage.bases()));

/** `POST /control/merchants`: a pair by name, made once; what may change is applied each time. */
export const putMerchant = controlPost('/control/merchants', BODY, async ({ world, body }) => {
  const merchant = await pairByName(world, body.name, body);
  const app = world.state().apps[merchant.appids[0] ?? ''];
  if (!app) throw new Error(`The merchant ${merchant.mchid} has no app.`);
  applyToApp(app, body);
  applyToMerchant(merchant, body);
  return pairView(world, merchant);
});

// Making keys takes a while, and a second call with the same name must not make a second pair meanwhile.
const inMaking = new WeakMap<World, Map<string, Promise<Merchant>>>();

/** The merchant of that name, made if there is none. */
export function pairByName(
  world: World,
  name: string,
  numbers: Parameters<typeof makePair>[2] = {},
): Promise<Merchant> {
  const known = Object.values(world.state().merchants).find((merchant) => merchant.name === name);
  if (known) return Promise.resolve(known);
  const making = inMaking.get(world) ?? new Map<string, Promise<Merchant>>();
  inMaking.set(world, making);
  const begun = making.get(name) ?? makePair(world, name, numbers).finally(() => making.delete(name));
  making.set(name, begun);
  return begun;
}

function applyToApp(app: App, body: Body): void {
  if (body.releasedPages) app.releasedPages = body.releasedPages;
  if (body.templates) app.templates = body.templates;
  if (body.ipWhitelist !== undefined) app.ipWhitelist = readIps(body.ipWhitelist);
  if (body.phoneQuota !== undefined) app.phoneQuota = readQuota(body.phoneQuota);
  if (body.push !== undefined) app.push = readPush(body.push);
}

function applyToMerchant(merchant: Merchant, body: Body): void {
  if (body.signMode) merchant.signMode = body.signMode as Merchant['signMode'];
  if (body.switchingPercent !== undefined) merchant.switchingPercent = body.switchingPercent;
  if (body.settings === undefined) return;
  const given = body.settings as Partial<MerchantSettings>;
  const stranger = Object.keys(given).find((name) => !Object.hasOwn(defaultSettings(), name));
  if (stranger !== undefined) throw new ControlRefusal(400, 'unknown-setting', `There is no setting "${stranger}".`);
  Object.assign(merchant.settings, given);
}

function readIps(value: unknown): string[] | null {
  if (value === null) return null;
  if (Array.isArray(value) && value.every((ip) => typeof ip === 'string')) return value;
  throw new ControlRefusal(400, 'invalid-body', '/ipWhitelist is null or a list of addresses.');
}

function readQuota(value: unknown): number | null {
  if (value === null || (typeof value === 'number' && Number.isInteger(value) && value >= 0)) return value;
  throw new ControlRefusal(400, 'invalid-body', '/phoneQuota is null or a count.');
}
