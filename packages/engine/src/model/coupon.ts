/** What deciding and attributing need of a coupon. Discounts, limits and windows belong to the shop. */
export interface Coupon {
  readonly code: string;
  /** The promoter to whom sales with this coupon go; null changes nothing. */
  readonly owner: string | null;
}

/** The form in which coupon codes are compared: they ignore letter case. */
export function foldCoupon(code: string): string {
  return code.toUpperCase().toLowerCase();
}
