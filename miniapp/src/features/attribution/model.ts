/** What is shared, as the page that shares it knows it. */
export interface ShareSubject {
  sku: string;
  name: string;
  image: string | null;
  /** What the promoter earns; friends never see it. */
  earn: string | null;
}
