import type { Instant } from '@fenrun/kernel';
import { insert, type Tx } from '../../../foundation/db';
import { newId } from '../../../foundation/ids';
import { type PromoterNoteRow, promoterNoteTable } from '../store/note.row';

export type NoteDraft = Omit<PromoterNoteRow, 'id' | 'at'>;

/** Writes a note into a promoter's story. */
export async function writeNote(tx: Tx, draft: NoteDraft, now: Instant): Promise<PromoterNoteRow> {
  const row = { ...draft, id: newId(now), at: now };
  await insert(tx, promoterNoteTable, [row]);
  return row;
}
