import { forcedToken, stableToken } from '../access-tokens';
import { checkApp } from '../check-app';
import { mpError } from '../mp-answer';
import type { MpRoute } from '../mp-route';

/** `POST /cgi-bin/stable_token` (wechat.md 1.1). A success carries no errcode. */
export const stableTokenRoute: MpRoute = {
  name: 'mp.stable-token',
  method: 'POST',
  path: '/cgi-bin/stable_token',
  needsToken: false,
  handle: ({ world, body, ip }) => {
    if (body['grant_type'] !== 'client_credential') return mpError(world, 40002);
    const app = checkApp(world, body['appid'], body['secret'], ip);
    if (typeof app === 'number') return mpError(world, app);
    const isForced = body['force_refresh'] ?? false;
    if (typeof isForced !== 'boolean') return mpError(world, 47001);
    const token = isForced ? forcedToken(world, app.appid) : stableToken(world, app.appid);
    const expires_in = Math.floor((token.expiresAt - world.clock.now()) / 1000);
    return { json: { access_token: token.token, expires_in } };
  },
};
