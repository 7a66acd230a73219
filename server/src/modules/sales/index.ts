export { findCustomers } from './commands/find-customers';
export { takeRecorded } from './commands/hand-over';
export { recordReceipts } from './commands/record-receipts';
export { recordRefunds } from './commands/record-refunds';
export { recordSales } from './commands/record-sales';
export { comparablePhone, type ReadingFrame, readRefund, readSale, readTold } from './domain/read-sale';
export type {
  CustomerInput,
  ReceiptInput,
  Recording,
  RefundInput,
  SaleInput,
  SaleLineInput,
} from './domain/sale-input';
export { RECEIPT_RECORDED, REFUND_RECORDED, SALE_RECORDED, TIMELINE } from './events';
export { type CustomerRow, customerTable } from './store/customer.row';
export { type ReceiptRow, receiptTable } from './store/receipt.row';
export { type RefundAsk, type RefundRow, refundTable } from './store/refund.row';
export { SALE_SOURCES, SALE_TYPES, type SaleRow, type SaleSource, type SaleType, saleTable } from './store/sale.row';
export { type SaleLineRow, saleLineTable } from './store/sale-line.row';
export { type DeliveredResult, type WebhookDeliveryRow, webhookDeliveryTable } from './store/webhook-delivery.row';
