import type { Out } from '@fenrun/contracts';
import { type BookInForce, inForce, type Ladder, levelOf } from '@fenrun/engine';
import { BEGINNING, DAY_MS, FOREVER, formatInstant, type Instant } from '@fenrun/kernel';
import { findOne } from '../../foundation/db';
import type { Call } from '../../foundation/http';
import { climbsSince, nearestRises, type People, peopleByProgramme, peopleOf } from '../../modules/climbing';
import { type Reading, readingOf, timelineTable } from '../../modules/commission';
import { figureForm, ladderForm } from '../../modules/plans';
import { bookFindings } from '../book-findings';
import { warningsOf } from '../edit-ladder';
import { type ResetOutlook, resetOutlook } from '../reset-outlook';
import { ladderOf } from '../timeline/climb';
import { findingViews } from './finding-views';
import { programmeRate } from './programme-rate';
import { promoterMentions } from './promoter-mentions';
import { savedLast } from './saved-last';

export type LadderView = Out<'climbing.ladder'>;

/** What the ladder's pages look at, all of one moment. */
export interface LadderReading {
  readonly reading: Reading;
  /** As it was saved last: the timeline may be a little ahead of the clock. */
  readonly held: BookInForce;
  readonly now: Instant;
  readonly cycleAt: Instant;
  readonly people: ReadonlyMap<string, People>;
  readonly outlook: ResetOutlook | null;
}

export async function readLadderPage(call: Call): Promise<LadderReading> {
  const { db, merchantId } = call;
  const [reading, people, timeline] = await Promise.all([
    readingOf(call),
    peopleByProgramme(db.read, merchantId),
    findOne(db.read, timelineTable, 'merchant_id = ?', [merchantId]),
  ]);
  const held = inForce(reading.compiled, FOREVER);
  const now = Math.max(call.now, timeline?.at ?? BEGINNING);
  const outlook = resetOutlook(held, reading.zone, Math.max(now, timeline?.specialAt ?? BEGINNING), people);
  return { reading, held, now, cycleAt: timeline?.cycleAt ?? BEGINNING, people, outlook };
}

/** So far back the staircase says how many rose. */
const RECENT_MS = 30 * DAY_MS;

/** The ladder with who stands where, who is about to rise, and the next reset. Counts are sums of the database: nothing is read per person. */
export async function ladderView(call: Call): Promise<LadderView> {
  const page = await readLadderPage(call);
  const { reading, held, people, outlook } = page;
  const { ladder, state } = ladderOf(held);
  const { book } = reading;
  const [saved, steps, nearest, found, warnings] = await Promise.all([
    savedLast(call, book, 'ladder'),
    ladder ? stepViews(call, page, ladder) : [],
    ladder?.isOn ? nearestViews(call, page, ladder) : [],
    bookFindings(call.db.read, call.merchantId, book, page.now),
    ladder ? warningsOf(call.db.read, call.merchantId, { ladder, book, held }, call.lang) : [],
  ]);
  const findings = found.filter(({ subject }) => subject === 'ladder');
  const isActive = (code: string) => held.programmes.get(code)?.programme.isActive ?? false;
  const onSteps = steps.reduce((total, step) => total + step.people, 0);
  const all = [...people.values()].reduce((total, there) => total + there.people, 0);
  return {
    ...saved,
    findings: await findingViews(call.db, reading, findings),
    ladder: ladder ? ladderForm(ladder, book.currency, isActive) : null,
    steps,
    beside: state.levels.length === 0 ? 0 : all - onSteps,
    nearest,
    nextReset: outlook && { at: formatInstant(outlook.at), moves: outlook.moves, pinned: outlook.pinned },
    warnings,
  };
}

async function stepViews(call: Call, page: LadderReading, ladder: Ladder): Promise<LadderView['steps']> {
  const { reading, held, now, people, outlook } = page;
  const { levels } = ladderOf(held).state;
  const rose = await climbsSince(call.db.read, call.merchantId, now - RECENT_MS);
  const levelNow = (programme: string | null) => (programme === null ? 0 : (levelOf(levels, programme) ?? 0));
  return levels.map(({ programme, threshold }) => {
    const risen = rose.filter(({ from, to }) => from === programme && levelNow(to) > levelNow(from));
    return {
      programme,
      programmeName: reading.names.programme(programme),
      rateText: programmeRate(held.programmes.get(programme)?.programme, reading),
      threshold: figureForm(threshold, ladder.metric, reading.currency),
      active: true,
      ...peopleOf(people, programme),
      roseIn30Days: risen.reduce((total, { people: count }) => total + count, 0),
      afterReset: outlook ? outlook.after(programme) : null,
    };
  });
}

/** People named as being about to rise. */
const NEAREST = 6;

async function nearestViews(call: Call, page: LadderReading, ladder: Ladder): Promise<LadderView['nearest']> {
  const { reading, held, cycleAt } = page;
  const { levels, defaultProgramme } = ladderOf(held).state;
  const above = new Map(levels.slice(0, -1).map(({ programme }, index) => [programme, levels[index + 1]]));
  if (levelOf(levels, defaultProgramme) === null) above.set(defaultProgramme, levels[0]);
  const next = new Map([...above].flatMap(([from, level]) => (level ? [[from, level.threshold] as const] : [])));
  const count = { metric: ladder.metric, cycleAt };
  const rises = await nearestRises(call.db.read, call.merchantId, count, next, NEAREST);
  const mention = await promoterMentions(
    call,
    rises.map(({ promoterId }) => promoterId),
  );
  return rises.map(({ promoterId, programme, missing }) => ({
    promoter: mention(promoterId),
    toName: reading.names.programme(above.get(programme)?.programme ?? ''),
    missing: figureForm(missing, ladder.metric, reading.currency),
  }));
}
