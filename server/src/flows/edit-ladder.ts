import type { Lang } from '@fenrun/contracts';
import { type BookInForce, type CompiledBook, compileBook, type Ladder, type RuleBook } from '@fenrun/engine';
import { type FieldError, type Instant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import type { Reader, Tx } from '../foundation/db';
import { peopleByProgramme, peopleOf } from '../modules/climbing';
import {
  bookAfter,
  freshErrors,
  type LadderForm,
  type LadderWarning,
  ladderWarnings,
  pointerInLadder,
  programmeName,
  readLadder,
  savePlans,
} from '../modules/plans';
import { climbAll } from './climb-all';
import { type Editor, keepAcknowledgements } from './keep-acknowledgements';
import { type Hand, heldAt } from './timeline/hand';
import { runDueSpecials } from './timeline/run-special';

export interface LadderEdit {
  /** The number of the version that was edited; 0 when there is none yet. */
  readonly version: number;
  readonly ladder: LadderForm;
  /** Codes of warnings that the editor has acknowledged. */
  readonly acknowledged: readonly string[];
}

/** A ladder that was read and found to be right, in the book as it will be. */
export interface LadderDraft {
  readonly ladder: Ladder;
  readonly after: RuleBook;
  readonly compiled: CompiledBook;
}

/**
 * Saves the ladder as its next version, and puts everybody where he belongs by it, at once: upwards only. Resets that were due before
 * run first; those that were missed while it was off never run.
 */
export async function saveLadder(
  tx: Tx,
  hand: Hand,
  edit: LadderEdit,
  editor: Editor,
  now: Instant,
): Promise<{ moved: number } | Refusal> {
  const { book, merchantId } = hand;
  if (edit.version !== book.ladder.length) return refuse('changed-meanwhile', { version: book.ladder.length });
  const draft = draftLadder(book, edit.ladder, now);
  if (isRefusal(draft)) return draft;
  const { ladder, compiled } = draft;
  const warnings = await warningsOf(tx, merchantId, { ladder, book, held: heldAt(hand, now) }, editor.lang);
  const refused = await keepAcknowledgements(tx, merchantId, warnings, edit.acknowledged, editor, now);
  if (refused) return refused;
  await runDueSpecials(tx, hand, now);
  await savePlans(tx, merchantId, [{ kind: 'ladder', code: '', doc: ladder, holdsFrom: now }], editor.id, now);
  return { moved: await climbAll(tx, hand, compiled, 'programme', now) };
}

/** Reads a ladder and looks at what must hold; the refusals name the fields. */
export function draftLadder(
  book: RuleBook,
  form: LadderForm,
  now: Instant,
): LadderDraft | Refusal<'invalid-request' | 'unsafe-ladder'> {
  const errors: FieldError[] = [];
  const ladder = readLadder(form, { currency: book.currency, errors });
  if (errors.length > 0) return refuse('invalid-request', undefined, errors);
  const after = bookAfter(book, [{ kind: 'ladder', code: '', doc: ladder, holdsFrom: now }]);
  const wrong = freshErrors(book, after, now);
  if (wrong.length > 0)
    return refuse(
      'unsafe-ladder',
      undefined,
      wrong.map((one) => ({ pointer: `/ladder${pointerInLadder(ladder, one)}`, code: one.code })),
    );
  return { ladder, after, compiled: compileBook(after) };
}

/** What an editor should know about a ladder before he saves it into a book. */
export async function warningsOf(
  db: Reader,
  merchantId: string,
  { ladder, book, held }: { readonly ladder: Ladder; readonly book: RuleBook; readonly held: BookInForce },
  lang: Lang,
): Promise<LadderWarning[]> {
  const people = await peopleByProgramme(db, merchantId);
  const programmes = new Map(
    [...held.programmes].map(([code, { programme }]) => [code, { programme, name: programmeName(code, programme) }]),
  );
  const peopleOn = (programme: string) => peopleOf(people, programme).people;
  return ladderWarnings({ region: book.region, ladder, before: book.ladder, programmes, peopleOn }, lang);
}
