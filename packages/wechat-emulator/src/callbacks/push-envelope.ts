import { pushSignature, sealPush } from '../crypto/push-cipher';
import type { PushTarget } from '../state/parties';
import { randomBytes, randomText } from '../state/seeded';
import type { World } from '../state/world';
import type { Callback } from './callback';
import type { Envelope } from './pay-envelope';

/** One delivery of a message push, plain or sealed, JSON or XML, as the app's console is set (wechat.md 1.10). */
export function pushEnvelope(world: World, callback: Callback): Envelope {
  const app = world.state().apps[callback.appid];
  if (!app?.push) throw new Error(`The app ${callback.appid} of the callback ${callback.id} has no message push.`);
  const timestamp = String(Math.floor(world.clock.now() / 1000));
  const nonce = randomText(world.state(), 10);
  const query = new URLSearchParams({ signature: pushSignature(app.push.token, timestamp, nonce), timestamp, nonce });
  const message = written(app.push.format, callback.resource);
  const body = app.push.mode === 'safe' ? sealedBody(world, callback, app.push, message, query) : message;
  const contentType = app.push.format === 'json' ? 'application/json' : 'text/xml';
  return {
    url: withQuery(callback.url, query),
    body,
    headers: { 'Content-Type': contentType, 'User-Agent': 'Mozilla/4.0' },
  };
}

/** The address and the echo of the check that the console makes when a push URL is set. */
export function pushCheck(world: World, push: PushTarget): { url: string; echo: string } {
  const timestamp = String(Math.floor(world.clock.now() / 1000));
  const nonce = randomText(world.state(), 10);
  const echo = randomText(world.state(), 19, '0123456789');
  const signature = pushSignature(push.token, timestamp, nonce);
  return { url: withQuery(push.url, new URLSearchParams({ signature, timestamp, nonce, echostr: echo })), echo };
}

function sealedBody(
  world: World,
  callback: Callback,
  push: PushTarget,
  message: string,
  query: URLSearchParams,
): string {
  const sealed = sealPush(message, push.encodingAesKey ?? '', callback.appid, randomBytes(world.state(), 16));
  query.set('encrypt_type', 'aes');
  query.set('msg_signature', pushSignature(push.token, query.get('timestamp') ?? '', query.get('nonce') ?? '', sealed));
  return written(push.format, { ToUserName: callback.resource['ToUserName'], Encrypt: sealed });
}

function written(format: PushTarget['format'], event: Record<string, unknown>): string {
  return format === 'json' ? JSON.stringify(event) : `<xml>${xmlOf(event)}</xml>`;
}

function xmlOf(event: Record<string, unknown>): string {
  return Object.entries(event)
    .map(([name, value]) => `<${name}>${typeof value === 'number' ? value : `<![CDATA[${String(value)}]]>`}</${name}>`)
    .join('');
}

function withQuery(url: string, query: URLSearchParams): string {
  return `${url}${url.includes('?') ? '&' : '?'}${query.toString()}`;
}
