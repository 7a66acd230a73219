import { plainToken } from '../access-tokens';
import { checkApp } from '../check-app';
import { mpError } from '../mp-answer';
import type { MpRoute } from '../mp-route';

/** `GET /cgi-bin/token`, the old way: every call issues a new token (wechat.md 1.1). */
export const plainTokenRoute: MpRoute = {
  name: 'mp.token',
  method: 'GET',
  path: '/cgi-bin/token',
  needsToken: false,
  handle: ({ world, query, ip }) => {
    if (query.get('grant_type') !== 'client_credential') return mpError(world, 40002);
    const app = checkApp(world, query.get('appid'), query.get('secret'), ip);
    if (typeof app === 'number') return mpError(world, app);
    const token = plainToken(world, app.appid);
    return {
      json: { access_token: token.token, expires_in: Math.floor((token.expiresAt - world.clock.now()) / 1000) },
    };
  },
};
