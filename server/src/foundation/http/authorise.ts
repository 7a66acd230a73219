import { type Route, roleMay } from '@fenrun/contracts';
import { isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { type Caller, SESSION_COOKIE } from './doorkeeper';
import type { Exchange } from './exchange';
import { bearerOf, cookieOf, isOwnOrigin } from './origin';
import type { HttpSurroundings } from './surroundings';

/** Who calls a route that wants somebody, and whether he may. */
export async function authorise(exchange: Exchange, route: Route, own: HttpSurroundings): Promise<Caller | Refusal> {
  const { req } = exchange;
  const credentials = { cookie: cookieOf(req, SESSION_COOKIE), bearer: bearerOf(req) };
  const caller = await (route.auth === 'staff'
    ? own.doorkeeper.staff(credentials)
    : own.doorkeeper.member(credentials));
  if (isRefusal(caller)) return caller;
  exchange.merchantId = caller.merchant.id;
  if (caller.by === 'cookie' && route.method !== 'GET' && !isOwnOrigin(req, own.publicUrl))
    return refuse('foreign-origin');
  if (route.auth === 'member') return caller;
  if (!route.may) return caller.actor.kind === 'staff' ? caller : refuse('not-allowed');
  return caller.actor.role && roleMay(caller.actor.role, route.may) ? caller : refuse('not-allowed');
}

/** The demo's doors: for this machine, by JSON, from no other site's page. */
export function mayOpenDemoDoor({ req }: Exchange): boolean {
  const host = (req.headers.host ?? '').replace(/:\d+$/, '');
  const loopback = host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
  const { origin } = req.headers;
  const foreign = origin !== undefined && origin !== `http://${req.headers.host}`;
  return loopback && !foreign && req.headers['sec-fetch-site'] !== 'cross-site';
}
