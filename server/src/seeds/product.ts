/** A text in both languages of the product. */
export type BothTexts = { zh: string; en: string };

export type DemoCategory = { code: string; name: BothTexts };

export type DemoProduct = {
  sku: string;
  name: BothTexts;
  /** Code of a category of the same shop. */
  category: string;
  /** One short line for lists, beside the tag. */
  sellingPoint: BothTexts;
  /** Quantity and size, for the poster and the order. */
  specification: BothTexts;
  /** Decimal string in major units with two digits. */
  price: string;
  /** Pieces on hand when the shop opens; enough for the whole story of 120 days. */
  stock: number;
  /** Path below `art/`; absent where a shop has no pictures, so that the fallback is seen too. */
  picture?: string;
  /** Paragraphs; the first also serves as the second line of the poster. */
  details: { zh: string[]; en: string[] };
  /** How often it is bought, against the others of the shop. */
  popularity: number;
};
