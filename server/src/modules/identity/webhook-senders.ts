import { randomBytes } from 'node:crypto';
import type { Reader } from '../../foundation/db';
import type { SecretBox } from '../../foundation/secrets';
import { merchantBySlug } from './queries/find-merchants';
import { webhookKeysOf } from './queries/webhook-keys';
import type { MerchantRow } from './store/merchant.row';

/** Who may send sales to a slug. For a slug that nobody has, secrets that nobody knows: the same work, the same answer. */
export interface WebhookSender {
  readonly merchant: MerchantRow | undefined;
  readonly keys: readonly Buffer[];
}

/** How long a sender is remembered, in real time: a revoked secret is refused everywhere at the latest after this. */
const KEPT_MS = 2000;
const KEPT_AT_MOST = 10_000;

/** Looks senders up, with a short memory: the hot path asks for the same few again and again. */
export function webhookSenders(db: Reader, box: SecretBox): (slug: string) => Promise<WebhookSender> {
  const kept = new Map<string, { readonly until: number; readonly sender: Promise<WebhookSender> }>();
  const nobody: WebhookSender = { merchant: undefined, keys: [randomBytes(32)] };
  const look = async (slug: string): Promise<WebhookSender> => {
    const merchant = await merchantBySlug(db, slug);
    const keys = await webhookKeysOf(db, merchant?.id ?? '', box);
    return merchant && keys.length > 0 ? { merchant, keys } : nobody;
  };
  return (slug) => {
    const known = kept.get(slug);
    if (known && known.until > Date.now()) return known.sender;
    if (kept.size >= KEPT_AT_MOST) kept.clear();
    const sender = look(slug.slice(0, 64));
    kept.set(slug, { until: Date.now() + KEPT_MS, sender });
    sender.catch(() => kept.delete(slug));
    return sender;
  };
}
