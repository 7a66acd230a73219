import type { App } from '../state/parties';
import type { World } from '../state/world';
import type { MpAnswer } from './mp-answer';

/** A call whose token (where one is needed) is valid and whose body (of a POST) is a JSON object. */
export interface MpCall {
  readonly world: World;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  readonly ip: string;
}

export interface MpAppCall extends MpCall {
  /** Whose access token it is. */
  readonly app: App;
}

interface MpRouteHead {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

export type MpRoute =
  | (MpRouteHead & { readonly needsToken: false; readonly handle: (call: MpCall) => MpAnswer })
  | (MpRouteHead & { readonly needsToken: true; readonly handle: (call: MpAppCall) => Promise<MpAnswer> | MpAnswer });

/** An API that is called by POST with an access token, as nearly all are. */
export function apiRoute(
  name: string,
  path: string,
  handle: (call: MpAppCall) => Promise<MpAnswer> | MpAnswer,
): MpRoute {
  return { name, path, method: 'POST', needsToken: true, handle };
}
