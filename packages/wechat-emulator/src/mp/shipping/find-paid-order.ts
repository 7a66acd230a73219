import { bookKey, type Order } from '../../state/books';
import type { EmulatorState } from '../../state/emulator-state';

export interface OrderNumber {
  readonly transactionId: string | undefined;
  readonly mchid: string | undefined;
  readonly outTradeNo: string | undefined;
}

/** A paid order of the app, by WeChat's number or by the merchant's two. */
export function findPaidOrder(state: EmulatorState, appid: string, number: OrderNumber): Order | undefined {
  const key =
    number.transactionId === undefined
      ? bookKey(number.mchid ?? '', number.outTradeNo ?? '')
      : (state.transactions[number.transactionId] ?? '');
  const order = state.orders[key];
  return order && order.appid === appid && order.paidAt !== null ? order : undefined;
}
