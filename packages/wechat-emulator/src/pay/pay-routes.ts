import { certificates } from './endpoints/certificates';
import { closeOrder } from './endpoints/close-order';
import { orderQueryById, orderQueryByNumber } from './endpoints/order-query';
import { prepay } from './endpoints/prepay';
import { refund } from './endpoints/refund';
import { refundQuery } from './endpoints/refund-query';
import { transferCancel } from './endpoints/transfer-cancel';
import { transferCreate } from './endpoints/transfer-create';
import { transferQueryById, transferQueryByNumber } from './endpoints/transfer-query';
import type { PayRoute } from './pay-route';

/** Every modelled call of api.mch.weixin.qq.com. */
export const PAY_ROUTES: readonly PayRoute[] = [
  prepay,
  orderQueryByNumber,
  orderQueryById,
  closeOrder,
  refund,
  refundQuery,
  transferCreate,
  transferQueryByNumber,
  transferQueryById,
  transferCancel,
  certificates,
];
