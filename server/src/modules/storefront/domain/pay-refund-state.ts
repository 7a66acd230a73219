/**
 * The life of a refund through the pay API. `sending` covers "not sent" and "not answered": the same number is sent or queried
 * again. States never move backward, so a late PROCESSING changes nothing.
 */
export const PAY_REFUND_MOVES = {
  sending: ['processing', 'succeeded', 'abnormal', 'failed'],
  processing: ['succeeded', 'abnormal', 'failed'],
  abnormal: ['succeeded', 'failed'],
  succeeded: [],
  failed: [],
} as const satisfies Record<string, readonly string[]>;

export type PayRefundState = keyof typeof PAY_REFUND_MOVES;

/** The states from which a refund may move to another. */
export function refundStatesBefore(next: PayRefundState): PayRefundState[] {
  const entries = Object.entries(PAY_REFUND_MOVES) as [PayRefundState, readonly string[]][];
  return entries.filter(([, moves]) => moves.includes(next)).map(([state]) => state);
}
