import { column, type RowOf, table } from '../../../foundation/db';

/** A merchant: a sub-account of the installation. Every other row of the product belongs to one. */
export const merchantTable = table(
  'merchant',
  {
    id: column.id(),
    slug: column.text(40),
    name: column.text(128),
    /** The address of a picture, or null. */
    logo: column.orNull(column.text(500)),
    currency: column.text(3),
    timezone: column.text(64),
    region: column.text(2),
    contact: column.text(200),
    /** Made by the demo; a database with such merchants only may be reset. */
    isDemo: column.flag(),
    createdAt: column.instant(),
  },
  { primary: ['id'], unique: [['slug']] },
);

export type MerchantRow = RowOf<typeof merchantTable>;
