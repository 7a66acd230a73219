import { z } from 'zod';
import * as field from '../common/fields';
import type { SchemasFor } from '../common/schema-map';
import type { wechatRoutes } from './routes';

const secret = z.string().min(1).max(10_000);

export const wechatSettings = z.object({
  appId: z.string().nullable(),
  mchId: z.string().nullable(),
  /** The serial number of the merchant's certificate. */
  serialNumber: z.string().nullable(),
  publicKeyId: z.string().nullable(),
  has: z.object({ appSecret: z.boolean(), privateKey: z.boolean(), apiV3Key: z.boolean(), publicKey: z.boolean() }),
  notifyUrls: z.object({
    pay: z.string(),
    refund: z.string(),
    /** For the message push of the mini-program's console: format JSON. */
    push: z.string().optional(),
  }),
  /** Whether the message push may be taken: its token is known. */
  hasPushToken: z.boolean().optional(),
  checks: z.array(
    z.object({ what: z.enum(['login', 'pay', 'shipping']), ok: z.boolean(), text: z.string(), at: field.instant }),
  ),
});

export const wechatSchemas = {
  'wechat.settings': { answer: wechatSettings },
  'wechat.saveSettings': {
    /** A secret that is absent stays as it is. */
    body: z.strictObject({
      appId: z.string().max(64).nullable(),
      mchId: z.string().max(64).nullable(),
      serialNumber: z.string().max(128).nullable(),
      publicKeyId: z.string().max(128).nullable(),
      appSecret: secret.optional(),
      privateKey: secret.optional(),
      apiV3Key: secret.optional(),
      publicKey: secret.optional(),
      /** Of the message push; the key only in safe mode. */
      pushToken: z.string().min(3).max(32).optional(),
      pushAesKey: z.string().length(43).optional(),
    }),
    answer: wechatSettings,
  },
  'wechat.check': { answer: wechatSettings },
} as const satisfies SchemasFor<typeof wechatRoutes>;
