import type { Statement, Store, Value } from './store';

/** Rows of a table, in the order of its columns. */
type Row = readonly Value[];

/** What one order left behind: the rows that it added, and by how much it moved what is kept. */
interface OrderRows {
  readonly added: ReadonlyMap<string, readonly Row[]>;
  readonly customer: Row;
  readonly balances: readonly { readonly owner: string; readonly account: string; readonly amount: number }[];
  readonly funnel: { readonly day: string; readonly promoterId: string };
  readonly event: { readonly at: number; readonly id: string };
}

/** Everything that the product left behind, ready to be written again by bare SQL. */
export interface Legacy {
  readonly columns: ReadonlyMap<string, readonly string[]>;
  readonly orders: readonly OrderRows[];
  /** Deliveries that brought one order, and those that brought many. */
  readonly deliveriesOfOne: readonly Row[];
  readonly deliveriesOfMany: readonly Row[];
}

type Found = Record<string, Value>;

/** Tables to which an order adds rows, and the column that says of which order they are. */
const ADDED = {
  sale: 'id',
  sale_line: 'sale_id',
  settlement: 'sale_id',
  commission: 'sale_id',
  commission_line: 'commission_id',
  posting: 'cause_id',
} as const;

const LANE = 'timeline';

/** Reads what the product left behind of the orders of one turn. */
export async function readLegacy(store: Store, turn: string): Promise<Legacy> {
  const columns = new Map<string, readonly string[]>();
  const all = new Map<string, Found[]>();
  for (const table of [
    ...Object.keys(ADDED),
    'customer',
    'webhook_delivery',
    'timeline',
    'balance',
    'funnel_day',
    'outbox',
  ]) {
    columns.set(table, await columnsOf(store, table));
    all.set(table, table === 'outbox' || table === 'balance' ? [] : await store.rows<Found>(`SELECT * FROM ${table}`));
  }
  const rowsOf: RowsOf = (table, found) =>
    found.map((row) => (columns.get(table) as string[]).map((column) => orNull(row[column])));
  const saleOfCommission = new Map((all.get('commission') ?? []).map((row) => [row['id'], row['sale_id']]));
  const bySale = new Map(
    Object.entries(ADDED).map(([table, column]) => [
      table,
      groupBy(all.get(table) ?? [], (row) => String(saleOfCommission.get(row[column] as Value) ?? row[column])),
    ]),
  );
  const customers = new Map((all.get('customer') ?? []).map((row) => [row['id'], row]));
  const sales = (all.get('sale') ?? []).filter((sale) => String(sale['outside_id']).startsWith(`${turn}-`));
  const orders = sales.map((sale) => {
    const own = (table: string) => bySale.get(table)?.get(String(sale['id'])) ?? [];
    return orderRowsOf(sale, customers.get(sale['customer_id'] as Value), own, rowsOf);
  });
  const deliveries = all.get('webhook_delivery') ?? [];
  const isOfOne = (row: Found) => (JSON.parse(String(row['results'])) as unknown[]).length === 1;
  return {
    columns,
    orders,
    deliveriesOfOne: rowsOf('webhook_delivery', deliveries.filter(isOfOne)),
    deliveriesOfMany: rowsOf(
      'webhook_delivery',
      deliveries.filter((row) => !isOfOne(row)),
    ),
  };
}

type RowsOf = (table: string, found: readonly Found[]) => Row[];

/** What one sale left behind; `own` finds its rows in a table. */
function orderRowsOf(
  sale: Found,
  buyer: Found | undefined,
  own: (table: string) => readonly Found[],
  rowsOf: RowsOf,
): OrderRows {
  const customer = { ...buyer };
  Object.assign(customer, {
    orders: 1,
    spent: sale['amount'],
    first_paid_at: sale['paid_at'],
    last_paid_at: sale['paid_at'],
  });
  const [settlement] = own('settlement');
  return {
    added: new Map(Object.keys(ADDED).map((table) => [table, rowsOf(table, own(table))])),
    customer: rowsOf('customer', [customer])[0] as Row,
    balances: own('posting').map(({ owner, account, amount }) => ({
      owner: String(owner),
      account: String(account),
      amount: Number(amount),
    })),
    funnel: {
      day: new Date(Number(sale['paid_at'])).toISOString().slice(0, 10),
      promoterId: String(settlement?.['promoter_id']),
    },
    event: { at: Number(sale['recorded_at']), id: String(sale['id']) },
  };
}

async function columnsOf(store: Store, table: string): Promise<string[]> {
  const sql =
    store.dialect === 'mysql'
      ? `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = '${table}' ORDER BY ordinal_position`
      : `SELECT name FROM pragma_table_info('${table}') ORDER BY cid`;
  return (await store.rows<{ name: string }>(sql)).map(({ name }) => name);
}

const orNull = (value: Value | undefined): Value => value ?? null;

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const list = groups.get(key(row));
    if (list) list.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** The transactions of a turn, made before its clock starts: orders in batches, as another merchant's, with merged updates in ascending key order. */
export function transactionsOf(store: Store, legacy: Legacy, merchantId: string, size: number): Statement[][] {
  const { orders, deliveriesOfOne, deliveriesOfMany } = legacy;
  const deliveries = size === 1 ? deliveriesOfOne : deliveriesOfMany;
  const batches: Statement[][] = [];
  for (let at = 0; at < orders.length; at += size) {
    const delivery = deliveries[batches.length] as Row;
    batches.push(transactionOf(store, legacy, merchantId, orders.slice(at, at + size), delivery));
  }
  return batches;
}

function transactionOf(
  store: Store,
  { columns }: Legacy,
  merchantId: string,
  orders: readonly OrderRows[],
  delivery: Row,
): Statement[] {
  const insert = (table: string, rows: readonly Row[], tail = ''): Statement => {
    const names = columns.get(table) as readonly string[];
    const at = names.indexOf('merchant_id');
    const own = rows.map((row) => row.map((value, index) => (index === at ? merchantId : value)));
    return { head: `INSERT INTO ${table} (${names.join(',')}) VALUES `, rows: own, tail };
  };
  const adding = (key: string, names: readonly string[], set: (name: string) => string) =>
    store.dialect === 'mysql'
      ? ` ON DUPLICATE KEY UPDATE ${names.map((name) => `${name} = ${set(name).replace(/NEW\.(\w+)/g, 'VALUES($1)')}`).join(', ')}`
      : ` ON CONFLICT (${key}) DO UPDATE SET ${names.map((name) => `${name} = ${set(name).replace(/NEW\.(\w+)/g, 'excluded.$1')}`).join(', ')}`;
  const events = orders.map(({ event }) => event);
  const outbox = events.map(({ at, id }): Row => [LANE, merchantId, at, id, 'sale-recorded', id, 'null']);
  const inserts = Object.keys(ADDED).map((table) =>
    insert(
      table,
      orders.flatMap(({ added }) => added.get(table) ?? []),
    ),
  );
  const first = Math.min(...events.map(({ at }) => at));
  const last = Math.max(...events.map(({ at }) => at));
  return [
    ...inserts,
    insert('webhook_delivery', [delivery]),
    { head: `INSERT INTO outbox (lane,merchant_id,at,id,topic,subject_id,payload) VALUES `, rows: outbox, tail: '' },
    {
      head: `DELETE FROM outbox WHERE lane = '${LANE}' AND merchant_id = '${merchantId}' AND at >= ${first} AND at <= ${last} AND id IN (`,
      rows: events.map(({ id }) => [id]),
      tail: ')',
    },
    insert(
      'customer',
      mergedCustomers(orders, columns.get('customer') as readonly string[]),
      adding('merchant_id, id', ['orders', 'spent', 'last_paid_at'], (name) =>
        name === 'last_paid_at' ? 'NEW.last_paid_at' : `customer.${name} + NEW.${name}`,
      ),
    ),
    insert(
      'funnel_day',
      mergedFunnel(orders),
      adding('merchant_id, day, promoter_id', ['orders'], (name) => `funnel_day.${name} + NEW.${name}`),
    ),
    {
      head: 'INSERT INTO timeline (merchant_id,at,cycle_at,special_at) VALUES ',
      rows: [[merchantId, last, 0, last]],
      tail: adding('merchant_id', ['at', 'special_at'], (name) => `NEW.${name}`),
    },
    {
      head: 'INSERT INTO balance (merchant_id,owner,account,amount) VALUES ',
      rows: mergedBalances(orders, merchantId),
      tail: adding('merchant_id, owner, account', ['amount'], (name) => `balance.${name} + NEW.${name}`),
    },
  ];
}

function mergedCustomers(orders: readonly OrderRows[], names: readonly string[]): Row[] {
  const [id, count, spent] = ['id', 'orders', 'spent'].map((name) => names.indexOf(name)) as [number, number, number];
  const merged = new Map<Value, Value[]>();
  for (const { customer } of orders) {
    const known = merged.get(customer[id] as Value);
    if (!known) merged.set(customer[id] as Value, [...customer]);
    else {
      known[count] = Number(known[count]) + 1;
      known[spent] = Number(known[spent]) + Number(customer[spent]);
    }
  }
  return [...merged].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)).map(([, row]) => row);
}

/** In the order of the table's columns: merchant, day, promoter, shares, opens, leads, orders, refunds. */
function mergedFunnel(orders: readonly OrderRows[]): Row[] {
  const merged = groupBy(orders, ({ funnel }) => `${funnel.day}/${funnel.promoterId}`);
  return [...merged]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, same]) => {
      const { day, promoterId } = (same[0] as OrderRows).funnel;
      return ['', day, promoterId, 0, 0, 0, same.length, 0];
    });
}

function mergedBalances(orders: readonly OrderRows[], merchantId: string): Row[] {
  const merged = groupBy(
    orders.flatMap(({ balances }) => balances),
    ({ owner, account }) => `${owner}/${account}`,
  );
  return [...merged]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, same]) => {
      const { owner, account } = same[0] as OrderRows['balances'][number];
      return [merchantId, owner, account, same.reduce((sum, { amount }) => sum + amount, 0)];
    });
}

/** What the merchant has before a turn begins, as the product's merchant has it: balances, days and a timeline to add to. */
export function kept(transactions: readonly (readonly Statement[])[]): Statement[] {
  const tables = ['funnel_day', 'timeline', 'balance'];
  return tables.map((table) => {
    const all = transactions.flat().filter(({ head }) => head.startsWith(`INSERT INTO ${table} `));
    const rows = new Map(
      all.flatMap(({ rows }) => rows).map((row) => [row.filter((value) => typeof value === 'string').join('/'), row]),
    );
    const zeros = [...rows.values()].map((row) => row.map((value) => (typeof value === 'number' ? 0 : value)));
    return { head: all[0]?.head ?? '', rows: zeros, tail: '' };
  });
}

/** Writes the transactions over some connections at once, one after another on each. Answers how many milliseconds it took. */
export async function writeBare(stores: readonly Store[], batches: readonly (readonly Statement[])[]): Promise<number> {
  let next = 0;
  const began = performance.now();
  await Promise.all(
    stores.map(async (store) => {
      while (next < batches.length) {
        next += 1;
        await store.write(batches[next - 1] as readonly Statement[]);
      }
    }),
  );
  return performance.now() - began;
}
