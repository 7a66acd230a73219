import { column, type RowOf, table } from '../../foundation/db';

/** Somebody who may be played in the demo: a user of the emulator. */
export const demoPersonTable = table(
  'demo_person',
  {
    merchantId: column.id(),
    /** The user's id at the emulator. */
    person: column.outside(),
    openid: column.text(64),
    name: column.text(128),
    avatar: column.orNull(column.text(500)),
    /** Smaller stands earlier in the bar. */
    position: column.count(),
  },
  { primary: ['merchantId', 'person'], indexes: [['merchantId', 'position']] },
);
export type DemoPersonRow = RowOf<typeof demoPersonTable>;
