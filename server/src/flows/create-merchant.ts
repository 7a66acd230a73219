import { type Instant, isRefusal, isZone, parsePercent, type Refusal, refuse } from '@fenrun/kernel';
import type { Tx } from '../foundation/db';
import type { SecretBox } from '../foundation/secrets';
import {
  addStaff,
  addWebhookSecret,
  createMerchant,
  type MerchantRow,
  newWebhookSecret,
  writeAudit,
} from '../modules/identity';
import { defaultPlans } from '../modules/plans';
import { foundMerchant } from './found-merchant';

export interface MerchantOpening {
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  readonly timezone: string;
  readonly region: string;
  /** The default programme's percent, as a decimal. */
  readonly rate: string;
  readonly ownerEmail: string;
  readonly ownerName: string;
  /** Of the first password (`newPassword`); counts only if the owner is new here. */
  readonly ownerPasswordHash: string;
  /** The webhook secret to begin with; made if absent. */
  readonly webhookSecret?: string;
  readonly contact?: string;
  readonly logo?: string | null;
  readonly isDemo?: boolean;
}

export interface OpenedMerchant {
  readonly merchant: MerchantRow;
  /** False if the owner was known before and keeps the password. */
  readonly isNewOwner: boolean;
  /** Shown once. */
  readonly webhookSecret: string;
}

/** Opens a merchant whole: the sub-account, its owner, its webhook secret, its rule book with a default programme, its timeline. */
export async function createMerchantWhole(
  tx: Tx,
  input: MerchantOpening,
  box: SecretBox,
  now: Instant,
): Promise<OpenedMerchant | Refusal> {
  const refusal = wrongInput(input);
  if (refusal) return refusal;
  const merchant = await createMerchant(tx, input, now);
  if (isRefusal(merchant)) return merchant;
  const { id: merchantId } = merchant;
  const owner = {
    merchantId,
    email: input.ownerEmail,
    name: input.ownerName,
    role: 'owner' as const,
    passwordHash: input.ownerPasswordHash,
  };
  const staff = await addStaff(tx, owner, now);
  if (isRefusal(staff)) return staff;
  const webhookSecret = input.webhookSecret ?? newWebhookSecret();
  const secret = await addWebhookSecret(tx, merchantId, webhookSecret, box, now);
  if (isRefusal(secret)) return secret;
  await foundMerchant(tx, { merchantId, frame: input, plans: defaultPlans(input.rate, input.region), by: null }, now);
  const { slug, name, currency, timezone, region, rate } = input;
  const entry = {
    merchantId,
    actor: { kind: 'command' as const, id: null, name: 'create-merchant' },
    action: 'merchant.create',
    details: { slug, name, currency, timezone, region, rate, owner: staff.person.email },
  };
  await writeAudit(tx, entry, now);
  return { merchant, isNewOwner: staff.isNew, webhookSecret };
}

/** Names every field that cannot be used, in the form of the command's options. */
function wrongInput(input: MerchantOpening): Refusal<'invalid-request'> | undefined {
  const wrong: [boolean, string, string][] = [
    [!/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(input.slug), '/slug', 'invalid-slug'],
    [input.name.trim() === '', '/name', 'required'],
    [!/^[A-Z]{3}$/.test(input.currency), '/currency', 'invalid-currency'],
    [!isZone(input.timezone), '/timezone', 'invalid-timezone'],
    [!/^[A-Z]{2}$/.test(input.region), '/region', 'invalid-country'],
    [isRefusal(parsePercent(input.rate)), '/rate', 'invalid-percent'],
    [!/^[^\s@]+@[^\s@]+$/.test(input.ownerEmail), '/owner', 'invalid-email'],
  ];
  const errors = wrong.filter(([isWrong]) => isWrong).map(([, pointer, code]) => ({ pointer, code }));
  return errors.length > 0 ? refuse('invalid-request', undefined, errors) : undefined;
}
