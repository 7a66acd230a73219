/** What is shared, as the page that shares it knows it. */
export interface ShareSubject {
  /** null: a campaign as a whole. */
  sku: string | null;
  /** The campaign that the share belongs to; the server chooses where this is absent. */
  campaign?: string | null;
  name: string;
  image: string | null;
  /** What the promoter earns; friends never see it. */
  earn: string | null;
}
