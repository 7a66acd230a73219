/** The lane of the outbox that the merchant's timeline works, in order. */
export const TIMELINE = 'timeline';

export const SALE_RECORDED = 'sale-recorded';
export const REFUND_RECORDED = 'refund-recorded';
export const RECEIPT_RECORDED = 'receipt-recorded';
