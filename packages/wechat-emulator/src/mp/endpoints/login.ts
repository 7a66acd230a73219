import { countCall } from '../../state/call-rates';
import { randomBytes } from '../../state/seeded';
import { unionidOf } from '../../state/users';
import { checkApp } from '../check-app';
import { mpError } from '../mp-answer';
import type { MpRoute } from '../mp-route';
import { useCode } from '../phone-codes';

const LOGINS_A_MINUTE = 100;
const MINUTE_MS = 60_000;
const TEXT = { contentType: 'text/plain' };

/** `GET /sns/jscode2session` (wechat.md 1.2). It answers JSON under `text/plain`, as the real one does. */
export const loginRoute: MpRoute = {
  name: 'mp.login',
  method: 'GET',
  path: '/sns/jscode2session',
  needsToken: false,
  handle: ({ world, query, ip }) => {
    const refuse = (errcode: Parameters<typeof mpError>[1]) => ({ ...mpError(world, errcode), ...TEXT });
    if (query.get('grant_type') !== 'authorization_code') return refuse(40002);
    const app = checkApp(world, query.get('appid'), query.get('secret'), ip);
    if (typeof app === 'number') return refuse(app);
    const code = query.get('js_code');
    if (!code) return refuse(41008);
    const user = useCode(world, 'login', app.appid, code);
    if (user === 'unknown') return refuse(40029);
    if (user === 'used') return refuse(40163);
    if (user.highRisk) return refuse(40226);
    if (countCall(world, `login|${user.id}`, MINUTE_MS) > LOGINS_A_MINUTE) return refuse(45011);
    user.seenAt[app.appid] = world.clock.now();
    const session_key = randomBytes(world.state(), 16).toString('base64');
    const unionid = user.hasUnionid ? { unionid: unionidOf(user) } : {};
    return { json: { openid: user.openids[app.appid], session_key, ...unionid }, ...TEXT };
  },
};
