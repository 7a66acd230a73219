import { column, type RowOf, table } from '../../../foundation/db';

/** Whether WeChat was told of a shipment; what it was not told of stays frozen. */
export type ReportState = 'not_needed' | 'waiting' | 'reported' | 'failed';

/** The parcel of an order. */
export const shipmentTable = table(
  'shipment',
  {
    merchantId: column.id(),
    orderNumber: column.outside(),
    carrier: column.text(32),
    trackingNumber: column.text(64),
    shippedAt: column.instant(),
    reported: column.text<ReportState>(16),
    reportedAt: column.orNull(column.instant()),
    problem: column.orNull(column.text(200)),
    tries: column.count(),
    dueAt: column.orNull(column.instant()),
  },
  { primary: ['merchantId', 'orderNumber'], indexes: [['dueAt'], ['merchantId', 'reported', 'shippedAt']] },
);
export type ShipmentRow = RowOf<typeof shipmentTable>;
