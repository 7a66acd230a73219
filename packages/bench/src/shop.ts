import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Home, runCli } from './product';
import type { Roll } from './random';

/** The merchant of a benchmark: 3 promoters at the top, each with 3 below, the other 48 below those. */
export interface Shop {
  readonly slug: string;
  readonly owner: string;
  readonly password: string;
  readonly webhookSecret: string;
  /** Codes of those who have two inviters. */
  readonly sellers: readonly string[];
}

const SLUG = 'bench';
const PROMOTERS = 60;
const TOP = 3;
const MIDDLE = 9;

/** Opens the merchant and imports its promoters through the commands of an operator. */
export async function openShop(home: Home): Promise<Shop> {
  const opened = await runCli<Omit<Shop, 'sellers'>>(
    home,
    'create-merchant',
    SLUG,
    ...['--name', 'Bench', '--currency', 'GBP', '--timezone', 'Europe/London', '--region', 'GB'],
    ...['--rate', '10', '--owner', 'owner@bench.test'],
  );
  const codes = Array.from({ length: PROMOTERS }, (_, index) => `P${String(index + 1).padStart(2, '0')}`);
  const rows = codes.map((code, index) => `${code},Promoter ${code},2024-01-01,${codes[inviterOf(index)] ?? ''},,,`);
  const file = join(home.dataDir, 'promoters.csv');
  mkdirSync(home.dataDir, { recursive: true });
  writeFileSync(file, `code,name,joined,inviter,programme,group,phone\n${rows.join('\n')}\n`);
  const { recorded } = await runCli<{ recorded: number }>(home, 'import-promoters', file, '--merchant', SLUG);
  if (recorded !== PROMOTERS) throw new Error(`${recorded} of ${PROMOTERS} promoters were imported`);
  return { ...opened, sellers: codes.slice(TOP + MIDDLE) };
}

/** The row of a promoter's inviter; −1 for those at the top. */
function inviterOf(index: number): number {
  if (index < TOP) return -1;
  return index < TOP + MIDDLE ? (index - TOP) % TOP : TOP + ((index - TOP - MIDDLE) % MIDDLE);
}

/** A paid order with two lines, as a shop tells it, of one of so many customers of a crowd. */
export function paidOrder(
  id: string,
  roll: Roll,
  { sellers }: Shop,
  customers: number,
  crowd: string,
): { readonly id: string; readonly event: string } {
  const paidAt = new Date().toISOString();
  const line = (sku: string) => ({
    sku,
    name: `Goods ${sku}`,
    category: 'goods',
    quantity: 1 + roll(3),
    price: `${10 + roll(90)}.50`,
  });
  const event = {
    type: 'order.paid',
    timestamp: paidAt,
    data: {
      id,
      paidAt,
      type: 'one_time',
      customer: { id: `C-${crowd}-${roll(customers)}` },
      country: 'GB',
      coupons: roll(5) === 0 ? [`CODE${roll(300)}`] : [],
      subId: roll(5) === 0 ? `channel-${roll(50)}` : null,
      promoter: sellers[roll(sellers.length)],
      shipping: '3.50',
      lines: [line(`A${roll(40)}`), line(`B${roll(40)}`)],
    },
  };
  return { id, event: JSON.stringify(event) };
}
