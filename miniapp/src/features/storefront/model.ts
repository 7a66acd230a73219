import type { Out } from '@fenrun/contracts';

export type ShopProductRow = Out<'storefront.shopProducts'>['data'][number];
export type ShopProduct = Out<'storefront.shopProduct'>;
export type Category = Out<'storefront.shopCategories'>['data'][number];
export type Quote = Out<'storefront.quote'>;
export type ShopOrderRow = Out<'storefront.shopOrders'>['data'][number];
export type ShopOrder = Out<'storefront.shopOrder'>;
export type Address = Out<'storefront.addresses'>['data'][number];
export type AddressFields = Omit<Address, 'id' | 'isDefault'>;
export type ShopOrderState = ShopOrder['state'];
export type ProductSort = 'recommended' | 'earning' | 'selling' | 'newest';

/** A product as something to share. */
export function subjectOf({ sku, name, image, earn }: Pick<ShopProductRow, 'sku' | 'name' | 'image' | 'earn'>) {
  return { sku, name, image, earn: earn?.amount ?? null };
}
