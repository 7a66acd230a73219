import { revokeTokens } from '../../mp/access-tokens';
import { finishRefund } from '../../pay/finish-refund';
import { moveTransfer } from '../../pay/move-transfer';
import { stateNow } from '../../pay/order-state';
import { object, text } from '../../shape';
import { bookKey } from '../../state/books';
import type { RefundResult } from '../../state/merchant-settings';
import type { World } from '../../state/world';
import { ControlRefusal, controlBare, controlPost, known } from '../control-route';

/** `GET /control/books?mchid=`: WeChat's own books, for comparing with the server's. */
export const books = controlBare('GET', '/control/books', ({ world, query }) => {
  const state = world.state();
  const mchid = query.get('mchid');
  const ofMerchant = <T extends { mchid: string }>(rows: Record<string, T>) =>
    Object.values(rows).filter((row) => mchid === null || row.mchid === mchid);
  const appids = new Set(ofMerchant(state.merchants).flatMap((merchant) => merchant.appids));
  const orders = ofMerchant(state.orders).map((order) => {
    const { fingerprint: _text, ...open } = order;
    return { ...open, state: stateNow(order, world.clock.now()) };
  });
  return {
    orders,
    refunds: ofMerchant(state.refunds).map(({ fingerprint: _text, ...refund }) => refund),
    transfers: ofMerchant(state.transfers).map(({ fingerprint: _text, ...transfer }) => transfer),
    messages: state.messages.filter((message) => appids.has(message.appid)),
    balances: balancesOf(world, mchid),
  };
});

/** `POST /control/refunds`: a PROCESSING refund ends now. */
export const endRefund = controlPost(
  '/control/refunds',
  object({ mchid: text(32), outRefundNo: text(64), result: text(16, { pattern: /^(SUCCESS|ABNORMAL|CLOSED)$/ }) }),
  ({ world, body }) => {
    const key = bookKey(body.mchid, body.outRefundNo);
    const refund = known(world.state().refunds[key], 'unknown-refund', `There is no refund ${body.outRefundNo}.`);
    if (refund.status !== 'PROCESSING')
      throw new ControlRefusal(409, 'refund-ended', `The refund is ${refund.status}.`);
    finishRefund(world, refund, body.result as RefundResult);
    return { status: refund.status };
  },
);

/** `POST /control/transfers`: an open bill fails now, for a reason of WeChat's list. */
export const failTransfer = controlPost(
  '/control/transfers',
  object({ mchid: text(32), outBillNo: text(32), state: text(8, { pattern: /^FAIL$/ }), failReason: text(64) }),
  ({ world, body }) => {
    const key = bookKey(body.mchid, body.outBillNo);
    const transfer = known(world.state().transfers[key], 'unknown-transfer', `There is no bill ${body.outBillNo}.`);
    if (!moveTransfer(world, transfer, 'FAIL', body.failReason)) {
      throw new ControlRefusal(409, 'transfer-cannot-fail', `The bill is ${transfer.state}.`);
    }
    return { state: transfer.state, failReason: transfer.failReason };
  },
);

/** `POST /control/tokens/invalidate`: the next API call answers 40001. */
export const invalidateTokens = controlPost(
  '/control/tokens/invalidate',
  object({ appid: text(32) }),
  ({ world, body }) => ({
    invalidated: revokeTokens(world, body.appid),
  }),
);

function balancesOf(world: World, mchid: string | null) {
  const merchants = Object.values(world.state().merchants).filter(
    (merchant) => mchid === null || merchant.mchid === mchid,
  );
  return Object.fromEntries(
    merchants.map(({ mchid: id, settings, operationUsed }) => {
      const operation = settings.balanceOperation - operationUsed;
      return [id, { basic: settings.balanceBasic, operation, operationUsed }];
    }),
  );
}
