import { z } from 'zod';
import * as field from '../common/fields';

/**
 * What the server says: a hint that something changed, so that the page asks again. It carries ids, never amounts or names.
 * After `hello` — on every connection, after a dropped one too — a client asks for what it shows anew.
 */
export const pushMessage = z.discriminatedUnion('event', [
  z.object({ event: z.literal('hello'), at: field.instant }),
  z.object({ event: z.literal('application.changed'), at: field.instant, promoter: z.string() }),
  z.object({ event: z.literal('promoter.changed'), at: field.instant, promoter: z.string() }),
  z.object({ event: z.literal('order.changed'), at: field.instant, order: z.string() }),
  z.object({ event: z.literal('commission.changed'), at: field.instant, commissions: z.array(z.string()) }),
  z.object({ event: z.literal('balance.changed'), at: field.instant }),
  z.object({ event: z.literal('payout.changed'), at: field.instant, payout: z.string() }),
  z.object({ event: z.literal('message.new'), at: field.instant }),
  z.object({ event: z.literal('figures.changed'), at: field.instant }),
  z.object({ event: z.literal('import.progress'), at: field.instant, import: z.string() }),
  z.object({ event: z.literal('export.progress'), at: field.instant, export: z.string() }),
]);

export type PushMessage = z.output<typeof pushMessage>;
export type PushEvent = Exclude<PushMessage, { event: 'hello' }>;
