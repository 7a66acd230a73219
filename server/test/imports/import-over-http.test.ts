import type { Answer } from '@fenrun/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestMerchant, type TestServer } from '../support/harness';

let server: TestServer;
let shop: TestMerchant;

beforeAll(async () => {
  server = await startServer();
  shop = await server.merchant('imports', { currency: 'GBP', timezone: 'Europe/London', region: 'GB' });
});
afterAll(() => server?.stop());

interface Job {
  readonly id: string;
  readonly state: string;
  readonly columns: string[];
  readonly suggested: { columns: Record<string, string> };
  readonly counts: Record<string, number>;
  readonly problem: string | null;
}

const upload = (kind: string, text: string | Uint8Array) =>
  shop.owner.send<Job>('POST', `/api/v1/imports?kind=${kind}&name=file.csv`, text, { 'content-type': 'text/csv' });

async function finished(id: string): Promise<Job> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { body } = await shop.owner.get<Job>(`/api/v1/imports/${id}`);
    if (!['checking', 'running'].includes(body.state)) return body;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the import did not end');
}

const orders = [
  'InvoiceNo;StockCode;Description;Quantity;InvoiceDate;UnitPrice;CustomerID;Promoter',
  '1;TEA;"Tea; green";2;2026-01-05 10:00:00;2,50;C1;P1',
  '2;POT;Pot;1;2026-01-04 10:00:00;10,00;C2;P1',
  '1;CUP;Cup;1;2026-01-05 09:59:00;1,00;C1;P1',
  'C3;POT;Pot;-1;2026-01-06 10:00:00;10,00;C2;P1',
  '4;POT;Pot;-1;2026-01-06 10:00:00;10,00;C2;P1',
].join('\r\n');

test('a file of orders is uploaded, mapped, tried, run and repeated', async () => {
  const people = await upload('promoters', 'code,name,joined,inviter\nP1,Ann,2020-01-01,P2\nP2,Bob,,\nP3,,,\n');
  expect(people.status).toBe(201);
  expect((await shop.owner.post(`/api/v1/imports/${people.body.id}/run`)).status).toBe(202);
  expect((await finished(people.body.id)).counts).toMatchObject({ rows: 3, recorded: 2, refused: 1 });

  const { body: job } = await upload('orders', orders);
  expect(job.suggested.columns).toEqual({
    order: 'InvoiceNo',
    paidAt: 'InvoiceDate',
    sku: 'StockCode',
    quantity: 'Quantity',
    price: 'UnitPrice',
    name: 'Description',
    customer: 'CustomerID',
    promoter: 'Promoter',
  });
  const mapping = {
    ...job.suggested,
    dateFormat: 'yyyy-MM-dd HH:mm:ss',
    cancellation: { field: 'order', prefix: 'C' },
  };
  expect((await shop.owner.put(`/api/v1/imports/${job.id}/mapping`, mapping)).status).toBe(200);

  await shop.owner.post(`/api/v1/imports/${job.id}/dry-run`);
  expect(await finished(job.id)).toMatchObject({
    state: 'checked',
    counts: { rows: 5, items: 4, recorded: 2, repeated: 0, refused: 1, kept: 1 },
  });
  expect((await shop.owner.get('/api/v1/orders/1')).status).toBe(404);

  await shop.owner.post(`/api/v1/imports/${job.id}/run`);
  expect(await finished(job.id)).toMatchObject({
    state: 'done',
    counts: { recorded: 2, repeated: 0, refused: 1, kept: 1 },
  });
  await shop.owner.post(`/api/v1/imports/${job.id}/run`);
  expect(await finished(job.id)).toMatchObject({
    state: 'done',
    counts: { recorded: 0, repeated: 2, refused: 1, kept: 1 },
  });

  const { body: problems } = await shop.owner.get<{
    data: { kind: string; item: string; rows: number[]; code: string }[];
    byCode: { code: string; count: number }[];
  }>(`/api/v1/imports/${job.id}/problems`);
  expect(problems.data).toMatchObject([
    { kind: 'refused', item: '4', rows: [6], code: 'quantity-not-positive' },
    { kind: 'kept', item: 'C3', rows: [5], code: 'cancellation' },
  ]);
  expect(problems.byCode.map(({ code, count }) => [code, count])).toEqual([
    ['cancellation', 1],
    ['quantity-not-positive', 1],
  ]);
  const csv = await shop.owner.get<string>(`/api/v1/imports/${job.id}/problems.csv`, { 'accept-language': 'en' });
  expect(csv.body).toContain('refused,4,6,quantity-not-positive,"Row 6: Quantity ""-1"" is not above zero"');
});

test('an upload that is not a CSV is refused and leaves nothing', async () => {
  const picture = await upload('orders', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0xff, 0xfe]));
  expect(picture).toMatchObject({ status: 422, body: { code: 'not-a-csv' } });
  expect(await upload('orders', '')).toMatchObject({ status: 422, body: { code: 'empty-file' } });
  expect(await upload('orders', 'just some words\nand more of them\n')).toMatchObject({
    status: 422,
    body: { code: 'not-a-csv' },
  });
  expect(await upload('orders', '{"a": 1,\n"b": 2}')).toMatchObject({ status: 201 });
});

test('a mapping that does not fit is refused with every field named', async () => {
  const { body: job } = await upload('orders', 'a,b\n1,2\n');
  const answer: Answer = await shop.owner.put(`/api/v1/imports/${job.id}/mapping`, {
    columns: { order: 'a', nonsense: 'b', sku: 'z' },
  });
  expect(answer.status).toBe(422);
  const { errors } = answer.body as { errors: { pointer: string; code: string }[] };
  expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    '/columns/nonsense unknown-field',
    '/columns/sku unknown-column',
    '/columns/paidAt required',
    '/columns/quantity required',
    '/columns/price required',
  ]);
  expect((await shop.owner.post(`/api/v1/imports/${job.id}/run`)).status).toBe(422);
});

test('a catalogue is imported and repeated', async () => {
  const file = 'sku,name,price,stock,on_shelf\nTEA,"Tea, green",2.50,10,1\nPOT,Pot,x,1,1\nCUP,Cup,1.00,5,0\n';
  const { body: job } = await upload('products', file);
  await shop.owner.post(`/api/v1/imports/${job.id}/run`);
  expect((await finished(job.id)).counts).toMatchObject({ rows: 3, recorded: 2, repeated: 0, refused: 1 });
  await shop.owner.post(`/api/v1/imports/${job.id}/run`);
  expect((await finished(job.id)).counts).toMatchObject({ recorded: 0, repeated: 2, refused: 1 });
});

test('another merchant’s import does not exist', async () => {
  const { body: job } = await upload('orders', 'a,b\n1,2\n');
  const other = await server.merchant('imports-other');
  for (const path of ['', '/problems', '/problems.csv'])
    expect((await other.owner.get(`/api/v1/imports/${job.id}${path}`)).status).toBe(404);
  expect((await other.owner.post(`/api/v1/imports/${job.id}/run`)).status).toBe(404);
});
