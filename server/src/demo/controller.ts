import { type In, type Out, routes } from '@fenrun/contracts';
import { formatInstant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { type OpenCall, Serves } from '../foundation/http';
import type { Wechat } from '../modules/wechat';
import type { DemoTime } from './demo-time';
import type { EmulatorControl } from './emulator-control';
import { demoPeople, merchantOfPerson } from './people';

const route = routes.demo;

export interface DemoSurroundings {
  readonly time: DemoTime;
  readonly wechat: Wechat;
  /** Null where no emulator runs: then nobody can be played. */
  readonly emulator: EmulatorControl | null;
}

/** The name under which they stand in the container. */
export const DEMO = 'demo:surroundings';

type Answered = Readonly<Record<string, unknown>>;

/** The demo's doors: time, people, and the phone in their hands. */
@Controller('/')
export class DemoController {
  @Inject(DEMO)
  private readonly own: DemoSurroundings;

  @Serves(route.clock)
  async clock(_: In<typeof route.clock>, _call: OpenCall): Promise<Out<typeof route.clock>> {
    return this.shownTime();
  }

  @Serves(route.advance)
  async advance({ body }: In<typeof route.advance>, _call: OpenCall): Promise<Out<typeof route.advance>> {
    await this.own.time.advance(body.advanceSeconds);
    return this.shownTime();
  }

  @Serves(route.people)
  async people(_: In<typeof route.people>, call: OpenCall): Promise<Out<typeof route.people>> {
    return { data: await demoPeople(call.db.read, call.lang) };
  }

  @Serves(route.actAs)
  async actAs({ body }: In<typeof route.actAs>, call: OpenCall): Promise<Out<typeof route.actAs> | Refusal> {
    const played = await this.play('login', { person: body.person }, call);
    if (isRefusal(played)) return played;
    return typeof played['code'] === 'string' ? { code: played['code'] } : refuse('wechat-unavailable');
  }

  @Serves(route.wx)
  wx({ params, body }: In<typeof route.wx>, call: OpenCall): Promise<Out<typeof route.wx> | Refusal> {
    return this.play(params.call, body, call);
  }

  private async play(call: string, body: Answered, { db }: OpenCall): Promise<Record<string, unknown> | Refusal> {
    const { emulator, wechat } = this.own;
    if (!emulator || !Object.hasOwn(CALLS, call)) return refuse('not-found');
    const person = String(body['person'] ?? '');
    if (!/^[0-9A-Za-z:_-]{1,64}$/.test(person))
      return refuse('invalid-request', undefined, [{ pointer: '/person', code: 'invalid-id' }]);
    const slug = typeof body['merchant'] === 'string' ? body['merchant'] : undefined;
    const merchant = await merchantOfPerson(db.read, person, slug);
    const clients = merchant && (await wechat.of(merchant.id));
    if (!clients) return refuse('unknown-merchant');
    await emulator.users([{ id: person }]);
    const phone = { appid: clients.account.appid, mchid: clients.account.pay?.mchid ?? '', user: person };
    const { path, body: asked } = (CALLS[call] as Play)(phone, body);
    return { ...(await emulator.play(path, asked)) };
  }

  private shownTime(): Out<typeof route.clock> {
    const { now, offsetMs } = this.own.time.shown();
    return { now: formatInstant(now), offsetSeconds: Math.floor(offsetMs / 1000) };
  }
}

interface Phone {
  readonly appid: string;
  readonly mchid: string;
  readonly user: string;
}

type Play = (phone: Phone, body: Answered) => { readonly path: string; readonly body: object };

const given = (body: Answered, ...names: string[]) =>
  Object.fromEntries(names.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])));

/** What the preview asks in place of `wx.*`, and which control call plays it. */
const CALLS: Readonly<Record<string, Play>> = {
  login: ({ appid, user }) => ({ path: 'login', body: { appid, user } }),
  phone: ({ appid, user }) => ({ path: 'phone', body: { appid, user } }),
  pay: ({ appid, user }, body) => ({ path: 'pay', body: { appid, user, ...given(body, 'params', 'cancel') } }),
  transfer: ({ user }, body) => ({ path: 'confirm', body: { user, ...given(body, 'params', 'result') } }),
  subscribe: ({ appid, user }, body) => ({
    path: 'grant',
    body: { appid, user, ...given(body, 'templateIds', 'result') },
  }),
  receive: ({ mchid }, body) => ({ path: 'receive', body: { mchid, ...given(body, 'outTradeNo') } }),
};
