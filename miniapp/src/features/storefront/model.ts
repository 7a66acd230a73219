import type { Out } from '@fenrun/contracts';

export type ShopProductRow = Out<'storefront.shopProducts'>['data'][number];
export type ShopProduct = Out<'storefront.shopProduct'>;
export type Category = Out<'storefront.shopCategories'>['data'][number];
export type Campaign = Out<'reporting.memberHome'>['campaigns'][number];
export type Quote = Out<'storefront.quote'>;
export type ShopOrderRow = Out<'storefront.shopOrders'>['data'][number];
export type ShopOrder = Out<'storefront.shopOrder'>;
export type Address = Out<'storefront.addresses'>['data'][number];
export type AddressFields = Omit<Address, 'id' | 'isDefault'>;
export type ShopOrderState = ShopOrder['state'];
export type ProductSort = 'recommended' | 'earning' | 'selling' | 'newest';
