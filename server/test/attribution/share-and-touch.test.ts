import type { Out } from '@fenrun/contracts';
import { minor } from '@fenrun/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leaveLead } from '../../src/flows/leave-lead';
import { recount } from '../../src/flows/recount/recount';
import { find, findOne } from '../../src/foundation/db';
import { funnelDayTable, shareTable, touchTable } from '../../src/modules/attribution';
import { promoterTable } from '../../src/modules/promoters';
import { customerTable } from '../../src/modules/sales';
import { addProduct } from '../../src/modules/storefront';
import { type DeskWorld, deskWorld } from '../support/world-of-desk';

let desk: DeskWorld;
type Share = Out<'attribution.share'>;
type Touch = Out<'attribution.touch'>;
interface Problem {
  code: string;
  errors?: { pointer: string }[];
}

const { memberId: _, ...TEA } = {
  memberId: null,
  name: '武夷肉桂岩茶礼盒特别长的名字一百二十克装春季限定',
  subtitle: '炭焙',
  description: '',
  specification: '120 克',
  category: null,
  price: minor(12_800),
  pictures: [],
  isOnShelf: true,
};

beforeAll(async () => {
  desk = await deskWorld();
  await desk.server.db.write((tx) =>
    addProduct(tx, { merchantId: desk.shop.id, sku: 'TEA' }, TEA, 10, desk.server.clock.now()),
  );
});
afterAll(() => desk.server.stop());

const promoter = async (code: string) => {
  const member = await desk.shop.member();
  const id = await desk.promoter(code, { memberId: member.id, name: `${code}小满` });
  return { ...member, promoterId: id };
};
const share = (who: { client: Awaited<ReturnType<typeof promoter>>['client'] }, body: object) =>
  who.client.post<Share & Problem>('/api/v1/member/shares', { channel: 'friend', ...body });
const touch = (who: { client: Awaited<ReturnType<typeof promoter>>['client'] }, code: string) =>
  who.client.post<Touch>('/api/v1/member/touches', { code, kind: 'share' });
const customerOf = async (memberId: string) => {
  const sql = 'SELECT openid FROM member WHERE merchant_id = ? AND id = ?';
  const [row] = await desk.server.db.read.rows<{ openid: string }>(sql, [desk.shop.id, memberId]);
  return findOne(desk.server.db.read, customerTable, 'merchant_id = ? AND openid = ?', [
    desk.shop.id,
    row?.openid ?? '',
  ]);
};

test('a promoter shares a product: code, path, card and words; who does not promote cannot', async () => {
  const anna = await promoter('ANNA');
  const { status, body } = await share(anna, { sku: 'TEA', words: '冷了也好喝' });
  expect(status).toBe(200);
  expect(body.code).toMatch(/^[0-9A-Za-z]{10}$/);
  expect(body.path).toBe(`/subpackages/shop/product/index?sku=TEA&s=${body.code}`);
  expect(body.query).toBe(`sku=TEA&s=${body.code}`);
  expect(body.link).toContain(`/m/?merchant=tea&s=${body.code}#/subpackages/shop/product/index?sku=TEA&s=${body.code}`);
  expect([...body.title].length).toBeLessThanOrEqual(26);
  expect(body.title.startsWith('ANNA小满推荐：武夷')).toBe(true);
  expect(body.suggestions.length).toBeGreaterThan(1);
  const guest = await desk.shop.member();
  expect((await share(guest, { sku: 'TEA' })).body.code).toBe('promoter-not-active');
  expect((await share(anna, { sku: 'NONE' })).body.code).toBe('unknown-product');
  expect((await share(anna, { campaign: 'NONE' })).body.errors?.[0]?.pointer).toBe('/campaign');
});

test('who opens a share is tied to the promoter, and buys for him', async () => {
  const bella = await promoter('BELLA');
  const { body } = await share(bella, { sku: 'TEA', words: '试试' });
  const guest = await desk.shop.member();
  const opened = await touch(guest, body.code);
  expect(opened.body).toEqual({
    promoter: { name: 'BELLA小满', avatar: null },
    sku: 'TEA',
    campaign: null,
    invite: false,
    words: '试试',
  });
  const customer = await customerOf(guest.id);
  await desk.sale('OPEN1', { customer: { id: 'C-guest', phone: null } });
  const touches = await find(desk.server.db.read, touchTable, 'merchant_id = ? AND customer_id = ?', [
    desk.shop.id,
    customer?.id ?? '',
  ]);
  expect(touches.map(({ promoterId, shareCode, isEffective }) => [promoterId, shareCode, isEffective])).toEqual([
    [bella.promoterId, body.code, true],
  ]);
  const me = await guest.client.get<Out<'member.me'>>('/api/v1/member/me');
  expect(me.body.recommendedBy).toBe('BELLA小满');
});

test('opening one’s own share, or that of somebody suspended, attributes nothing and counts nowhere', async () => {
  const cora = await promoter('CORA');
  const { body } = await share(cora, { sku: 'TEA' });
  await touch(cora, body.code);
  await desk.shop.owner.post('/api/v1/promoters/CORA/suspend', { reason: 'x' });
  const guest = await desk.shop.member();
  expect((await touch(guest, body.code)).body.promoter?.name).toBe('CORA小满');
  const row = await findOne(desk.server.db.read, shareTable, 'merchant_id = ? AND code = ?', [desk.shop.id, body.code]);
  expect(row?.opens).toBe(0);
  const touches = await find(desk.server.db.read, touchTable, 'merchant_id = ? AND promoter_id = ?', [
    desk.shop.id,
    cora.promoterId,
  ]);
  expect(touches.map(({ isEffective }) => isEffective)).toEqual([false, false]);
  expect((await guest.client.get<Out<'member.me'>>('/api/v1/member/me')).body.recommendedBy).toBeNull();
});

test('a promoter’s own code on a poster works like a share; a code that nobody has says so', async () => {
  await promoter('DORA');
  const guest = await desk.shop.member();
  expect((await touch(guest, 'DORA')).body).toMatchObject({ promoter: { name: 'DORA小满' }, sku: null });
  expect((await touch(guest, 'NOBODY')).body.promoter).toBeNull();
});

test('an unknown share has no picture', async () => {
  const answer = await desk.server.client().get<Problem>('/api/v1/shares/tea/AAAAAAAAAA/picture');
  expect([answer.status, answer.body.code]).toEqual([404, 'unknown-share']);
  expect((await desk.server.client().get('/api/v1/shares/nobody/AAAAAAAAAA/picture')).status).toBe(404);
});

test('a lead is attributed like a touch', async () => {
  const emma = await promoter('EMMA');
  const { body } = await share(emma, { sku: 'TEA' });
  const guest = await desk.shop.member();
  await touch(guest, body.code);
  const customer = await customerOf(guest.id);
  const { db, clock } = desk.server;
  const input = {
    merchantId: desk.shop.id,
    customerId: customer?.id ?? '',
    name: '李',
    phone: null,
    wish: '要二十份',
  };
  const lead = await db.write((tx) => leaveLead(tx, db, input, clock.now()));
  expect(lead).toMatchObject({ promoterId: emma.promoterId, shareCode: body.code });
});

test('the funnel of a day counts shares, opens, leads, orders and refunds, and adds up again from the rows', async () => {
  const fay = await promoter('FAY');
  const { body } = await share(fay, { sku: 'TEA' });
  const guest = await desk.shop.member();
  await touch(guest, body.code);
  await touch(guest, body.code);
  await desk.sale('F1', { promoter: 'FAY' });
  await desk.sale('F2', { promoter: 'FAY' });
  await desk.refund('FR1', 'F1', { lines: [{ sku: 'TEA', quantity: 1 }] });
  await desk.refund('FR2', 'F1', { lines: [{ sku: 'TEA', quantity: 1 }] });
  const [day] = await find(desk.server.db.read, funnelDayTable, 'merchant_id = ? AND promoter_id = ?', [
    desk.shop.id,
    fay.promoterId,
  ]);
  expect(day).toMatchObject({ shares: 1, opens: 2, leads: 0, orders: 2, refunds: 1 });
  const month = (await fay.client.get<Out<'member.me'>>('/api/v1/member/me')).body.promoter?.month;
  expect(month).toEqual({ shares: 1, opens: 2, orders: 2, refunds: 1 });
  expect((await recount(desk.server.db)).differences).toEqual([]);
  await desk.server.db.write((tx) =>
    tx.run('UPDATE funnel_day SET opens = opens + 1 WHERE promoter_id = ?', [fay.promoterId]),
  );
  const { differences } = await recount(desk.server.db);
  expect(differences).toMatchObject([{ counter: 'funnel.opens', kept: 3, counted: 2 }]);
  await desk.server.db.write((tx) =>
    tx.run('UPDATE funnel_day SET opens = opens - 1 WHERE promoter_id = ?', [fay.promoterId]),
  );
});

test('a promoter who buys for himself is known as the buyer, whoever recommended it', async () => {
  const gina = await promoter('GINA');
  const hope = await promoter('HOPE');
  await touch(gina, (await share(hope, { sku: 'TEA' })).body.code);
  const [row] = await find(desk.server.db.read, promoterTable, "merchant_id = ? AND code = 'GINA'", [desk.shop.id]);
  expect(row?.customerId).toBe((await customerOf(gina.id))?.id);
});
