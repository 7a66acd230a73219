import type { Out } from '@fenrun/contracts';
import { formatInstant, formatMoney, minor } from '@fenrun/kernel';
import type { ProductRow } from '../store/product.row';
import type { OfferEarnings } from './surroundings';

/** The address of a picture; it never changes what it shows. */
export function pictureUrl(id: string): string {
  return `/api/v1/pictures/${id}`;
}

export function firstPicture(pictures: readonly string[]): string | null {
  return pictures[0] === undefined ? null : pictureUrl(pictures[0]);
}

/** What a row is shown with besides itself. */
export interface ProductCompany {
  readonly currency: string;
  readonly categoryName: string | null;
  readonly rate: string | null;
  readonly isExcluded: boolean;
}

type StaffRow = Out<'storefront.products'>['data'][number];
type StaffProduct = Out<'storefront.product'>;

/** A product in the console's list. */
export function productRowView(
  row: ProductRow,
  { currency, categoryName, rate, isExcluded }: ProductCompany,
): StaffRow {
  return {
    sku: row.sku,
    name: row.name,
    subtitle: row.subtitle,
    category: row.category,
    categoryName,
    image: firstPicture(row.pictures),
    currency,
    price: formatMoney(minor(row.price), currency),
    stock: row.stock,
    held: row.held,
    sold: row.sold,
    state: row.isOnShelf ? 'on_shelf' : 'off_shelf',
    rate,
    excluded: isExcluded,
    updatedAt: formatInstant(row.updatedAt),
  };
}

/** A product in the console, whole. */
export function productView(row: ProductRow, company: ProductCompany): StaffProduct {
  return {
    ...productRowView(row, company),
    description: row.description,
    specification: row.specification,
    pictures: row.pictures.map((id) => ({ id, url: pictureUrl(id) })),
    createdAt: formatInstant(row.createdAt),
    version: row.version,
  };
}

type ShopRow = Out<'storefront.shopProducts'>['data'][number];
type ShopProduct = Out<'storefront.shopProduct'>;

/** A product on a card of the mini-program. */
export function shopRowView(row: ProductRow, currency: string, earnings: OfferEarnings | undefined): ShopRow {
  return {
    sku: row.sku,
    name: row.name,
    subtitle: row.subtitle,
    image: firstPicture(row.pictures),
    currency,
    price: formatMoney(minor(row.price), currency),
    soldOut: row.stock <= 0,
    sold: Math.max(0, row.sold),
    earn: earnings?.earn ?? null,
  };
}

/** A product on its own page of the mini-program. */
export function shopProductView(
  row: ProductRow,
  currency: string,
  earnings: OfferEarnings | undefined,
  when: string,
): ShopProduct {
  return {
    ...shopRowView(row, currency, earnings),
    description: row.description,
    specification: row.specification,
    category: row.category,
    pictures: row.pictures.map(pictureUrl),
    stock: Math.max(0, row.stock),
    selfRebate: earnings?.selfRebate ?? null,
    why: earnings?.why ?? null,
    computation: [...(earnings?.computation ?? [])],
    when,
  };
}
