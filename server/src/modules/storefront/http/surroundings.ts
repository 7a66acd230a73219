import type { Lang, Out } from '@fenrun/contracts';
import type { Instant, Money, Refusal } from '@fenrun/kernel';
import type { Database } from '../../../foundation/db';
import type { Call, CalledMerchant } from '../../../foundation/http';
import type { PictureStore } from '../files/picture-store';
import type { DeliveryAddress } from '../store/shop-order.row';

/** A product as its earnings are asked for. */
export interface Offered {
  readonly sku: string;
  readonly category: string | null;
  readonly price: number;
}

/** Whose eyes a product is looked at with. */
export interface Looking {
  readonly db: Database;
  readonly merchant: CalledMerchant;
  readonly memberId: string;
  readonly lang: Lang;
  readonly now: Instant;
}

export type EarningView = NonNullable<Out<'storefront.shopProduct'>['earn']>;

/** What a promoter would earn on a product, in numbers and in words. */
export interface OfferEarnings {
  readonly earn: EarningView | null;
  readonly selfRebate: EarningView | null;
  readonly why: string | null;
  readonly computation: readonly { readonly text: string; readonly amount: string }[];
}

export interface NewOrder {
  readonly items: readonly { readonly sku: string; readonly quantity: number }[];
  readonly coupon: string | null;
  readonly total: Money;
  readonly address: DeliveryAddress;
  readonly remark: string | null;
}

export interface NoticeReply {
  readonly status: number;
  readonly body: unknown;
}

/** The stories of the shop that need other rooms too; they are told in the flows and handed in here. */
export interface ShopStories {
  /** What the default programme pays on products; a product that nothing is paid on has no rate. */
  rates(
    db: Database,
    merchant: CalledMerchant,
    products: readonly Offered[],
    lang: Lang,
    now: Instant,
  ): Promise<ReadonlyMap<string, { rate: string | null; isExcluded: boolean }>>;
  /** Empty for a member who does not promote. */
  earnings(looking: Looking, products: readonly Offered[]): Promise<ReadonlyMap<string, OfferEarnings>>;
  /** When what is earned can be had, as one sentence. */
  whenPaid(looking: Looking): Promise<string>;
  /** Who would get the sale of this member, by name; null for nobody. */
  recommendedBy(looking: Looking, coupon: string | null): Promise<string | null>;
  couponDiscount(
    db: Database,
    merchantId: string,
    coupon: string | null,
    now: Instant,
  ): Promise<((goods: Money) => Money) | Refusal<'coupon-not-valid'>>;
  placeOrder(call: Call, order: NewOrder): Promise<string | Refusal>;
  openPayment(call: Call, number: string): Promise<Out<'storefront.pay'> | Refusal>;
  checkPayment(merchantId: string, number: string, now: Instant): Promise<void>;
  cancelOrder(merchantId: string, number: string, now: Instant): Promise<null | Refusal>;
  receiveOrder(call: Call, number: string): Promise<null | Refusal>;
  shipOrder(
    call: Call,
    number: string,
    parcel: { carrier: string; trackingNumber: string },
  ): Promise<Out<'storefront.ship'> | Refusal>;
  payNotice(
    slug: string,
    raw: Buffer,
    headers: Readonly<Record<string, string | undefined>>,
    now: Instant,
  ): Promise<NoticeReply>;
  refundNotice(
    slug: string,
    raw: Buffer,
    headers: Readonly<Record<string, string | undefined>>,
    now: Instant,
  ): Promise<NoticeReply>;
  /** WeChat's message push: answers the text that WeChat wants back. Without a body it is the check of the address. */
  push(
    slug: string,
    query: Readonly<Record<string, string | undefined>>,
    raw: Buffer | null,
    now: Instant,
  ): Promise<NoticeReply>;
  /** When orders were or will be completed, by number. */
  completions(
    db: Database,
    merchantId: string,
    numbers: readonly string[],
  ): Promise<ReadonlyMap<string, { completedAt: Instant | null; autoCompletesAt: Instant | null }>>;
}

export interface StorefrontSurroundings {
  readonly pictures: PictureStore;
  readonly stories: ShopStories;
  /** The WeChat Pay number of a merchant, or null. */
  mchidOf(merchantId: string): Promise<string | null>;
}

/** The name under which they stand in the container. */
export const STOREFRONT = 'storefront:surroundings';

/** Whose eyes a member's call looks with. */
export function lookingOf(call: Call): Looking {
  return { db: call.db, merchant: call.merchant, memberId: call.actor.id, lang: call.lang, now: call.now };
}
