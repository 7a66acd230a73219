import { nextCount } from '../../state/seeded';
import { mpError } from '../mp-answer';
import { apiRoute } from '../mp-route';

/** `POST /wxa/getuserriskrank` (wechat.md 1.8). The answer's field really is spelled `unoin_id`. */
export const riskRankRoute = apiRoute('mp.risk-rank', '/wxa/getuserriskrank', ({ world, app, body }) => {
  const { appid, openid, scene, client_ip: clientIp } = body;
  if (appid !== app.appid) return mpError(world, 40013);
  const owner = typeof openid === 'string' ? world.state().openids[openid] : undefined;
  const user = owner?.appid === app.appid ? world.state().users[owner.userId] : undefined;
  if (!user) return mpError(world, 40003);
  if (typeof scene !== 'number' || typeof clientIp !== 'string') return mpError(world, 47001);
  if (![0, 1, 2].includes(scene) || clientIp === '') return mpError(world, 40097);
  if (user.riskUnknown) return mpError(world, 61010);
  const unoin_id = nextCount(world.state(), 'risk-rank');
  return { json: { errcode: 0, errmsg: 'getuserriskrank succ', risk_rank: user.riskRank, unoin_id } };
});
