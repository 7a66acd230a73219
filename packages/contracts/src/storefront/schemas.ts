import { z } from 'zod';
import * as field from '../common/fields';
import type { SchemasFor } from '../common/schema-map';
import { storefrontMemberSchemas } from './member-schemas';
import type { storefrontRoutes } from './routes';
import { storefrontStaffSchemas } from './staff-schemas';

const byMerchant = z.object({ merchant: z.string() });

export const storefrontSchemas = {
  ...storefrontStaffSchemas,
  ...storefrontMemberSchemas,
  'storefront.payNotice': { params: byMerchant, answer: field.nothing },
  'storefront.refundNotice': { params: byMerchant, answer: field.nothing },
} as const satisfies SchemasFor<typeof storefrontRoutes>;
