import type { Instant } from '@fenrun/kernel';
import { findAmong, insert, keep, type Tx } from '../../../foundation/db';
import { newId } from '../../../foundation/ids';
import type { CustomerInput } from '../domain/sale-input';
import { type CustomerRow, customerTable } from '../store/customer.row';

/** What a later telling may add to a customer of whom it was not known; nothing that is known is changed. */
const LEARNT = ['outsideId', 'phone', 'name', 'email', 'address'] as const;

/**
 * Finds or makes the customer of each input, in order; null stays null. Found by the merchant's own id, else by verified
 * phone, else by openid. A customer known by phone only takes the merchant's id when that comes with the same phone.
 */
export async function findCustomers(
  tx: Tx,
  merchantId: string,
  inputs: readonly (CustomerInput | null)[],
  now: Instant,
): Promise<(string | null)[]> {
  const known = await knownCustomers(tx, merchantId, inputs);
  const made = new Set<CustomerRow>();
  const taught = new Set<CustomerRow>();
  const found = inputs.map((input) => {
    if (!input || !(input.outsideId || input.phone || input.openid)) return null;
    const customer = known.byInput(input) ?? newCustomer(merchantId, input, now);
    if (!known.has(customer)) made.add(customer);
    else if (learn(customer, input) && !made.has(customer)) taught.add(customer);
    known.add(customer);
    return customer.id;
  });
  await insert(tx, customerTable, [...made]);
  await keep(tx, customerTable, LEARNT, [...taught]);
  return found;
}

function learn(customer: CustomerRow, input: CustomerInput): boolean {
  let isNew = false;
  for (const field of LEARNT) {
    if (customer[field] !== null || !input[field]) continue;
    customer[field] = input[field];
    isNew = true;
  }
  return isNew;
}

function newCustomer(merchantId: string, input: CustomerInput, now: Instant): CustomerRow {
  return {
    merchantId,
    id: newId(now),
    outsideId: input.outsideId,
    phone: input.phone,
    openid: input.openid ?? null,
    name: input.name,
    email: input.email,
    address: input.address,
    createdAt: now,
    firstPaidAt: null,
    lastPaidAt: null,
    orders: 0,
    spent: 0,
  };
}

async function knownCustomers(tx: Tx, merchantId: string, inputs: readonly (CustomerInput | null)[]) {
  const byOutsideId = new Map<string, CustomerRow>();
  const byPhone = new Map<string, CustomerRow>();
  const byOpenid = new Map<string, CustomerRow>();
  const all = new Set<CustomerRow>();
  const add = (row: CustomerRow) => {
    all.add(row);
    if (row.outsideId) byOutsideId.set(row.outsideId, row);
    if (row.phone && !byPhone.has(row.phone)) byPhone.set(row.phone, row);
    if (row.openid) byOpenid.set(row.openid, row);
  };
  const given = (pick: (input: CustomerInput) => string | null | undefined) => [
    ...new Set(inputs.flatMap((input) => (input && pick(input)) || [])),
  ];
  const load = async (column: 'outsideId' | 'phone' | 'openid', values: string[]) => {
    if (values.length === 0) return;
    const rows = await findAmong(tx, customerTable, 'merchant_id = ?', [merchantId], column, values);
    for (const row of rows.sort((a, b) => (a.id < b.id ? -1 : 1))) add(row);
  };
  await load(
    'outsideId',
    given((input) => input.outsideId),
  );
  await load(
    'phone',
    given((input) => input.phone),
  );
  await load(
    'openid',
    given((input) => input.openid),
  );
  return {
    add,
    has: (row: CustomerRow) => all.has(row),
    byInput: (input: CustomerInput): CustomerRow | undefined => {
      if (input.outsideId) {
        const own = byOutsideId.get(input.outsideId);
        if (own) return own;
        const sharing = input.phone ? byPhone.get(input.phone) : undefined;
        return sharing && sharing.outsideId === null ? sharing : undefined;
      }
      return (
        (input.phone ? byPhone.get(input.phone) : undefined) ?? (input.openid ? byOpenid.get(input.openid) : undefined)
      );
    },
  };
}
