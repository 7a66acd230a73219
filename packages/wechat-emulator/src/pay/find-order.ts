import { bookKey, type Order } from '../state/books';
import type { EmulatorState } from '../state/emulator-state';

export function orderByNumber(state: EmulatorState, mchid: string, outTradeNo: string): Order | undefined {
  return state.orders[bookKey(mchid, outTradeNo)];
}

/** By WeChat's own number, which only a paid order has; another merchant's is as unknown as any. */
export function orderByTransaction(state: EmulatorState, mchid: string, transactionId: string): Order | undefined {
  const order = state.orders[state.transactions[transactionId] ?? ''];
  return order?.mchid === mchid ? order : undefined;
}
