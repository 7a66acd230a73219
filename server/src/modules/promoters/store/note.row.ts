import { column, type RowOf, table } from '../../../foundation/db';

/** What staff wrote into a promoter's story. Only ever added. */
export const promoterNoteTable = table(
  'promoter_note',
  {
    merchantId: column.id(),
    promoterId: column.id(),
    id: column.id(),
    at: column.instant(),
    text: column.text(1000),
    /** The name of the writer, as it was then. */
    writtenBy: column.text(128),
  },
  { primary: ['merchantId', 'promoterId', 'id'] },
);
export type PromoterNoteRow = RowOf<typeof promoterNoteTable>;
