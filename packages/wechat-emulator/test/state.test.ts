import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startEmulator } from '../src/index';
import { openInbox } from './support/inbox';
import { type Json, START, Stage, useStage } from './support/stage';

const stage = useStage();
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-'));
  folders.push(folder);
  return folder;
}

test('keys, books and what is pending survive a restart', async () => {
  const dir = newFolder();
  const other = new Stage();
  other.inbox = await openInbox();
  other.inbox.answerWith((_letter, index) => ({ status: index === 0 ? 500 : 204 }));
  other.emulator = await startEmulator({ dir });
  other.emulator.world.clock.setRate(0);
  await other.control('users', { id: 'wei' });
  const before = other.pair;
  await other.paidOrder();
  await other.advance(0);
  await other.emulator.stop();
  other.emulator = await startEmulator({ dir });
  expect(other.pair).toEqual(before);
  const order = await other.pay('GET', `/v3/pay/transactions/out-trade-no/T20260301000001?mchid=${other.mchid}`);
  expect(order.json.trade_state).toBe('SUCCESS');
  await other.advance(15);
  expect(other.inbox.letters).toHaveLength(2);
  await other.emulator.stop();
  await other.inbox.close();
  expect(statSync(join(dir, 'state.json')).mode & 0o077).toBe(0);
});

test('a notification that was under way when the emulator ended is sent again', async () => {
  const other = new Stage();
  other.inbox = await openInbox();
  other.inbox.answerWith((_letter, index) => (index === 0 ? 'hang' : { status: 204 }));
  const dir = newFolder();
  other.emulator = await startEmulator({ dir });
  await other.control('users', { id: 'wei' });
  await other.paidOrder();
  await expect.poll(() => other.inbox.letters.length).toBe(1);
  await other.emulator.stop();
  other.emulator = await startEmulator({ dir });
  await expect.poll(() => other.inbox.letters.length).toBe(2);
  await other.emulator.stop();
  await other.inbox.close();
});

test('a snapshot brings the whole state back, clock and random numbers too', async () => {
  const { state } = await stage.control('snapshot', {});
  const first = await stage.pay('POST', '/v3/pay/transactions/jsapi', stage.prepayBody());
  await stage.advance(500);
  await stage.control('restore', { state });
  expect((await stage.control('books')).orders).toEqual([]);
  expect((await stage.control('clock')).nowMs).toBe(START);
  const again = await stage.pay('POST', '/v3/pay/transactions/jsapi', stage.prepayBody());
  expect(again.json.prepay_id).toBe(first.json.prepay_id);
});

test('a restore may leave the clock alone, and wants a snapshot', async () => {
  const { state } = await stage.control('snapshot', {});
  await stage.advance(500);
  await stage.control('restore', { state, keepClock: true });
  expect((await stage.control('clock')).nowMs).toBe(START + 500_000);
  expect((await stage.control('restore', { state: {} })).error.code).toBe('invalid-body');
});

test('a reset empties the books and keeps pairs, people and the clock', async () => {
  const before = stage.pair;
  await stage.paidOrder();
  await stage.control('reset', {});
  const books = await stage.control('books');
  expect([books.orders, books.refunds, books.transfers, books.messages]).toEqual([[], [], [], []]);
  expect(stage.pair).toEqual(before);
  expect((await stage.control('users')).users).toHaveLength(2);
  const paid = await stage.paidOrder();
  expect(paid).toBe('4200000000000000000000000001');
  await stage.control('reset', { all: true });
  expect((await stage.control('users')).users).toEqual([]);
});

test('pairs are made once a name, each with its own keys, also when asked for twice at once', async () => {
  const [one, two] = await Promise.all([
    stage.control('merchants', { name: 'shop', appid: 'wx00000000000000aa', mchid: '1900000777' }),
    stage.control('merchants', { name: 'shop' }),
  ]);
  expect(two.merchant.privateKey).toBe(one.merchant.privateKey);
  expect(one).toMatchObject({ app: { appid: 'wx00000000000000aa' }, merchant: { mchid: '1900000777' } });
  expect(one.merchant.privateKey).not.toBe(stage.pair.merchant.privateKey);
  const { users } = await stage.control('users');
  expect(Object.keys(users[0].openids)).toHaveLength(2);
  expect((await stage.control('config')).pairs.map((pair: Json) => pair.name)).toEqual(['demo', 'shop']);
});

test('one merchant sees nothing of another', async () => {
  const other = await stage.control('merchants', { name: 'shop' });
  const transactionId = await stage.paidOrder();
  const { users } = await stage.control('users');
  const asOther = new Stage();
  asOther.emulator = { ...stage.emulator, config: () => ({ ...stage.emulator.config(), pairs: [other] }) };
  asOther.inbox = stage.inbox;
  const { mchid } = other.merchant;
  const byNumber = await asOther.pay('GET', `/v3/pay/transactions/out-trade-no/T20260301000001?mchid=${mchid}`);
  const byId = await asOther.pay('GET', `/v3/pay/transactions/id/${transactionId}?mchid=${mchid}`);
  expect([byNumber.json.code, byId.json.code]).toEqual(['ORDER_NOT_EXIST', 'ORDER_NOT_EXIST']);
  const openid = users[0].openids[other.app.appid];
  const placed = await asOther.pay('POST', '/v3/pay/transactions/jsapi', asOther.prepayBody({ payer: { openid } }));
  expect(placed.status).toBe(200);
});

test('unknown settings, users, apps and bodies are refused with a code', async () => {
  expect((await stage.settings({ magic: 1 })).error.code).toBe('unknown-setting');
  expect((await stage.control('login', { appid: stage.appid, user: 'nobody' })).error.code).toBe('unknown-user');
  expect((await stage.control('login', { appid: 'wx1', user: 'wei' })).error.code).toBe('unknown-app');
  expect((await stage.control('login', { appid: stage.appid })).error.code).toBe('invalid-body');
  expect((await stage.control('users', { id: 'a', surprise: 1 })).error.code).toBe('invalid-body');
  expect((await stage.control('nothing')).error.code).toBe('unmodelled');
});

test('the control listener does not answer to a name of the network', async () => {
  const { request } = await import('node:http');
  const status = await new Promise((resolve) => {
    const headers = { Host: 'evil.example' };
    request(`${stage.emulator.control}/control/config`, { headers }, (answer) => resolve(answer.statusCode)).end();
  });
  expect(status).toBe(403);
});

test('the journal shows calls and callbacks with headers, bodies and outcomes', async () => {
  await stage.paidOrder();
  await stage.advance(0);
  const { entries, unmodelled } = await stage.control('journal');
  expect(unmodelled).toBe(0);
  expect(entries.map((entry: Json) => `${entry.listener} ${entry.endpoint} ${entry.outcome}`)).toEqual([
    'pay pay.prepay ok',
    'callback TRANSACTION.SUCCESS accepted',
  ]);
  expect(entries[0]).toMatchObject({ signature: 'ok', status: 200, body: expect.stringContaining('茉莉花茶') });
  expect((await stage.control(`journal?since=${entries[0].seq}`)).entries).toHaveLength(1);
});
