import type { BodyOf, Shape } from '../shape';
import type { Merchant } from '../state/parties';
import type { World } from '../state/world';
import type { PayAnswer } from './pay-answer';

/** A call that passed the checks of wechat.md 5.2; only the business rules are left. */
export interface PayCall<Body> {
  readonly world: World;
  readonly merchant: Merchant;
  readonly path: Record<string, string>;
  readonly query: URLSearchParams;
  readonly body: Body;
  /** The request's `Wechatpay-Serial`. */
  readonly keyId: string | undefined;
  readonly ip: string;
  /** A fault asks a query for the state before the last one. */
  readonly isOlder: boolean;
}

export interface PayRoute {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: Shape | undefined;
  /** The transfer product looks at the caller's address. */
  readonly needsKnownIp: boolean;
  readonly handle: (call: PayCall<never>) => PayAnswer;
}

export interface PayRouteWith<S extends Shape> {
  name: string;
  path: string;
  body: S;
  needsKnownIp?: boolean;
  handle: (call: PayCall<BodyOf<S>>) => PayAnswer;
}

/** A POST whose body is checked against the shape before `handle` sees it typed. */
export function postRoute<S extends Shape>(route: PayRouteWith<S>): PayRoute {
  const handle = route.handle as PayRoute['handle'];
  return { method: 'POST', needsKnownIp: false, ...route, handle };
}

export interface PayRouteWithout {
  name: string;
  method?: 'GET' | 'POST';
  path: string;
  needsKnownIp?: boolean;
  handle: (call: PayCall<undefined>) => PayAnswer;
}

/** A call without a body. */
export function bareRoute(route: PayRouteWithout): PayRoute {
  const handle = route.handle as PayRoute['handle'];
  return { method: 'GET', needsKnownIp: false, body: undefined, ...route, handle };
}
