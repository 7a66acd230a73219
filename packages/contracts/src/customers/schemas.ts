import { z } from 'zod';
import * as field from '../common/fields';
import type { SchemasFor } from '../common/schema-map';
import type { customersRoutes } from './routes';

export const customerRow = z.object({
  id: z.string(),
  /** The merchant's own id, where one was given. */
  outsideId: z.string().nullable(),
  name: z.string().nullable(),
  /** Masked. */
  phone: z.string().nullable(),
  country: z.string().nullable(),
  orders: field.count,
  currency: field.currency,
  sales: field.money,
  refunded: field.money,
  firstOrderAt: field.instant.nullable(),
  lastOrderAt: field.instant.nullable(),
  /** The promoter of the last attributed order. */
  promoter: field.promoterMention.nullable(),
});

export const customerDetail = customerRow.extend({
  email: z.string().nullable(),
  /** The promoter to whom a running binding ties the customer. */
  boundTo: z.object({ promoter: field.promoterMention, until: field.instant.nullable() }).nullable(),
  /** The code under which this customer promotes. */
  promotes: z.string().nullable(),
  touches: z.array(z.object({ at: field.instant, kind: z.string(), promoter: field.promoterMention })),
  /** Categories bought, most first. */
  categories: z.array(z.object({ name: z.string(), pieces: field.count })),
});

export const customersSchemas = {
  'customers.list': {
    query: z.strictObject({
      ...field.paging,
      q: z.string().max(100).optional(),
      kind: z.enum(['new', 'returning']).optional(),
      promoter: z.string().max(64).optional(),
      sort: z.enum(['recent', 'sales', 'orders']).default('recent'),
    }),
    answer: field.page(customerRow),
  },
  'customers.read': { params: z.object({ id: field.id }), answer: customerDetail },
} as const satisfies SchemasFor<typeof customersRoutes>;
