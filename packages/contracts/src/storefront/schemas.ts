import { z } from 'zod';
import * as field from '../common/fields';
import type { SchemasFor } from '../common/schema-map';
import { storefrontMemberSchemas } from './member-schemas';
import type { storefrontRoutes } from './routes';
import { storefrontStaffSchemas } from './staff-schemas';

const byMerchant = z.object({ merchant: z.string() });

const part = z.string().max(256).optional();

/** What WeChat adds to the address of a push; anything else it may add later is not looked at. */
const pushQuery = z.object({ signature: part, msg_signature: part, timestamp: part, nonce: part, echostr: part });

export const storefrontSchemas = {
  ...storefrontStaffSchemas,
  ...storefrontMemberSchemas,
  'storefront.payNotice': { params: byMerchant, answer: field.nothing },
  'storefront.refundNotice': { params: byMerchant, answer: field.nothing },
  'storefront.pushCheck': { params: byMerchant, query: pushQuery, answer: field.nothing },
  'storefront.push': { params: byMerchant, query: pushQuery, answer: field.nothing },
} as const satisfies SchemasFor<typeof storefrontRoutes>;
