import { column, type RowOf, table } from '../../../foundation/db';

/** `set_aside`: WeChat says paid, but not by this buyer or not this amount; a person decides. */
export type PaymentState = 'open' | 'paid' | 'closed' | 'set_aside';

/** The one number at WeChat Pay under which an order is paid. Every ask for a prepay repeats these very parameters. */
export const paymentTable = table(
  'payment',
  {
    merchantId: column.id(),
    outTradeNo: column.outside(),
    orderNumber: column.outside(),
    openid: column.text(64),
    amount: column.money(),
    description: column.text(127),
    expiresAt: column.instant(),
    state: column.text<PaymentState>(16),
    /** When a prepay was first asked for; before that WeChat does not know the number. */
    askedAt: column.orNull(column.instant()),
    prepayId: column.orNull(column.text(128)),
    prepayExpiresAt: column.orNull(column.instant()),
    transactionId: column.orNull(column.text(64)),
    queries: column.count(),
    /** When it is to be looked at next; null once nothing is to be done. */
    dueAt: column.orNull(column.instant()),
    problem: column.orNull(column.text(200)),
    createdAt: column.instant(),
  },
  { primary: ['merchantId', 'outTradeNo'], indexes: [['dueAt']] },
);
export type PaymentRow = RowOf<typeof paymentTable>;
