import { column, type RowOf, table } from '../../../foundation/db';

export type AuditActorKind = 'staff' | 'key' | 'member' | 'webhook' | 'command' | 'system';

/** Who changed what, when and why. Written in the transaction of the change; never changed afterwards. */
export const auditTable = table(
  'audit',
  {
    merchantId: column.id(),
    id: column.id(),
    at: column.instant(),
    actorKind: column.text<AuditActorKind>(16),
    actorId: column.orNull(column.text(64)),
    actorName: column.text(128),
    /** `<room>.<deed>`, as the id of the route. */
    action: column.text(64),
    subjectKind: column.orNull(column.text(32)),
    subjectId: column.orNull(column.outside()),
    reason: column.orNull(column.text(500)),
    details: column.json<Record<string, unknown>>(),
    ip: column.orNull(column.text(64)),
    requestId: column.orNull(column.text(64)),
  },
  {
    primary: ['merchantId', 'id'],
    indexes: [
      ['merchantId', 'at'],
      ['merchantId', 'subjectId'],
    ],
  },
);

export type AuditRow = RowOf<typeof auditTable>;
