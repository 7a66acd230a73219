import type { PushMessage } from '@fenrun/contracts';

/** The rooms whose queries an event makes old: the first part of their query keys. */
const touched: Readonly<Record<PushMessage['event'], readonly string[]>> = {
  hello: [],
  'application.changed': ['promoters', 'waiting'],
  'promoter.changed': ['promoters'],
  'order.changed': ['sales', 'waiting'],
  'commission.changed': ['commission', 'waiting'],
  'balance.changed': ['promoters'],
  'payout.changed': ['payout', 'promoters', 'waiting'],
  'message.new': [],
  'figures.changed': ['reporting'],
  'import.progress': ['imports'],
  'export.progress': ['exports'],
};

/** A message of the push, or null for one that this page does not know: an old page survives a new server. */
export function readPush(text: string): PushMessage | null {
  try {
    const message: unknown = JSON.parse(text);
    if (typeof message !== 'object' || message === null || !('event' in message)) return null;
    return String(message.event) in touched ? (message as PushMessage) : null;
  } catch {
    return null;
  }
}

export const keysTouchedBy = (push: PushMessage): readonly string[] => touched[push.event];
