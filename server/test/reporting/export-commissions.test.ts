import { DEFAULT_SETTINGS } from '@fenrun/engine';
import { isRefusal, money, zone } from '@fenrun/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvCell } from '../../src/foundation/csv';
import type { Database } from '../../src/foundation/db';
import type { CommissionFilter } from '../../src/modules/commission';
import { exportCommissions } from '../../src/modules/reporting';
import { recordRefunds, recordSales, type SaleInput } from '../../src/modules/sales';
import { testDatabase } from '../support/database';
import { type TestMerchant, testMerchant } from '../support/merchant';

let database: Database;
let shop: TestMerchant;

const sale = (id: string, promoter: string, paidAt: string, given: Partial<SaleInput> = {}): SaleInput => ({
  outsideId: id,
  source: 'webhook',
  type: 'one_time',
  paidAt: Date.parse(paidAt),
  customer: null,
  country: 'CN',
  promoterCode: promoter,
  subscription: null,
  sequence: null,
  campaign: null,
  subId: null,
  coupons: [],
  discount: money('0', 'CNY'),
  shipping: money('0', 'CNY'),
  manualCommission: null,
  device: null,
  ip: null,
  metadata: null,
  lines: [
    {
      sku: 'TEA',
      name: '茶',
      category: 'tea',
      quantity: 1,
      price: money('100', 'CNY'),
      discount: money('0', 'CNY'),
      tax: money('0', 'CNY'),
    },
  ],
  ...given,
});

beforeAll(async () => {
  database = await testDatabase();
  shop = await testMerchant(database, {
    settings: { ...DEFAULT_SETTINGS, hold: { from: 'paid', days: 0 }, approval: { default: 'auto', rules: [] } },
  });
  await shop.promoter('A', { name: '=HYPERLINK("http://x")' });
  await shop.promoter('B', { name: '李，雷' });
  const { merchantId, clock, lines } = shop;
  const sales = [
    sale('O1', 'A', '2026-02-01T10:00:00+08:00'),
    sale('=1+1', 'A', '2026-02-02T10:00:00+08:00'),
    sale('O3', 'B', '2026-02-03T00:00:00+08:00'),
    sale('O4', 'B', '2026-02-04T10:00:00+08:00'),
  ];
  await database.write((tx) => recordSales(tx, merchantId, sales, clock.now()));
  await lines.advance(merchantId);
  await database.write((tx) =>
    recordRefunds(
      tx,
      merchantId,
      [
        {
          outsideId: 'R1',
          saleOutsideId: 'O4',
          source: 'webhook',
          refundedAt: clock.now(),
          ask: { kind: 'amounts', amounts: [{ sku: 'TEA', amount: 2500 }] },
        },
      ],
      clock.now(),
    ),
  );
  await lines.advance(merchantId);
});
afterAll(() => database?.close());

async function csv(filter: CommissionFilter = {}, lang: 'zh' | 'en' = 'en'): Promise<string> {
  const { merchantId, currency, timezone } = shop;
  const pieces = await exportCommissions(database, { merchantId, currency, zone: zone(timezone), filter, lang });
  if (isRefusal(pieces)) return pieces.refused;
  let text = '';
  for await (const piece of pieces) text += piece.text;
  return text;
}

const rowsOf = (text: string) =>
  text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((row) => row.split(','));
const orders = (text: string) =>
  rowsOf(text)
    .filter(([first]) => first !== 'TOTAL')
    .map((row) => row[1]);

test('the file has a mark, its headers, a row per commission and totals that reconcile with the ledger', async () => {
  const text = await csv();
  expect(
    text.startsWith(
      '\ufeffcommission,order,paid_at,promoter,promoter_name,kind,programme,campaign,skus,base,amount,net,currency,status,reason\r\n',
    ),
  ).toBe(true);
  expect(text.split('\r\n')[1]).toMatch(
    /^[0-9A-Z]{26},O1,2026-02-01T10:00:00\+08:00,A,"'=HYPERLINK\(""http:\/\/x""\)",direct,P1,,TEA,100\.00,10\.00,10\.00,CNY,approved,$/,
  );
  expect(
    text.endsWith('TOTAL,4,,,,,,,,400.00,40.00,37.50,CNY,approved,\r\nTOTAL,4,,,,,,,,400.00,40.00,37.50,CNY,all,\r\n'),
  ).toBe(true);
  const rows = await database.read.rows<{ net: number | string }>(
    'SELECT SUM(amount) AS net FROM balance WHERE merchant_id = ? AND account = ?',
    [shop.merchantId, 'payable'],
  );
  expect(Math.abs(Number(rows[0]?.net))).toBe(3750);
});

test('nothing in a cell is executed by a spreadsheet', async () => {
  expect(orders(await csv())).toEqual(['O1', "'=1+1", 'O3', 'O4']);
  expect(['=1', '+1+2', '-1+2', '@x', '\t=1', ' =1', '＝1'].map(csvCell)).toEqual([
    "'=1",
    "'+1+2",
    "'-1+2",
    "'@x",
    '"\'\t=1"',
    "' =1",
    "'＝1",
  ]);
  expect(['-1', '-12.50', 'a=1', 'x;=1', 'a"b', '1,2'].map(csvCell)).toEqual([
    '-1',
    '-12.50',
    'a=1',
    '"x;=1"',
    '"a""b"',
    '"1,2"',
  ]);
});

test('the file in Chinese speaks Chinese', async () => {
  const text = await csv({}, 'zh');
  expect(text).toContain('佣金,订单,付款时间');
  expect(text).toContain('李，雷,直接推广');
  expect(text).toContain('合计,4');
});

test('a filter finds exactly what it names', async () => {
  expect(orders(await csv({ promoter: 'B' }))).toEqual(['O3', 'O4']);
  expect(orders(await csv({ promoter: 'nobody' }))).toEqual([]);
  expect(orders(await csv({ order: 'O3' }))).toEqual(['O3']);
  expect(orders(await csv({ from: '2026-02-02', to: '2026-02-03' }))).toEqual(["'=1+1"]);
  expect(orders(await csv({ from: '2026-02-03T00:00:00+08:00' }))).toEqual(['O3', 'O4']);
  expect(orders(await csv({ sku: 'TEA', status: ['pending'] }))).toEqual([]);
  expect(orders(await csv({ sku: 'tea' }))).toEqual([]);
  expect(orders(await csv({ amountFrom: '10.00', amountTo: '10' }))).toHaveLength(4);
  expect(orders(await csv({ amountFrom: '10.01' }))).toEqual([]);
  expect(orders(await csv({ q: '李' }))).toEqual(['O3', 'O4']);
  expect(await csv({ from: 'soon' })).toBe('invalid-request');
});
