import { type Money, minor } from '@fenrun/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, find } from '../../src/foundation/db';
import { recordSales, type SaleInput, saleLineTable, saleTable, takeRecorded } from '../../src/modules/sales';
import { testDatabase } from '../support/database';

let db: Database;
const merchantId = 'M'.repeat(26);
const now = Date.UTC(2026, 2, 1);

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const line = {
  sku: 'TEA',
  name: '茶',
  category: 'tea',
  quantity: 2,
  price: minor(10_000),
  discount: minor(1),
  tax: minor(0),
};

const sale = (outsideId: string, given: Partial<SaleInput> = {}): SaleInput => ({
  outsideId,
  source: 'webhook',
  type: 'one_time',
  paidAt: now,
  customer: null,
  country: 'CN',
  promoterCode: 'P1',
  subscription: null,
  sequence: null,
  campaign: null,
  subId: 'ü-1',
  coupons: ['WELCOME10'],
  discount: 5 as Money,
  shipping: 0 as Money,
  manualCommission: null,
  device: 'd',
  ip: '::1',
  metadata: { note: 'a "quoted" word', list: [1, null] },
  lines: [line, { ...line, sku: 'NUT', name: null, category: null }],
  ...given,
});

test('what is handed over to settling is what is stored', async () => {
  const recorded = await db.write((tx) => recordSales(tx, merchantId, [sale('A'), sale('B', { metadata: null })], now));
  const ids = recorded.map(({ id }) => id);
  const handed = takeRecorded(ids);
  const rows = await find(db.read, saleTable, 'merchant_id = ?', [merchantId], 'ORDER BY id');
  expect(handed.map(({ row }) => row)).toEqual(rows);
  for (const { row, lines } of handed)
    expect(lines).toEqual(
      await find(db.read, saleLineTable, 'merchant_id = ? AND sale_id = ?', [merchantId, row.id], 'ORDER BY line_no'),
    );
});

test('a recorded sale is handed over once, so that work done again reads what is stored', async () => {
  const [first] = await db.write((tx) => recordSales(tx, merchantId, [sale('C')], now));
  const id = first?.id as string;
  expect(takeRecorded([id]).length).toBe(1);
  expect(takeRecorded([id])).toEqual([]);
});
