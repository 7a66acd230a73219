import type { Out, PushMessage } from '@fenrun/contracts';
import { PUSH_PATH } from '@fenrun/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { addPromoter } from '../../src/flows/add-promoter';
import { onTimeline } from '../../src/flows/timeline/on-timeline';
import { timelinesOf } from '../../src/parts';
import { acceptAll, type PhoneWorld, phoneWorld } from '../support/world-of-phones';

let world: PhoneWorld;
type Me = Out<'member.me'>;
type Detail = Out<'promoters.read'>;
interface Problem {
  code: string;
  errors?: { pointer: string; code: string }[];
}

beforeAll(async () => {
  world = await phoneWorld();
});
afterAll(() => world.stop());

const apply = async (who: Awaited<ReturnType<PhoneWorld['person']>>, given: object = {}) =>
  who.client.post<Me & Problem>('/api/v1/member/application', {
    name: '林小满',
    phoneCode: await who.phoneCode(),
    consents: await acceptAll(who.client),
    ...given,
  });
const me = async (who: { client: Awaited<ReturnType<PhoneWorld['person']>>['client'] }) =>
  (await who.client.get<Me>('/api/v1/member/me')).body;

test('a person applies with name and phone, is admitted, and is told of it by push and by a message', async () => {
  const person = await world.person('xiaoman', '13800005521');
  expect((await me(person)).application.status).toBe('none');
  const applied = await apply(person, { words: '喝了七八年岩茶' });
  expect(applied.status).toBe(201);
  expect(applied.body.application.status).toBe('waiting');
  expect(applied.body.promoter).toBeNull();

  const list = await world.shop.owner.get<Out<'promoters.list'>>('/api/v1/promoters?status=applicant');
  const [row] = list.body.data;
  expect(row).toMatchObject({ name: '林小满', phone: '138****5521', status: 'applicant', joinedAt: null });
  const path = `/api/v1/promoters/${row?.code}`;
  const detail = (await world.shop.owner.get<Detail>(path)).body;
  expect(detail.application).toMatchObject({ words: '喝了七八年岩茶', phoneVerified: true, missing: [] });
  expect(detail.consents.map(({ kind, version }) => [kind, version])).toEqual([
    ['privacy', 1],
    ['promoter_terms', 1],
  ]);

  const pushed = listen(person.token);
  await pushed.heard('hello');
  expect((await world.shop.owner.post<Detail>(`${path}/approve`)).body.status).toBe('active');
  expect(await pushed.heard('application.changed')).toMatchObject({ promoter: row?.code });
  pushed.close();

  const now = await me(person);
  expect(now.application.status).toBe('admitted');
  expect(now.promoter).toMatchObject({ code: row?.code, status: 'active', rate: '10%', programmeName: '标准计划' });
  expect(now.unread).toBe(1);
  const messages = (
    await person.client.get<Out<'member.messages'>>('/api/v1/member/messages', { 'accept-language': 'en' })
  ).body;
  expect(messages.data[0]).toMatchObject({ kind: 'application', title: 'You are in', read: false });
  const upTo = messages.data[0]?.id;
  expect((await person.client.post('/api/v1/member/messages/read', { upTo })).body).toEqual({ unread: 0 });

  expect((await apply(person)).body.code).toBe('already-promoter');
  expect((await world.shop.owner.post<Problem>(`${path}/approve`)).body.code).toBe('invalid-state');
});

function listen(token: string) {
  const socket = new WebSocket(world.server.url.replace('http', 'ws') + PUSH_PATH);
  const heard: PushMessage[] = [];
  const waiting: (() => void)[] = [];
  socket.on('open', () => socket.send(JSON.stringify({ type: 'auth', token })));
  socket.on('message', (data) => {
    heard.push(JSON.parse(String(data)) as PushMessage);
    for (const wake of waiting.splice(0)) wake();
  });
  return {
    close: () => socket.close(),
    heard: async (event: PushMessage['event']) => {
      for (;;) {
        const found = heard.find((message) => message.event === event);
        if (found) return found;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
  };
}

test('whoever is turned down reads why, and may apply again as the same person', async () => {
  const person = await world.person('jia', '13800000002');
  await apply(person, { name: '陈嘉' });
  const [row] = (await world.shop.owner.get<Out<'promoters.list'>>('/api/v1/promoters?status=applicant')).body.data;
  const path = `/api/v1/promoters/${row?.code}`;
  const silent = await world.shop.owner.post<Problem>(`${path}/reject`, { reason: '  ' });
  expect([silent.status, silent.body.code]).toEqual([422, 'reason-required']);
  const rejected = await world.shop.owner.post<Detail>(`${path}/reject`, { reason: '请补充推广渠道' });
  expect(rejected.body).toMatchObject({ status: 'rejected', statusReason: '请补充推广渠道' });
  const told = await me(person);
  expect(told.application).toMatchObject({ status: 'rejected', reason: '请补充推广渠道' });
  const again = await person.client.post<Me>('/api/v1/member/application', {
    name: '陈嘉',
    words: '小区群',
    consents: await acceptAll(person.client),
  });
  expect(again.body.application.status).toBe('waiting');
  const story = (await world.shop.owner.get<Out<'promoters.story'>>(`${path}/story`)).body.data;
  expect(story.map(({ kind }) => kind)).toEqual(['applied', 'rejected', 'applied']);
  expect(story[1]?.text).toBe('申请未通过：请补充推广渠道');
  expect(story[1]?.by).toBe('Owner');
  expect((await world.shop.owner.post<Detail>(`${path}/approve`)).body.status).toBe('active');
});

test('an application lacks nothing: agreements in their present version, a phone, a known invitation', async () => {
  const person = await world.person('lack', '13800000003');
  const consents = await acceptAll(person.client);
  const post = (body: object) => person.client.post<Problem>('/api/v1/member/application', { name: '甲', ...body });
  expect((await post({ consents: [] })).body.code).toBe('consent-required');
  expect((await post({ consents: consents.map((one) => ({ ...one, version: 9 })) })).body.code).toBe(
    'consent-required',
  );
  expect((await post({ consents })).body.code).toBe('phone-required');
  expect((await post({ consents, phoneCode: 'made-up' })).body.code).toBe('phone-required');
  expect((await post({ consents, invitation: 'NOBODY', phoneCode: 'x' })).body.code).toBe('unknown-invitation');
  expect((await post({ consents, name: ' ' })).status).toBe(422);
  expect((await me(person)).application.status).toBe('none');
});

test('a code of the phone button works once, and a repeated request with one key applies once', async () => {
  const person = await world.person('twice', '13800000004');
  const body = { name: '乙', phoneCode: await person.phoneCode(), consents: await acceptAll(person.client) };
  const key = { 'idempotency-key': 'once' };
  const first = await person.client.post<Me>('/api/v1/member/application', body, key);
  const second = await person.client.post<Me>('/api/v1/member/application', body, key);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body).toEqual(first.body);
  expect((await apply(person)).body.code).toBe('already-applied');
});

test('an invitation makes the inviter, by code or by share', async () => {
  const inviter = await world.person('zhou', '13800000005');
  await apply(inviter, { name: '周禾' });
  const code = (await world.shop.owner.get<Out<'promoters.list'>>('/api/v1/promoters?q=周禾')).body.data[0]
    ?.code as string;
  await world.shop.owner.post(`/api/v1/promoters/${code}/approve`);
  const share = await inviter.client.post<Out<'attribution.share'>>('/api/v1/member/shares', {
    invite: true,
    channel: 'friend',
  });
  expect(share.body.path).toBe(`/subpackages/promoter/join/index?s=${share.body.code}`);
  const guest = await world.person('guest', '13800000006');
  const page = await guest.client.get<Out<'member.join'>>(`/api/v1/member/join?invitation=${share.body.code}`);
  expect(page.body.inviter?.name).toBe('周禾');
  expect(page.body.howMuch).toBe('每件商品都写明，一般是成交价的 10%。');
  expect(page.body.when).toBe('收货满 7 天并审核后，可提现到微信零钱。');
  await apply(guest, { name: '客人', invitation: share.body.code });
  const own = await inviter.client.post<Problem>('/api/v1/member/application', { name: 'x', consents: [] });
  expect(own.body.code).toBe('already-promoter');
  const row = (await world.shop.owner.get<Out<'promoters.list'>>('/api/v1/promoters?q=客人')).body.data[0];
  expect(row).toMatchObject({ inviter: code, inviterName: '周禾' });
});

test('where the merchant admits at once, whoever applies may promote at once', async () => {
  const { body } = await world.shop.owner.get<Out<'plans.settings'>>('/api/v1/settings');
  const settings = { ...body.settings, applications: { mode: 'open', requireInvitation: false } };
  await world.shop.owner.put('/api/v1/settings', { version: body.version, settings });
  const person = await world.person('open', '13800000007');
  const applied = await apply(person, { name: '开放' });
  expect(applied.body.application.status).toBe('admitted');
  expect(applied.body.promoter?.status).toBe('active');
  await world.shop.owner.put('/api/v1/settings', { version: body.version + 1, settings: body.settings });
});

test('a promoter who came over by import signs in with his phone and is himself', async () => {
  const lines = timelinesOf(world.server.installation);
  const input = {
    code: 'OLD1',
    name: '老推广员',
    phone: '13800000008',
    avatar: null,
    memberId: null,
    customerId: null,
  };
  const rest = { status: 'active' as const, joinedAt: null, inviterId: null, programme: null, group: null };
  await onTimeline(lines, world.shop.id, (tx, hand, now) => addPromoter(tx, hand, { ...input, ...rest }, now));
  const person = await world.person('old', '13800000008');
  const verified = await person.client.post<{ phone: string }>('/api/v1/member/phone', {
    code: await person.phoneCode(),
  });
  expect(verified.body.phone).toBe('138****0008');
  expect((await me(person)).promoter?.code).toBe('OLD1');
  const detail = (await world.shop.owner.get<Detail>('/api/v1/promoters/OLD1')).body;
  expect(detail.customer).not.toBeNull();
});

test('a new version of an agreement asks the next applicant, and the old text stays accepted', async () => {
  const path = '/api/v1/agreements/promoter_terms';
  const saved = await world.shop.owner.put<Out<'promoters.saveAgreement'>>(path, {
    title: '推广员协议（新）',
    text: '第一条\n第二条',
  });
  expect(saved.body).toMatchObject({ version: 2, title: '推广员协议（新）' });
  const person = await world.person('new-terms', '13800000009');
  const old = [
    { kind: 'promoter_terms', version: 1 },
    { kind: 'privacy', version: 1 },
  ];
  expect((await apply(person, { consents: old })).body.code).toBe('consent-required');
  expect((await apply(person)).status).toBe(201);
  const read = await person.client.get<Out<'member.agreement'>>('/api/v1/member/agreements/promoter_terms');
  expect(read.body.text).toBe('第一条\n第二条');
});
