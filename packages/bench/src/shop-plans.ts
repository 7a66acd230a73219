import { type Answer, type HttpClient, httpClient, signWebhook } from '@fenrun/testkit';
import type { Product } from './product';
import { dice, type Roll } from './random';
import { prepare, sendAll } from './send';
import { paidOrder, type Shop } from './shop';
import { awaitSettled, type Store } from './store';

/** Rules in force while orders come in. */
export const RULES = 1_000;

const GROUPS = ['G1', 'G2', 'G3', 'G4', 'G5'];

/** Of the sellers, a third is in a group and a third enjoys a bonus. */
const THIRDS = 3;

/** A rate of 1 to 15 percent. */
const rate = (roll: Roll) => ({ percent: String(1 + roll(15)) });

type DrawnRule = { readonly layer: string; readonly [field: string]: unknown };

/** The kinds of rules that shops write, in equal parts; most meet few orders. `A…` and `B…` are sold, `X…` hardly ever. */
const KINDS: readonly ((roll: Roll, shop: Shop) => DrawnRule)[] = [
  (roll) => ({ layer: 'sales_match', when: { coupons: [`CODE${roll(300)}`] } }),
  (roll) => ({ layer: 'sales_match', when: { skus: [`X${roll(400)}`, `X${roll(400)}`] } }),
  (roll) => ({ layer: 'sales_match', when: { skus: [`A${roll(40)}`], subId: `channel-${roll(50)}` } }),
  (roll) => ({ layer: 'sales_match', when: { coupons: [`CODE${roll(300)}`], categories: ['goods'] } }),
  (roll) => ({ layer: 'sales_match', when: { subId: `channel-${roll(50)}`, amount: { from: '50' } } }),
  (roll, { sellers }) => ({
    layer: 'individual',
    promoters: [sellers[roll(sellers.length)]],
    when: { skus: [`X${roll(400)}`] },
  }),
  (roll, { sellers }) => ({
    layer: 'individual',
    promoters: [sellers[roll(sellers.length)]],
    when: { skus: [`B${roll(40)}`] },
  }),
  (roll) => ({ layer: 'group', groups: [GROUPS[roll(GROUPS.length)]], when: { skus: [`X${roll(400)}`] } }),
  (roll) => ({
    layer: 'group',
    groups: [GROUPS[roll(GROUPS.length)]],
    when: { skus: [`A${roll(40)}`, `B${roll(40)}`] },
  }),
  (roll) => ({ layer: 'sales_match', when: { skus: [`X${roll(400)}`], customer: 'new', country: ['GB'] } }),
];

/** Two inviters earn of every sale, so that an order has three commissions. */
const NETWORK = { basis: 'sale', levels: ['5', '2'] };

/** Lets two inviters earn; all else stays as it was. */
export async function switchOnNetwork(product: Product, shop: Shop): Promise<void> {
  const client = await signedIn(product, shop);
  const { body } = must(await client.get<{ settings: object }>('/api/v1/settings'));
  await put(client, '/api/v1/settings', { settings: { ...body.settings, network: NETWORK } });
}

async function signedIn({ base }: Product, { owner, password }: Shop): Promise<HttpClient> {
  const client = httpClient(base);
  must(await client.post('/api/v1/session', { email: owner, password }));
  return client;
}

/**
 * Fills the rule book through the API as a merchant does: two inviters earn, special rates, groups with members, a bonus that runs for
 * some, and rules in all written layers. Every layer decides some of the orders.
 */
export async function writePlans(product: Product, shop: Shop, store: Store): Promise<void> {
  const client = await signedIn(product, shop);
  const [grouped, enjoying] = [0, 1].map((third) => shop.sellers.filter((_, index) => index % THIRDS === third));
  await put(client, '/api/v1/groups', {
    groups: { isOn: true, groups: GROUPS.map((id) => ({ id, name: id, auto: null })) },
  });
  for (const [index, code] of (grouped ?? []).entries())
    must(await client.put(`/api/v1/promoters/${code}/group`, { group: GROUPS[index % GROUPS.length] }));
  await startBonuses(client, product, shop, store, enjoying ?? []);
  const roll = dice(RULES);
  for (let index = 0; index < RULES; index += 1) {
    const drawn = (KINDS[index % KINDS.length] as (typeof KINDS)[number])(roll, shop);
    must(await client.post('/api/v1/rules', { id: `R${index}`, rate: rate(roll), ...drawn }));
  }
}

/** Lets one approved order of each of the sellers start a bonus for good; afterwards settings are as orders are measured with. */
async function startBonuses(
  client: HttpClient,
  product: Product,
  shop: Shop,
  store: Store,
  sellers: readonly string[],
): Promise<void> {
  const { body } = must(await client.get<{ settings: object }>('/api/v1/settings'));
  const atOnce = { hold: { from: 'paid', days: 0 }, approval: { default: 'auto', rules: [] } };
  await put(client, '/api/v1/settings', { settings: { ...body.settings, network: NETWORK, ...atOnce } });
  const step = { threshold: '1', window: 'since_joining', rate: { percent: '8' }, days: null };
  await put(client, '/api/v1/tier-bonuses', { tierBonuses: { metric: 'conversions', steps: [step] } });
  const events = sellers.map(
    (seller, index) => paidOrder(`FIRST-${index}`, dice(index + 1), { ...shop, sellers: [seller] }, 1, 'first').event,
  );
  const text = `[${events.join(',')}]`;
  const headers = { ...signWebhook(text, shop.webhookSecret, 'first-orders', Date.now()) };
  await sendAll(product.port, [prepare(`/api/v1/webhooks/${shop.slug}/sales`, text, headers)], 1);
  await awaitSettled(store);
  await put(client, '/api/v1/settings', { settings: { ...body.settings, network: NETWORK } });
}

/** Saves what a merchant has one of, over the version that is there. */
async function put(client: HttpClient, path: string, change: object): Promise<void> {
  const { body } = must(await client.get<{ version: number }>(path));
  must(await client.put(path, { version: body.version, ...change }));
}

function must<T>(answer: Answer<T>): Answer<T> {
  if (answer.status >= 300) throw new Error(`the rule book was not written: ${JSON.stringify(answer.body)}`);
  return answer;
}
