import type { IncomingMessage } from 'node:http';

/** The origins whose pages may write by cookie: the public address, and the address that this request was sent to. */
export function isOwnOrigin(req: IncomingMessage, publicUrl: string): boolean {
  const origin = req.headers.origin;
  if (origin === undefined) return !isCrossSite(req);
  return (
    origin === new URL(publicUrl).origin ||
    origin === `http://${req.headers.host}` ||
    origin === `https://${req.headers.host}`
  );
}

/** Browsers that send no Origin may still say that the request comes from elsewhere. */
function isCrossSite(req: IncomingMessage): boolean {
  return req.headers['sec-fetch-site'] === 'cross-site';
}

/** The address of the caller: the connection's, or behind `proxies` trusted ones the entry that the outermost of them added. */
export function addressOf(req: IncomingMessage, proxies: number): string {
  const own = req.socket.remoteAddress ?? '';
  if (proxies === 0) return plainAddress(own);
  const forwarded = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const chain = [...forwarded, own];
  return plainAddress(chain[Math.max(0, chain.length - 1 - proxies)] ?? own).slice(0, 64);
}

function plainAddress(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address;
}

/** The value of a cookie of a request. */
export function cookieOf(req: IncomingMessage, name: string): string | undefined {
  for (const part of (req.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/** The token of an Authorization header of the Bearer scheme. */
export function bearerOf(req: IncomingMessage): string | undefined {
  return /^Bearer ([\x21-\x7e]{8,512})$/i.exec(req.headers.authorization ?? '')?.[1];
}
