import type { Rule } from '@fenrun/engine';
import { isRefusal, minor, percent } from '@fenrun/kernel';
import { orderPaid, teaLine } from '@fenrun/testkit';
import { addPromoter, type PromoterInput } from '../../src/flows/add-promoter';
import { addRule } from '../../src/flows/edit-rules';
import { recordEvents } from '../../src/flows/record-events';
import type { Timelines } from '../../src/flows/timeline/advance';
import { onTimeline } from '../../src/flows/timeline/on-timeline';
import { savePlans } from '../../src/modules/plans';
import { readRefund, readSale } from '../../src/modules/sales';
import { timelinesOf } from '../../src/parts';
import { startServer, type TestMerchant, type TestServer } from './harness';

/** A server with one merchant, his promoters and sales; business time is moved by the test. */
export interface DeskWorld {
  readonly server: TestServer;
  readonly shop: TestMerchant;
  readonly lines: Timelines;
  promoter(code: string, given?: Partial<PromoterInput>): Promise<string>;
  /** Records a sale as a shop tells it, and settles it. */
  sale(id: string, data?: Parameters<typeof orderPaid>[1], at?: string): Promise<void>;
  refund(id: string, order: string, data?: object): Promise<void>;
  rule(code: string, given: Partial<Rule>): Promise<void>;
  /** Changes settings from the beginning of time on. */
  settings(change: object): Promise<void>;
  /** Lets days pass and does what became due. */
  days(count: number): Promise<void>;
  /** An instant so many days before now, as a shop writes it. */
  daysAgo(count: number): string;
}

export async function deskWorld(): Promise<DeskWorld> {
  const server = await startServer();
  const shop = await server.merchant('tea');
  const lines = timelinesOf(server.installation);
  const { clock, db } = server;
  const frame = () => ({ currency: 'CNY', region: 'CN', source: 'webhook' as const, now: clock.now() });
  const record = async (event: Parameters<typeof recordEvents>[2][number]) => {
    await db.write((tx) => recordEvents(tx, shop.id, [event], clock.now()));
    await lines.advance(shop.id);
  };
  const daysAgo = (count: number) => new Date(clock.now() - count * 86_400_000).toISOString();
  return {
    server,
    shop,
    lines,
    daysAgo,
    promoter: async (code, given = {}) => {
      const input: PromoterInput = {
        ...{ code, name: code, phone: null, avatar: null, memberId: null, customerId: null, status: 'active' },
        ...{ joinedAt: null, inviterId: null, programme: null, group: null },
        ...given,
      };
      const added = await onTimeline(lines, shop.id, (tx, hand, now) => addPromoter(tx, hand, input, now));
      if (isRefusal(added)) throw new Error(added.refused);
      return added.id;
    },
    sale: async (id, data = {}, at = daysAgo(0)) => {
      const read = readSale(orderPaid(id, { lines: [teaLine()], ...data }, at).data as never, frame());
      if (isRefusal(read)) throw new Error(JSON.stringify(read));
      await record({ kind: 'paid', sale: read });
    },
    refund: async (id, order, data = {}) => {
      const read = readRefund({ id, order, ...data }, daysAgo(0), frame());
      if (isRefusal(read)) throw new Error(JSON.stringify(read));
      await record({ kind: 'refunded', refund: read });
    },
    rule: async (code, given) => {
      const rule: Rule = {
        ...{ layer: 'sales_match' as const, priority: 100, window: { from: null, to: null }, scope: null },
        ...{ promoters: [], groups: [], when: {}, rate: { kind: 'percent' as const, percent: percent('12') } },
        ...given,
      };
      await onTimeline(lines, shop.id, (tx, hand, now) => addRule(tx, hand, code, rule, null, now));
    },
    settings: async (change) => {
      await onTimeline(lines, shop.id, async (tx, hand, now) => {
        const doc = { ...(hand.book.settings.at(-1)?.value as object), ...change };
        await savePlans(tx, shop.id, [{ kind: 'settings', code: '', doc, holdsFrom: 0 }], null, now);
        return {};
      });
    },
    days: async (count) => {
      clock.setOffset(clock.offset + count * 86_400_000);
      await lines.advance(shop.id);
    },
  };
}

export const fen = (amount: number) => minor(amount);
