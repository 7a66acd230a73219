/** A product as a card shows it. */
export interface ProductCardModel {
  id: string;
  title: string;
  /** The one line that says why: 「炭焙 · 12 泡装」. */
  point: string;
  picture: string | null;
  price: string;
  /** What the promoter earns by sharing it; null for those who are none, and for what earns nothing. */
  earn: string | null;
  /** The percent of a running campaign that this product is in. */
  campaignRate: string | null;
  isSoldOut: boolean;
}
