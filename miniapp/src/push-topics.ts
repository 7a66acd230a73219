import type { PushMessage } from '@fenrun/contracts';

/** Which questions an event may have changed the answer to. */
const TOUCHED: Partial<Record<PushMessage['event'], readonly string[]>> = {
  'application.changed': ['me', 'home', 'join'],
  'promoter.changed': ['me', 'home', 'plan', 'products', 'product', 'campaigns', 'campaign'],
  'order.changed': ['orders', 'order', 'home'],
  'commission.changed': ['commissions', 'commission', 'balance', 'home', 'plan', 'campaigns', 'campaign'],
  'balance.changed': ['balance', 'home', 'payout-preview'],
  'payout.changed': ['payouts', 'payout', 'balance', 'home'],
  'message.new': ['messages', 'me', 'home'],
  'figures.changed': ['home', 'work', 'me', 'plan'],
};

/** The questions to ask again, or `all` after a gap. */
export function touchedBy(message: PushMessage): readonly string[] | 'all' {
  if (message.event === 'hello') return 'all';
  return TOUCHED[message.event] ?? [];
}
