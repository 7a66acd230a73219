import { z } from 'zod';
import * as field from '../common/fields';
import type { SchemasFor } from '../common/schema-map';
import { keysOf } from '../common/words';
import { actorWords, permissionWords, roleWords } from './labels';
import type { identityRoutes } from './routes';

export const role = z.enum(keysOf(roleWords));

/** Roles that a key may have: never the owner's. */
export const keyRole = z.enum(['operator', 'finance', 'viewer']);

const merchantMention = z.object({ slug: z.string(), name: z.string(), role });

export const session = z.object({
  person: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  merchant: z.object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    logo: z.string().nullable(),
    currency: field.currency,
    timezone: z.string(),
    region: z.string(),
    role,
  }),
  permissions: z.array(z.enum(keysOf(permissionWords))),
  merchants: z.array(merchantMention),
  /** Business time, which the demo may have moved. */
  now: field.instant,
  demo: z.boolean(),
});

export const merchantProfile = z.object({
  slug: z.string(),
  name: z.string(),
  logo: z.string().nullable(),
  currency: field.currency,
  timezone: z.string(),
  region: z.string(),
  /** How promoters and customers reach the merchant: shown in the mini-program. */
  contact: z.string(),
  webhookUrl: z.string(),
  createdAt: field.instant,
});

export const staffMember = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  lastSeenAt: field.instant.nullable(),
  addedAt: field.instant,
});

export const apiKey = z.object({
  id: z.string(),
  name: z.string(),
  role: keyRole,
  /** The first characters, to tell keys apart. */
  hint: z.string(),
  createdAt: field.instant,
  createdBy: z.string(),
  lastUsedAt: field.instant.nullable(),
});

export const webhookSecret = z.object({
  id: z.string(),
  hint: z.string(),
  createdAt: field.instant,
  lastUsedAt: field.instant.nullable(),
});

export const auditEntry = z.object({
  id: z.string(),
  at: field.instant,
  actor: z.object({ kind: z.enum(keysOf(actorWords)), id: z.string().nullable(), name: z.string() }),
  /** `<room>.<deed>`, as the route's id. */
  action: z.string(),
  /** The action in the language of the request. */
  text: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }).nullable(),
  reason: z.string().nullable(),
  /** What was given, without secrets. */
  details: z.record(z.string(), z.unknown()),
  ip: z.string().nullable(),
  requestId: z.string().nullable(),
});

const password = z.string().min(10, { error: 'password-too-short' }).max(200);
const byId = z.object({ id: field.id });

export const identitySchemas = {
  'identity.signIn': {
    body: z.strictObject({ email: z.string().max(254), password: z.string().max(200) }),
    answer: field.nothing,
  },
  'identity.session': { answer: session },
  'identity.switchMerchant': { body: z.strictObject({ merchant: z.string().max(64) }), answer: session },
  'identity.signOut': { answer: field.nothing },
  'identity.changePassword': {
    body: z.strictObject({ current: z.string().max(200), password }),
    answer: field.nothing,
  },
  'identity.merchant': { answer: merchantProfile },
  'identity.saveMerchant': {
    body: z.strictObject({
      name: field.name,
      logo: z.string().max(500).nullable().optional(),
      contact: field.text(200).optional(),
    }),
    answer: merchantProfile,
  },
  'identity.staff': { answer: z.object({ data: z.array(staffMember) }) },
  'identity.addStaff': {
    body: z.strictObject({ email: field.email, name: field.name, role }),
    answer: staffMember.extend({ password: z.string().nullable() }),
  },
  'identity.changeStaff': {
    params: byId,
    body: z.strictObject({ role: role.optional(), name: field.name.optional() }),
    answer: staffMember,
  },
  'identity.removeStaff': { params: byId, answer: field.nothing },
  'identity.apiKeys': { answer: z.object({ data: z.array(apiKey) }) },
  'identity.addApiKey': {
    body: z.strictObject({ name: field.name, role: keyRole }),
    answer: apiKey.extend({ key: z.string().nullable() }),
  },
  'identity.revokeApiKey': { params: byId, answer: field.nothing },
  'identity.webhookSecrets': { answer: z.object({ data: z.array(webhookSecret) }) },
  'identity.rotateWebhookSecret': { answer: webhookSecret.extend({ secret: z.string().nullable() }) },
  'identity.revokeWebhookSecret': { params: byId, answer: field.nothing },
  'identity.audit': {
    query: z.strictObject({
      ...field.paging,
      from: field.instantOrDay.optional(),
      to: field.instantOrDay.optional(),
      actor: z.string().max(64).optional(),
      action: z.string().max(64).optional(),
      subject: z.string().max(64).optional(),
    }),
    answer: field.page(auditEntry),
  },
  'identity.memberSignIn': {
    body: z.strictObject({ merchant: z.string().max(64), code: z.string().min(1).max(256) }),
    answer: z.object({ token: z.string(), expiresAt: field.instant }),
  },
  'identity.memberSignOut': { answer: field.nothing },
} as const satisfies SchemasFor<typeof identityRoutes>;
