import { isRefusal } from '@fenrun/kernel';
import { type Timelines, timelines } from '../../flows/timeline/advance';
import { StandingClock } from '../../foundation/clock';
import type { Database } from '../../foundation/db';
import type { MemberRow } from '../../modules/identity';
import { readBefore } from '../../modules/messaging';
import type { Story, StoryEvent } from '../../seeds/story';
import type { OpenedShop } from './open-shop';
import { DECIDED } from './replay-decided';
import { TOLD } from './replay-told';

/** What a story has brought into being, by its own names. */
export interface Stage {
  readonly db: Database;
  readonly clock: StandingClock;
  readonly lines: Timelines;
  readonly shop: OpenedShop;
  readonly promoterIds: Map<string, string>;
  readonly applications: Map<string, string>;
  /** The code that a promoter of the story bears here. */
  readonly codes: Map<string, string>;
  readonly shares: Map<string, { promoterId: string; code: string; campaign: string | null }>;
  readonly payouts: Map<string, string>;
  readonly orders: Set<string>;
  /** Members by promoter's code, or by application for those who are none yet. */
  readonly people: ReadonlyMap<string, MemberRow>;
  readonly customers: ReadonlyMap<string, string>;
  readonly faces: ReadonlyMap<string, string>;
  readonly owner: string;
  readonly startAt: number;
}

/** Told events in one transaction at most: nobody decides anything in between. */
const TOLD_AT_ONCE = 250;

/** Replays a story through the product's own commands, each at its own instant. */
export async function replay(
  stage: Stage,
  { events, endAt }: Story,
  tell: (done: number, of: number) => void,
): Promise<void> {
  let told: StoryEvent[] = [];
  const flush = async () => {
    const batch = told;
    told = [];
    if (batch.length === 0) return;
    await stage.db.write(async (tx) => {
      for (const event of batch) await TOLD[event.do]?.(tx, stage, event as never);
    });
  };
  for (const [index, event] of events.entries()) {
    if (TOLD[event.do]) {
      told.push(event);
      if (told.length >= TOLD_AT_ONCE) await flush();
    } else {
      await flush();
      stage.clock.moveTo(Math.max(event.at, stage.clock.now()));
      await stage.lines.advance(stage.shop.merchantId);
      const result = await DECIDED[event.do]?.(stage, event as never);
      if (isRefusal(result)) throw new Error(`${event.do} at ${new Date(event.at).toISOString()}: ${result.refused}`);
    }
    if (index % 2_000 === 0) tell(index, events.length);
  }
  await flush();
  stage.clock.moveTo(Math.max(endAt, stage.clock.now()));
  await stage.lines.advance(stage.shop.merchantId);
  await stage.db.write((tx) => readBefore(tx, stage.shop.merchantId, endAt - UNREAD_MS));
}

/** What the people of the story have not read yet: the last day’s messages. */
const UNREAD_MS = 86_400_000;

/** A stage on a clock that stands at the story's beginning. */
export function stageOf(
  db: Database,
  shop: OpenedShop,
  startAt: number,
  given: Pick<Stage, 'people' | 'customers' | 'faces' | 'owner'>,
): Stage {
  const clock = new StandingClock(startAt);
  return {
    db,
    clock,
    lines: timelines(db, clock),
    shop,
    promoterIds: new Map(),
    codes: new Map(),
    applications: new Map(),
    shares: new Map(),
    payouts: new Map(),
    orders: new Set(),
    startAt,
    ...given,
  };
}
