import type { App } from '../state/parties';
import type { World } from '../state/world';
import type { MpErrcode } from './mp-answer';

/** The app that proves itself with appid and secret, or the errcode: missing, unknown, wrong, or a strange address. */
export function checkApp(world: World, appid: unknown, secret: unknown, ip: string): App | MpErrcode {
  if (!appid) return 41002;
  if (!secret) return 41004;
  const app = typeof appid === 'string' ? world.state().apps[appid] : undefined;
  if (!app) return 40013;
  if (app.secret !== secret) return 40125;
  return isWelcome(app, ip) ? app : 40164;
}

export function isWelcome(app: App, ip: string): boolean {
  return app.ipWhitelist === null || app.ipWhitelist.includes(ip);
}
