import type { Route, RouteId } from '@fenrun/contracts';
import { isRefusal, minor } from '@fenrun/kernel';
import { orderPaid, signWebhook } from '@fenrun/testkit';
import { addPromoter } from '../../src/flows/add-promoter';
import { askPayout } from '../../src/flows/ask-payout';
import { decideCommission } from '../../src/flows/decide-commission';
import { onTimeline } from '../../src/flows/timeline/on-timeline';
import { timelinesOf } from '../../src/parts';
import type { TestMerchant, TestServer } from './harness';

/** The path parameters of what another merchant really has, by route. */
export type ForeignIds = Readonly<Record<string, Readonly<Record<string, string>>>>;

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const product = {
  name: 'Tea',
  subtitle: '',
  description: '',
  specification: '',
  category: null,
  price: '12.00',
  pictures: [],
  onShelf: true,
};
const address = { name: 'Li', phone: '13800000000', region: 'Fujian', detail: 'Road 1' };

/** Bodies that are right, so that only the id decides. */
export const bodies: Partial<Record<RouteId, unknown>> = {
  'identity.changeStaff': { role: 'viewer' },
  'storefront.saveProduct': { version: 1, ...product },
  'storefront.changeStock': { change: 1, reason: 'counted' },
  'storefront.saveCategory': { name: 'Tea' },
  'storefront.ship': { carrier: 'SF', trackingNumber: 'SF1' },
  'storefront.saveAddress': address,
  'plans.saveProgramme': {
    version: 1,
    name: 'x',
    rate: { percent: '5' },
    skus: [],
    categories: [],
    recurring: { mode: 'forever' },
  },
  'rules.save': { version: 1, layer: 'sales_match', rate: { percent: '5' } },
  'rules.end': {},
  'rules.rank': { before: null },
  'campaigns.save': { version: 1, name: 'x' },
  'campaigns.end': {},
  'coupons.save': {},
  'promoters.addNote': { text: 'a note' },
  'promoters.approve': { reason: 'x' },
  'promoters.reject': { reason: 'x' },
  'promoters.suspend': { reason: 'x' },
  'promoters.reinstate': { reason: 'x' },
  'promoters.ban': { reason: 'x' },
  'promoters.assignProgramme': { programme: 'standard' },
  'promoters.assignGroup': { group: null },
  'promoters.moveInviter': { inviter: null, reason: 'x' },
  'sales.complete': {},
  'sales.refund': { reason: 'x' },
  'sales.assignPromoter': { promoter: 'P1', reason: 'x' },
  'commission.approve': { reason: 'x' },
  'commission.reject': { reason: 'x' },
  'commission.adjust': { amount: '1.00', reason: 'x' },
  'payout.request': { amount: '1.00', channel: 'manual' },
  'payout.approve': {},
  'payout.reject': { reason: 'x' },
  'payout.cancel': { reason: 'x' },
  'payout.result': { result: 'paid' },
  'imports.map': { columns: { order: 'order' } },
};

/** Routes whose parameter is a word of the product, not an id of a merchant. */
export const NOT_AN_ID: ReadonlySet<string> = new Set(['promoters.saveAgreement', 'member.agreement', 'demo.wx']);

/** Fills a merchant with one of everything that has an id, through its own doors, and answers the ids. */
export async function foreignIds(
  server: TestServer,
  merchant: TestMerchant,
  routes: readonly Route[],
): Promise<ForeignIds> {
  const { owner } = merchant;
  const member = await merchant.member();
  const key = await owner.post<{ id: string }>('/api/v1/api-keys', { name: 'k', role: 'viewer' });
  const secrets = await owner.get<{ data: { id: string }[] }>('/api/v1/webhook-secrets');
  const person = await owner.post<{ id: string }>('/api/v1/staff', {
    email: `s@${merchant.slug}.test`,
    name: 'S',
    role: 'viewer',
  });
  await owner.post('/api/v1/products', { sku: 'FOREIGN-SKU', stock: 5, ...product });
  await owner.post('/api/v1/categories', { id: 'foreign-category', name: 'Tea' });
  const picture = await owner.send<{ id: string }>('POST', '/api/v1/pictures', PNG, { 'content-type': 'image/png' });
  const place = await member.client.post<{ id: string }>('/api/v1/member/addresses', address);
  const items = [{ sku: 'FOREIGN-SKU', quantity: 1 }];
  const order = await member.client.post<{ id: string }>('/api/v1/member/orders', { items, address, total: '12.00' });
  await owner.post('/api/v1/programmes', FOREIGN_PROGRAMME);
  await owner.post('/api/v1/coupons', { code: 'FOREIGN-COUPON' });
  await owner.post('/api/v1/campaigns', { id: 'foreign-campaign', name: 'Foreign' });
  await owner.post('/api/v1/rules', { id: 'foreign-rule', layer: 'sales_match', rate: { percent: '5' } });
  await owner.send('POST', '/api/v1/imports?kind=promoters', 'code,name\nX,Y\n', { 'content-type': 'text/csv' });
  await owner.post('/api/v1/exports', { kind: 'commissions' });
  await owner.post('/api/v1/back-tests', { changes: [], days: 1 });
  await earnAndAsk(server, merchant);
  const one = async (sql: string) => (await server.db.read.rows<{ id: string }>(sql, [merchant.id]))[0]?.id ?? '';
  const ids: Readonly<Record<string, string>> = {
    'identity.changeStaff': person.body.id,
    'identity.removeStaff': person.body.id,
    'identity.revokeApiKey': key.body.id,
    'identity.revokeWebhookSecret': secrets.body.data[0]?.id ?? '',
    'storefront.product': 'FOREIGN-SKU',
    'storefront.saveCategory': 'foreign-category',
    'storefront.removeCategory': 'foreign-category',
    'storefront.picture': picture.body.id,
    'storefront.saveAddress': place.body.id,
    'storefront.removeAddress': place.body.id,
    'storefront.member-order': order.body.id,
    sku: 'FOREIGN-SKU',
    order: 'FOREIGN-ORDER',
    programme: 'foreign-programme',
    rule: 'foreign-rule',
    campaign: 'foreign-campaign',
    coupon: 'FOREIGN-COUPON',
    promoter: 'FOREIGN-PROMOTER',
    commission: await one('SELECT id FROM commission WHERE merchant_id = ?'),
    customer: await one('SELECT id FROM customer WHERE merchant_id = ?'),
    payout: await one('SELECT id FROM payout WHERE merchant_id = ?'),
    import: await one('SELECT id FROM import_job WHERE merchant_id = ?'),
    export: await one('SELECT id FROM export_job WHERE merchant_id = ?'),
    backTest: await one('SELECT id FROM back_test WHERE merchant_id = ?'),
  };
  return Object.fromEntries(routes.map((route) => [route.id, paramsFor(route, ids)]));
}

const FOREIGN_PROGRAMME = {
  ...{ id: 'foreign-programme', name: 'Foreign', rate: { percent: '5' }, skus: [], categories: [] },
  recurring: { mode: 'forever' },
};

/** A promoter earns on a sale, is approved, and asks for a payout. */
async function earnAndAsk(server: TestServer, merchant: TestMerchant): Promise<void> {
  const lines = timelinesOf(server.installation);
  const promoter = {
    ...{ code: 'FOREIGN-PROMOTER', name: 'Foreign', phone: null, avatar: null, memberId: null, customerId: null },
    ...{ status: 'active' as const, joinedAt: null, inviterId: null, programme: null, group: null },
  };
  const added = await onTimeline(lines, merchant.id, (tx, hand, now) => addPromoter(tx, hand, promoter, now));
  if (isRefusal(added)) throw new Error(added.refused);
  await tellSale(server, merchant);
  await lines.advance(merchant.id);
  const [commission] = await server.db.read.rows<{ id: string }>('SELECT id FROM commission WHERE merchant_id = ?', [
    merchant.id,
  ]);
  if (!commission) throw new Error('the sale earned nothing');
  const verdict = { verdict: 'approve' as const, reason: 'x', by: null };
  const asked = await onTimeline(lines, merchant.id, async (tx, hand, now) => {
    const decided = await decideCommission(tx, hand, { id: commission.id }, verdict, now);
    return isRefusal(decided) ? decided : { id: decided.id };
  });
  if (isRefusal(asked)) throw new Error(asked.refused);
  const ask = { outsideId: 'FOREIGN-PAYOUT', promoterId: added.id, amount: minor(1), channel: 'manual' as const };
  const payout = await onTimeline(lines, merchant.id, (tx, hand, now) => askPayout(tx, hand, ask, now));
  if (isRefusal(payout)) throw new Error(payout.refused);
}

async function tellSale(server: TestServer, merchant: TestMerchant): Promise<void> {
  const body = JSON.stringify(
    orderPaid('FOREIGN-ORDER', {
      promoter: 'FOREIGN-PROMOTER',
      customer: { id: 'FOREIGN-C' },
      lines: [{ sku: 'FOREIGN-SKU', quantity: 1, price: '12.00' }],
    }),
  );
  const headers = { ...signWebhook(body, merchant.webhookSecret, 'foreign', server.clock.now()) };
  const answer = await server.client().send('POST', `/api/v1/webhooks/${merchant.slug}/sales`, body, headers);
  if (answer.status !== 200) throw new Error(`the sale was not taken: ${JSON.stringify(answer.body)}`);
}

/** Which of the ids the parameter of a route means. */
function paramsFor(route: Route, ids: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
  const room = route.id.split('.')[0] as string;
  const idOf = (name: string): string | undefined => {
    if (ids[route.id]) return ids[route.id];
    if (name === 'sku') return ids['sku'];
    if (room === 'coupons') return ids['coupon'];
    if (name === 'code') return ids['promoter'];
    if (route.path.startsWith('/api/v1/member/orders/')) return ids['storefront.member-order'];
    if (route.path.startsWith('/api/v1/orders/')) return ids['order'];
    if (route.path.startsWith('/api/v1/programmes/')) return ids['programme'];
    if (room === 'rules') return ids['rule'];
    if (room === 'campaigns') return ids['campaign'];
    if (room === 'commission') return ids['commission'];
    if (room === 'payout') return ids['payout'];
    if (room === 'customers') return ids['customer'];
    if (room === 'imports') return ids['import'];
    if (room === 'exports') return ids['export'];
    if (room === 'trials') return ids['backTest'];
    return undefined;
  };
  return Object.fromEntries(names.map((name) => [name, idOf(name) ?? '']));
}
