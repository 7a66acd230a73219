import type { In, Lang, Out } from '@fenrun/contracts';
import { type CompiledBook, checkBook, inForce } from '@fenrun/engine';
import { FOREVER, isRefusal, type Refusal } from '@fenrun/kernel';
import type { Call } from '../../foundation/http';
import { type Reading, readingOf } from '../../modules/commission';
import { figureForm, type LadderWarning } from '../../modules/plans';
import type { Climb, ClimbAspect } from '../climb-all';
import { draftGroups } from '../edit-groups';
import { draftLadder, warningsOf } from '../edit-ladder';
import { previewClimb } from '../preview-climb';
import { findingViews } from './finding-views';
import { promoterMentions } from './promoter-mentions';
import { readingOfBook } from './rule-words';

type MovesView = Out<'climbing.previewLadder'>;

/** Who would move if this ladder were saved now. */
export async function previewLadder(
  call: Call,
  { ladder: form }: In<'climbing.previewLadder'>['body'],
): Promise<MovesView | Refusal> {
  const reading = await readingOf(call);
  const { book, compiled } = reading;
  const draft = draftLadder(book, form, call.now);
  if (isRefusal(draft)) return draft;
  const { ladder } = draft;
  const held = inForce(compiled, FOREVER);
  const warnings = await warningsOf(call.db.read, call.merchantId, { ladder, book, held }, call.lang);
  const figure = ({ standing }: Climb) => figureForm(standing.figure, ladder.metric, reading.currency);
  return movesView(call, reading, draft.compiled, { aspect: 'programme', warnings, figure });
}

/** Who would move if these groups were saved now. */
export async function previewGroups(
  call: Call,
  { groups: form }: In<'climbing.previewGroups'>['body'],
): Promise<MovesView | Refusal> {
  const reading = await readingOf(call);
  const draft = await draftGroups(call.db.read, call.merchantId, reading.book, form, call.now, call.lang);
  if (isRefusal(draft)) return draft;
  const figure = ({ standing }: Climb) => reading.money(standing.revenue);
  return movesView(call, reading, draft.compiled, { aspect: 'group', warnings: [], figure });
}

interface Shown {
  readonly aspect: ClimbAspect;
  readonly warnings: readonly LadderWarning[];
  /** What somebody has gathered, as it is shown beside him. */
  readonly figure: (climb: Climb) => string;
}

const SUBJECT = { programme: 'ladder', group: 'group' } as const;

async function movesView(
  call: Call,
  reading: Reading,
  draft: CompiledBook,
  { aspect, warnings, figure }: Shown,
): Promise<MovesView> {
  const preview = await previewClimb(call.db, call.merchantId, inForce(draft, FOREVER), aspect);
  const drafted = readingOfBook(reading, draft.book);
  const name = (place: string | null) => placeName(drafted, aspect, place);
  const findings = checkBook(draft.book, { now: call.now }).filter(({ subject }) => subject === SUBJECT[aspect]);
  const mention = await promoterMentions(
    call,
    preview.some.map(({ standing }) => standing.id),
  );
  return {
    total: preview.total,
    moves: preview.moves.map(({ from, to, people }) => ({ from, fromName: name(from), to, toName: name(to), people })),
    some: preview.some.map((climb) => ({
      promoter: mention(climb.standing.id),
      fromName: name(climb.from),
      toName: name(climb.to),
      figure: figure(climb),
    })),
    findings: await findingViews(call.db, drafted, findings),
    warnings: [...warnings],
  };
}

function placeName({ names, lang }: Reading, aspect: ClimbAspect, place: string | null): string {
  if (aspect === 'programme') return place === null ? '' : names.programme(place);
  return names.group(place) ?? DEFAULT_GROUP[lang];
}

/** What the group of everybody else is called. */
export const DEFAULT_GROUP: Readonly<Record<Lang, string>> = { zh: '默认组', en: 'Default group' };
