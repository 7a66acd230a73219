import { column, type RowOf, table } from '../../../foundation/db';

/** A person of staff; may hold roles at several merchants. */
export const personTable = table(
  'person',
  {
    id: column.id(),
    /** In lower case: addresses are compared without it. */
    email: column.text(254),
    name: column.text(128),
    /** Argon2id in the PHC form. */
    passwordHash: column.text(200),
    createdAt: column.instant(),
  },
  { primary: ['id'], unique: [['email']] },
);

export type PersonRow = RowOf<typeof personTable>;
