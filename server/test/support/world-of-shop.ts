import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal, minor } from '@fenrun/kernel';
import { openPayment } from '../../src/flows/pay';
import { placeOrder } from '../../src/flows/shop-checkout';
import { takePayNotice, takeRefundNotice } from '../../src/flows/shop-notice';
import type { ShopMerchant, ShopSurroundings } from '../../src/flows/shop-surroundings';
import { newId } from '../../src/foundation/ids';
import {
  addProduct,
  openPictureStore,
  type PlacedOrder,
  type ProductRow,
  productOf,
  type ShopOrderRow,
  wholeOrder,
} from '../../src/modules/storefront';
import { type WechatWorld, wechatWorld } from './world-of-wechat';

/** A shop over a database, an emulator, and a listener that takes its notices. */
export interface ShopWorld extends WechatWorld {
  readonly shop: ShopSurroundings;
  readonly merchant: ShopMerchant;
  readonly alarms: string[];
  readonly memberId: string;
  readonly openid: string;
  now(): number;
  stock(sku: string): Promise<ProductRow>;
  order(number: string): Promise<ShopOrderRow>;
  place(quantity: number, sku?: string, coupon?: string): Promise<PlacedOrder>;
  /** Opens the payment and pays it on the phone of a person. */
  pay(number: string, more?: object): Promise<Record<string, unknown>>;
  sales(): Promise<{ number: string; amount: number }[]>;
  refunds(): Promise<{ id: string; order: string; ask: unknown }[]>;
}

export async function shopWorld(): Promise<ShopWorld> {
  const world = await wechatWorld(1500);
  const folder = mkdtempSync(join(tmpdir(), 'fenrun-shop-'));
  const alarms: string[] = [];
  const merchant = { id: world.merchantId, slug: 'demo', currency: 'CNY', timezone: 'Asia/Shanghai', region: 'CN' };
  const now = () => world.clock.now();
  const notices = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const arrived = { merchantId: world.merchantId, raw: Buffer.concat(chunks), headers: req.headers };
    const take = req.url?.endsWith('refund-notice') ? takeRefundNotice : takePayNotice;
    const answer = await take(shop, arrived, now());
    res
      .writeHead(answer.status, { 'content-type': 'application/json' })
      .end(answer.body ? JSON.stringify(answer.body) : undefined);
  });
  await new Promise<void>((resolve) => notices.listen(0, '127.0.0.1', resolve));
  const shop: ShopSurroundings = {
    db: world.db,
    wechat: world.wechat,
    pictures: openPictureStore(folder),
    publicUrl: `http://127.0.0.1:${(notices.address() as AddressInfo).port}`,
    push: { to: () => undefined },
    merchantOf: async () => merchant,
    alarm: (what) => void alarms.push(what),
  };
  const user = await world.control<{ openids: Record<string, string> }>('users', { id: 'buyer' });
  const openid = user.openids[world.appid] as string;
  const memberId = newId(now());
  const draft = {
    name: '武夷肉桂岩茶',
    subtitle: '炭焙',
    description: '',
    specification: '120 克',
    category: null,
    price: minor(12_800),
    pictures: [],
    isOnShelf: true,
  };
  await world.db.write(async (tx) => {
    await addProduct(tx, { merchantId: merchant.id, sku: 'TEA' }, draft, 1_000, now());
    await addProduct(
      tx,
      { merchantId: merchant.id, sku: 'CUP' },
      { ...draft, name: '白瓷盖碗', price: minor(3_333) },
      5,
      now(),
    );
  });
  return {
    ...world,
    shop,
    merchant,
    alarms,
    memberId,
    openid,
    now,
    stock: async (sku) => (await productOf(world.db.read, merchant.id, sku)) as ProductRow,
    order: async (number) => (await wholeOrder(world.db.read, merchant.id, number))!.order,
    async place(quantity, sku = 'TEA', coupon) {
      const input = {
        memberId,
        openid,
        lines: [{ sku, quantity }],
        coupon: coupon ?? null,
        address: ADDRESS,
        remark: null,
        ip: '127.0.0.1',
      };
      const placed = await world.db.write((tx) => placeOrder(tx, merchant, input, now()));
      if (isRefusal(placed)) throw new Error(placed.refused);
      return placed;
    },
    async pay(number, more = {}) {
      const params = await openPayment(shop, { merchantId: merchant.id, memberId, number }, now());
      if (isRefusal(params)) throw new Error(params.refused);
      return world.control('pay', { appid: world.appid, user: 'buyer', params, ...more });
    },
    sales: () =>
      world.db.read.rows('SELECT outside_id AS number, amount FROM sale WHERE merchant_id = ? ORDER BY outside_id', [
        merchant.id,
      ]),
    refunds: () =>
      world.db.read.rows('SELECT outside_id AS id, sale_outside_id AS "order", ask FROM refund WHERE merchant_id = ?', [
        merchant.id,
      ]),
    async stop() {
      notices.closeAllConnections();
      await new Promise((resolve) => notices.close(resolve));
      rmSync(folder, { recursive: true, force: true });
      await world.stop();
    },
  };
}

export const ADDRESS = {
  name: '林小满',
  phone: '13800001111',
  region: '福建省 厦门市 思明区',
  detail: '湖滨南路 1 号',
};
