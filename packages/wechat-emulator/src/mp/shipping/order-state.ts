import type { Order } from '../../state/books';
import type { EmulatorState } from '../../state/emulator-state';

/** How long a confirmed receipt shows as such before it shows as awaiting settlement. */
const RECEIPT_SHOWN_MS = 3_600_000;

/** 1 to ship, 2 shipped, 3 receipt confirmed, 4 completed, 5 refunded, 6 awaiting settlement (wechat.md 1.9). */
export type ShippingState = 1 | 2 | 3 | 4 | 5 | 6;

export function shippingState(state: EmulatorState, order: Order, now: number): ShippingState {
  if (refundedOf(state, order) >= order.total) return 5;
  const received = order.shipping?.received;
  if (received && now < received.at + RECEIPT_SHOWN_MS) return 3;
  if (received) return order.settledAt === null ? 6 : 4;
  return order.shipping?.isFinished ? 2 : 1;
}

/** Fen refunded, or on the way back. */
function refundedOf(state: EmulatorState, order: Order): number {
  const ofOrder = Object.values(state.refunds).filter(
    (refund) => refund.mchid === order.mchid && refund.outTradeNo === order.outTradeNo && refund.status !== 'CLOSED',
  );
  return ofOrder.reduce((sum, refund) => sum + refund.amount, 0);
}
