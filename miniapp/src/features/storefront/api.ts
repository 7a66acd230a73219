import type { Out } from '@fenrun/contracts';
import { routes } from '@fenrun/contracts/routes';
import { call } from '@/lib/http';
import type { AddressFields, ProductSort, ShopOrderState } from './model';

export interface ProductFilter {
  words: string;
  category: string | null;
  sort: ProductSort;
  priceFrom: string;
  priceTo: string;
}

const PAGE = 20;

export function readCategories(): Promise<Out<'storefront.shopCategories'>> {
  return call(routes.storefront.shopCategories);
}

export function readProducts(filter: ProductFilter, cursor: string | null): Promise<Out<'storefront.shopProducts'>> {
  const { words, category, sort, priceFrom, priceTo } = filter;
  return call(routes.storefront.shopProducts, {
    query: {
      q: words || undefined,
      category: category ?? undefined,
      sort,
      priceFrom: priceFrom || undefined,
      priceTo: priceTo || undefined,
      limit: PAGE,
      cursor: cursor ?? undefined,
    },
  });
}

export function readProduct(sku: string): Promise<Out<'storefront.shopProduct'>> {
  return call(routes.storefront.shopProduct, { params: { sku } });
}

export interface Wish {
  sku: string;
  quantity: number;
  coupon: string;
}

export function readQuote({ sku, quantity, coupon }: Wish): Promise<Out<'storefront.quote'>> {
  return call(routes.storefront.quote, { body: { items: [{ sku, quantity }], coupon: coupon || null } });
}

export interface Purchase extends Wish {
  address: AddressFields;
  remark: string;
  total: string;
}

export function placeOrder(
  { sku, quantity, coupon, address, remark, total }: Purchase,
  key: string,
): Promise<Out<'storefront.checkOut'>> {
  const { name, phone, region, detail } = address;
  return call(routes.storefront.checkOut, {
    body: {
      items: [{ sku, quantity }],
      coupon: coupon || null,
      address: { name, phone, region, detail },
      remark: remark || null,
      total,
    },
    key,
  });
}

export function readPayParams(id: string, key: string): Promise<Out<'storefront.pay'>> {
  return call(routes.storefront.pay, { params: { id }, key });
}

/** The phone's word is never taken: WeChat Pay is asked how the order stands. */
export function checkPayment(id: string): Promise<Out<'storefront.checkPayment'>> {
  return call(routes.storefront.checkPayment, { params: { id } });
}

export function readOrders(state: ShopOrderState | null, cursor: string | null): Promise<Out<'storefront.shopOrders'>> {
  return call(routes.storefront.shopOrders, {
    query: { state: state ? [state] : undefined, limit: PAGE, cursor: cursor ?? undefined },
  });
}

export function readOrder(id: string): Promise<Out<'storefront.shopOrder'>> {
  return call(routes.storefront.shopOrder, { params: { id } });
}

export function cancelOrder(id: string, key: string): Promise<Out<'storefront.cancelOrder'>> {
  return call(routes.storefront.cancelOrder, { params: { id }, key });
}

export function confirmReceipt(id: string, key: string): Promise<Out<'storefront.confirmReceipt'>> {
  return call(routes.storefront.confirmReceipt, { params: { id }, key });
}

export function readAddresses(): Promise<Out<'storefront.addresses'>> {
  return call(routes.storefront.addresses);
}

export function addAddress(fields: AddressFields, key: string): Promise<Out<'storefront.addAddress'>> {
  return call(routes.storefront.addAddress, { body: { ...fields, isDefault: true }, key });
}
