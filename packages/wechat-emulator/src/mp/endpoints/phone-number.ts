import { mpError, mpSuccess } from '../mp-answer';
import { apiRoute } from '../mp-route';
import { useCode } from '../phone-codes';

/** `POST /wxa/business/getuserphonenumber` (wechat.md 1.3): the code is the button's, not that of `wx.login`. */
export const phoneNumberRoute = apiRoute('mp.phone', '/wxa/business/getuserphonenumber', ({ world, app, body }) => {
  if (body['code'] === undefined || body['code'] === '') return mpError(world, 41008);
  if (typeof body['code'] !== 'string') return mpError(world, 47001);
  const user = useCode(world, 'phone', app.appid, body['code']);
  if (user === 'unknown' || user === 'used' || user.phone === null) return mpError(world, 40029);
  if (body['openid'] !== undefined && body['openid'] !== user.openids[app.appid]) return mpError(world, 40029);
  if (app.phoneQuota !== null) app.phoneQuota = Math.max(0, app.phoneQuota - 1);
  const watermark = { timestamp: Math.floor(world.clock.now() / 1000), appid: app.appid };
  const number = { phoneNumber: user.phone, purePhoneNumber: user.phone, countryCode: '86' };
  return mpSuccess({ phone_info: { ...number, watermark } });
});
