import { mintCode } from '../../mp/phone-codes';
import { shippingState } from '../../mp/shipping/order-state';
import { receiveOrder } from '../../mp/shipping/receive-order';
import { list, object, optional, text } from '../../shape';
import { bookKey } from '../../state/books';
import type { App, User } from '../../state/parties';
import { findUser } from '../../state/users';
import type { World } from '../../state/world';
import { controlPost, known } from '../control-route';

const WHO = { appid: text(32), user: text(64) };

/** `POST /control/login` plays `wx.login`. */
export const login = controlPost('/control/login', object(WHO), ({ world, body }) => {
  const { app, user } = whoIs(world, body.appid, body.user);
  return { ok: true, errMsg: 'login:ok', ...minted(world, 'login', app, user) };
});

/** `POST /control/phone` plays the phone-number button; used-up quota is what the event then carries. */
export const phone = controlPost('/control/phone', object(WHO), ({ world, body }) => {
  const { app, user } = whoIs(world, body.appid, body.user);
  if (app.phoneQuota === 0) {
    return { ok: false, errno: 1400001, errMsg: 'getPhoneNumber:fail jsapi has no permission: quota used up' };
  }
  return { ok: true, errMsg: 'getPhoneNumber:ok', ...minted(world, 'phone', app, user) };
});

/** `POST /control/grant` plays `wx.requestSubscribeMessage`; each accept is one message more. */
export const grant = controlPost(
  '/control/grant',
  object({
    ...WHO,
    templateIds: list(text(64), 1, 5),
    result: optional(text(8, { pattern: /^(accept|reject|ban|filter)$/ })),
  }),
  ({ world, body }) => {
    const { app, user } = whoIs(world, body.appid, body.user);
    const { grants } = world.state();
    const results: Record<string, string> = {};
    for (const templateId of body.templateIds) {
      const isKnown = app.templates.some((template) => template.id === templateId);
      results[templateId] = isKnown ? (body.result ?? 'accept') : 'filter';
      const key = `${user.openids[app.appid]}/${templateId}`;
      if (results[templateId] === 'accept') grants[key] = (grants[key] ?? 0) + 1;
    }
    return { ok: true, errMsg: 'requestSubscribeMessage:ok', results };
  },
);

/** `POST /control/receive` plays the buyer who confirms receipt inside WeChat. */
export const receive = controlPost(
  '/control/receive',
  object({ mchid: optional(text(32)), outTradeNo: optional(text(32)), transactionId: optional(text(32)) }),
  ({ world, body }) => {
    const state = world.state();
    const key = body.transactionId
      ? state.transactions[body.transactionId]
      : bookKey(body.mchid ?? '', body.outTradeNo ?? '');
    const order = known(state.orders[key ?? ''], 'unknown-order', 'There is no such order.');
    const orderState = shippingState(state, order, world.clock.now());
    if (orderState !== 2) return { ok: false, reason: orderState === 1 ? 'not-shipped' : 'not-receivable', orderState };
    receiveOrder(world, order, 'user');
    return { ok: true, errMsg: 'openBusinessView:ok', orderState: shippingState(state, order, world.clock.now()) };
  },
);

/** App and person of a call, or a 404. */
export function whoIs(world: World, appid: string, name: string): { app: App; user: User } {
  const app = known(world.state().apps[appid], 'unknown-app', `There is no app ${appid}.`);
  const user = known(findUser(world.state(), name), 'unknown-user', `There is no user ${name}.`);
  return { app, user };
}

function minted(world: World, kind: 'login' | 'phone', app: App, user: User) {
  const { code, expiresAt } = mintCode(world, kind, app.appid, user.id);
  return { code, expiresAt: new Date(expiresAt).toISOString() };
}
