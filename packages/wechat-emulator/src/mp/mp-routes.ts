import { codeImageRoute } from './endpoints/code-image';
import { loginRoute } from './endpoints/login';
import { phoneNumberRoute } from './endpoints/phone-number';
import { plainTokenRoute } from './endpoints/plain-token';
import { riskRankRoute } from './endpoints/risk-rank';
import { shippingOrderRoute } from './endpoints/shipping-order';
import { shippingRemindRoute } from './endpoints/shipping-remind';
import { shippingUploadRoute } from './endpoints/shipping-upload';
import { stableTokenRoute } from './endpoints/stable-token';
import { subscribeSendRoute } from './endpoints/subscribe-send';
import { textCheckRoute } from './endpoints/text-check';
import type { MpRoute } from './mp-route';

/** Every modelled call of api.weixin.qq.com. */
export const MP_ROUTES: readonly MpRoute[] = [
  stableTokenRoute,
  plainTokenRoute,
  loginRoute,
  phoneNumberRoute,
  codeImageRoute,
  subscribeSendRoute,
  textCheckRoute,
  riskRankRoute,
  shippingUploadRoute,
  shippingOrderRoute,
  shippingRemindRoute,
];
