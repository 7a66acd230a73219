import type { Instant } from '@fenrun/kernel';
import { findAmong, insert, type Tx, update } from '../../../foundation/db';
import { newId } from '../../../foundation/ids';
import type { CustomerInput } from '../domain/sale-input';
import { type CustomerRow, customerTable } from '../store/customer.row';

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
  const made: CustomerRow[] = [];
  const found: (string | null)[] = [];
  for (const input of inputs) {
    if (!input || !(input.outsideId || input.phone || input.openid)) {
      found.push(null);
      continue;
    }
    let customer = known.byInput(input);
    if (!customer) {
      customer = newCustomer(merchantId, input, now);
      made.push(customer);
      known.add(customer);
    } else if (input.outsideId && customer.outsideId === null) {
      customer.outsideId = input.outsideId;
      known.add(customer);
      if (!made.includes(customer)) {
        await update(tx, customerTable, { outsideId: input.outsideId }, 'merchant_id = ? AND id = ?', [
          merchantId,
          customer.id,
        ]);
      }
    }
    found.push(customer.id);
  }
  await insert(tx, customerTable, made);
  return found;
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
  const add = (row: CustomerRow) => {
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
