import type { Lang } from '@fenrun/contracts';
import { type Instant, type Refusal, refuse } from '@fenrun/kernel';
import type { Tx } from '../foundation/db';
import { writeAudit } from '../modules/identity';

/** Who edits the rule book, and in which language he is answered. */
export interface Editor {
  readonly kind: 'staff' | 'key' | 'member';
  readonly id: string;
  readonly name: string;
  readonly lang: Lang;
}

/** Something about a saving that its editor should know, or must say that he knows. */
export interface PlanWarning {
  readonly code: string;
  readonly pointer: string;
  readonly text: string;
  readonly mustAcknowledge: boolean;
}

/** Refuses a saving whose legal warnings the editor has not acknowledged; what he acknowledged is kept in the audit log, in the words that he read. */
export async function keepAcknowledgements(
  tx: Tx,
  merchantId: string,
  warnings: readonly PlanWarning[],
  acknowledged: readonly string[],
  { lang: _, ...actor }: Editor,
  now: Instant,
): Promise<Refusal<'acknowledgement-required'> | null> {
  const asked = warnings.filter(({ mustAcknowledge }) => mustAcknowledge);
  const missing = asked.filter(({ code }) => !acknowledged.includes(code));
  if (missing.length > 0)
    return refuse(
      'acknowledgement-required',
      undefined,
      missing.map(({ pointer, code, text }) => ({ pointer, code, detail: text })),
    );
  for (const { code, text } of asked) {
    const subject = { kind: 'warning', id: code };
    await writeAudit(tx, { merchantId, actor, action: 'plans.acknowledge', subject, details: { text } }, now);
  }
  return null;
}
