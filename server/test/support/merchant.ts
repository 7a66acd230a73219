import { DEFAULT_SETTINGS, type Settings } from '@fenrun/engine';
import { type Instant, isRefusal, percent } from '@fenrun/kernel';
import { addPromoter, type PromoterInput } from '../../src/flows/add-promoter';
import { foundMerchant } from '../../src/flows/found-merchant';
import { type Timelines, timelines } from '../../src/flows/timeline/advance';
import { onTimeline } from '../../src/flows/timeline/on-timeline';
import { StandingClock } from '../../src/foundation/clock';
import type { Database } from '../../src/foundation/db';
import { newId } from '../../src/foundation/ids';

/** A merchant for a test, with one default programme and a clock that the test moves. */
export interface TestMerchant {
  readonly merchantId: string;
  readonly currency: string;
  readonly timezone: string;
  readonly clock: StandingClock;
  readonly lines: Timelines;
  /** Adds a promoter by his code; answers his id. */
  promoter(code: string, given?: Partial<PromoterInput>): Promise<string>;
}

export interface MerchantWish {
  readonly currency?: string;
  readonly timezone?: string;
  readonly region?: string;
  /** Percent of the default programme `P1`. */
  readonly rate?: string;
  readonly settings?: Partial<Settings>;
  readonly now?: Instant;
}

export async function testMerchant(db: Database, wish: MerchantWish = {}): Promise<TestMerchant> {
  const { currency = 'CNY', timezone = 'Asia/Shanghai', region = 'CN', rate = '10' } = wish;
  const clock = new StandingClock(wish.now ?? Date.parse('2026-03-01T00:00:00Z'));
  const lines = timelines(db, clock);
  const merchantId = newId(Date.now());
  const programme = {
    isDefault: true,
    isActive: true,
    rate: { kind: 'percent', percent: percent(rate) },
    skus: {},
    categories: {},
    recurring: { mode: 'forever' },
  };
  const plans = [
    { kind: 'settings' as const, code: '', doc: { ...DEFAULT_SETTINGS, ...wish.settings } },
    { kind: 'programme' as const, code: 'P1', doc: programme },
    { kind: 'grouping' as const, code: '', doc: { isOn: true, groups: [] } },
  ];
  await db.write((tx) =>
    foundMerchant(tx, { merchantId, frame: { currency, region, timezone }, plans, by: null }, clock.now()),
  );
  return {
    merchantId,
    currency,
    timezone,
    clock,
    lines,
    promoter: async (code, given = {}) => {
      const input: PromoterInput = {
        code,
        name: code,
        phone: null,
        avatar: null,
        memberId: null,
        customerId: null,
        status: 'active',
        joinedAt: null,
        inviterId: null,
        programme: null,
        group: null,
        ...given,
      };
      const added = await onTimeline(lines, merchantId, (tx, hand, now) => addPromoter(tx, hand, input, now));
      if (isRefusal(added)) throw new Error(added.refused);
      return added.id;
    },
  };
}
