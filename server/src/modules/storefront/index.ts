export { type AskPayment, type AskPaymentRefusal, askPayment, keepPrepay } from './commands/ask-payment';
export { type CheckOut, type CheckOutRefusal, checkOut, type PlacedOrder } from './commands/check-out';
export { claimDue, type DueKey, type DueTable } from './commands/claim-due';
export { closeOrder, notePaymentProblem } from './commands/close-order';
export { type ConfirmReceipt, confirmReceipt } from './commands/confirm-receipt';
export { type AddressDraft, addAddress, removeAddress, saveAddress } from './commands/keep-address';
export { addCategory, removeCategory, saveCategory } from './commands/keep-category';
export {
  addProduct,
  changeStock,
  type KeepProductRefusal,
  type ProductDraft,
  removeProduct,
  saveProduct,
  shelveProducts,
} from './commands/keep-product';
export {
  type MarkedPaid,
  markOrderPaid,
  markPaid,
  type PaymentOwner,
  type PaymentWord,
} from './commands/mark-order-paid';
export { noteRefund, type RequestRefund, type RequestRefundRefusal, requestRefund } from './commands/request-refund';
export { failRefund, type RefundWord, type SettledRefund, settleRefund } from './commands/settle-refund';
export { correctShipment, noteReport, type ShipOrder, shipOrder } from './commands/ship-order';
export { nextLook } from './domain/backoff';
export { CARRIERS, carrierName } from './domain/carriers';
export { mergeLines, priceCart, type WantedLine } from './domain/checkout';
export { PICTURE_BYTES_AT_MOST } from './domain/picture';
export { paidForLine, type ShopRefundAsk } from './domain/refund-share';
export type { ShopOrderStatus } from './domain/shop-order-status';
export { type KeptPicture, openPictureStore, type PictureFile, type PictureStore } from './files/picture-store';
export { AddressesController } from './http/addresses';
export { CategoriesController } from './http/categories';
export { OrdersController } from './http/orders';
export { PicturesController } from './http/pictures';
export { firstPicture, pictureUrl, shopRowView } from './http/product-view';
export { ProductsController } from './http/products';
export { ShipmentsController } from './http/shipments';
export { ShopController } from './http/shop';
export {
  type EarningView,
  type Looking,
  lookingOf,
  type NewOrder,
  type OfferEarnings,
  type Offered,
  type ShopStories,
  STOREFRONT,
  type StorefrontSurroundings,
} from './http/surroundings';
export { dueNow, nextDueInstant } from './queries/due';
export {
  addressesOf,
  memberOrders,
  paymentOf,
  refundOf,
  shipmentOf,
  shopWaiting,
  type WholeOrder,
  wholeOrder,
  wholeOrders,
} from './queries/orders';
export {
  categoriesOf,
  categoryCounts,
  countProducts,
  everyProduct,
  knownSkus,
  listProducts,
  type ProductFilter,
  type ProductPlace,
  productOf,
  productsOf,
  shelfOf,
} from './queries/products';
export type { MemberAddressRow } from './store/member-address.row';
export { type PayRefundRow, payRefundTable } from './store/pay-refund.row';
export type { PaymentRow } from './store/payment.row';
export { type ProductRow, productTable } from './store/product.row';
export { type ProductCategoryRow, productCategoryTable } from './store/product-category.row';
export type { ShipmentRow } from './store/shipment.row';
export { type DeliveryAddress, type ShopOrderRow, shopOrderTable } from './store/shop-order.row';
export type { ShopOrderLineRow } from './store/shop-order-line.row';
