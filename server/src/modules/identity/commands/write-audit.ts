import type { Instant } from '@fenrun/kernel';
import { insert, type Tx } from '../../../foundation/db';
import { newId } from '../../../foundation/ids';
import { type AuditActorKind, auditTable } from '../store/audit.row';

export interface AuditEntry {
  readonly merchantId: string;
  readonly actor: { readonly kind: AuditActorKind; readonly id: string | null; readonly name: string };
  /** `<room>.<deed>` */
  readonly action: string;
  readonly subject?: { readonly kind: string; readonly id: string } | null;
  readonly reason?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly ip?: string | null;
  readonly requestId?: string | null;
}

/** The longest subject that an index takes; longer ones are cut. */
const SUBJECT_AT_MOST = 64;

/** Writes down who changed what, in the transaction of the change. Requests of staff and keys do it by themselves. */
export async function writeAudit(tx: Tx, entry: AuditEntry, now: Instant): Promise<void> {
  await insert(tx, auditTable, [
    {
      merchantId: entry.merchantId,
      id: newId(now),
      at: now,
      actorKind: entry.actor.kind,
      actorId: entry.actor.id,
      actorName: entry.actor.name,
      action: entry.action,
      subjectKind: entry.subject?.kind ?? null,
      subjectId: entry.subject?.id.slice(0, SUBJECT_AT_MOST) ?? null,
      reason: entry.reason?.slice(0, 500) ?? null,
      details: { ...entry.details },
      ip: entry.ip ?? null,
      requestId: entry.requestId ?? null,
    },
  ]);
}
