import { z } from 'zod';
import * as field from '../common/fields';
import type { SchemasFor } from '../common/schema-map';
import { keysOf } from '../common/words';
import { shareChannelWords, touchWords } from './labels';
import type { attributionRoutes } from './routes';

export const share = z.object({
  /** Short enough for a scene: at most 32 characters of those that WeChat allows. */
  code: z.string(),
  /** The page with its query, as onShareAppMessage wants it. */
  path: z.string(),
  /** The query alone, as onShareTimeline wants it. */
  query: z.string(),
  /** `林小满推荐：武夷肉桂岩茶 礼盒 120 克`, at most 26 characters. */
  title: z.string(),
  image: z.string().nullable(),
  /** The mini-program code as a picture. */
  codePicture: z.string(),
  /** A link that opens the same page in the H5 preview or leads to WeChat. */
  link: z.string(),
  /** Words to choose from, for 「换一句」. */
  suggestions: z.array(z.string()),
  shop: z.object({ name: z.string(), logo: z.string().nullable() }),
  promoter: z.object({ name: z.string(), avatar: z.string().nullable() }),
});

export const attributionSchemas = {
  'attribution.share': {
    body: z.strictObject({
      /** Absent: the shop itself, or an invitation. */
      sku: field.outsideId.nullable().optional(),
      campaign: field.outsideId.nullable().optional(),
      /** True for an invitation to become a promoter. */
      invite: z.boolean().default(false),
      channel: z.enum(keysOf(shareChannelWords)),
      words: field.text(60).nullable().optional(),
    }),
    answer: share,
  },
  'attribution.touch': {
    body: z.strictObject({ code: z.string().min(1).max(64), kind: z.enum(keysOf(touchWords)) }),
    answer: z.object({
      /** Null when nobody has that code. */
      promoter: z.object({ name: z.string(), avatar: z.string().nullable() }).nullable(),
      sku: z.string().nullable(),
      campaign: z.string().nullable(),
      invite: z.boolean(),
      words: z.string().nullable(),
    }),
  },
  'attribution.sharePicture': { params: z.object({ merchant: z.string(), code: z.string() }), answer: field.nothing },
} as const satisfies SchemasFor<typeof attributionRoutes>;
