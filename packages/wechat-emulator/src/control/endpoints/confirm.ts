import { unplan } from '../../clock/agenda';
import { confirmableUntil, moveTransfer, planStep, transferKey } from '../../pay/move-transfer';
import { anything, flawOf, object, optional, text } from '../../shape';
import type { Transfer } from '../../state/books';
import type { User } from '../../state/parties';
import { findUser } from '../../state/users';
import type { World } from '../../state/world';
import { controlPost, known } from '../control-route';

const PARAMS = object({ mchId: text(32), appId: text(32), package: text(1024), openId: optional(text(64)) });

interface Params {
  mchId: string;
  appId: string;
  package: string;
  openId?: string;
}

type Failure =
  | 'invalid-params'
  | 'unknown-package'
  | 'mchid-mismatch'
  | 'appid-mismatch'
  | 'other-user'
  | 'expired'
  | 'cancelled'
  | 'finished'
  | 'not-ready'
  | 'rejected';

/** `POST /control/confirm` plays `wx.requestMerchantTransfer` and the promoter's tap on it (wechat.md 2.11). */
export const confirm = controlPost(
  '/control/confirm',
  object({
    user: text(64),
    params: anything(),
    result: optional(text(8, { pattern: /^(accept|reject)$/ })),
    failReason: optional(text(64)),
  }),
  ({ world, body }) => {
    const user = known(findUser(world.state(), body.user), 'unknown-user', `There is no user ${body.user}.`);
    if (flawOf(PARAMS, body.params)) return failed('invalid-params');
    const transfer = findTransfer(world, user, body.params as Params);
    if (typeof transfer === 'string') return failed(transfer);
    const reason = refusalOf(world, transfer);
    if (reason) return failed(reason);
    if (body.result === 'reject') return failed('rejected');
    if (transfer.state === 'WAIT_USER_CONFIRM') accept(world, transfer, body.failReason);
    return { ok: true, errMsg: 'requestMerchantTransfer:ok', outBillNo: transfer.outBillNo, state: transfer.state };
  },
);

function findTransfer(world: World, user: User, params: Params): Transfer | Failure {
  const transfer = Object.values(world.state().transfers).find((bill) => bill.packageText === params.package);
  if (!transfer) return 'unknown-package';
  if (transfer.mchid !== params.mchId) return 'mchid-mismatch';
  if (transfer.appid !== params.appId) return 'appid-mismatch';
  const isTheirs = user.openids[transfer.appid] === transfer.openid;
  return isTheirs && (params.openId ?? transfer.openid) === transfer.openid ? transfer : 'other-user';
}

/** A bill that is too old still waits for a while, but its page says that it is over. The page may be opened again while paying. */
function refusalOf(world: World, transfer: Transfer): Failure | undefined {
  if (transfer.state === 'ACCEPTED' || transfer.state === 'PROCESSING') return 'not-ready';
  if (transfer.state === 'CANCELING' || transfer.state === 'CANCELLED') return 'cancelled';
  if (transfer.state === 'SUCCESS') return 'finished';
  if (transfer.state === 'FAIL') return transfer.failReason === 'OVERDUE_CLOSE' ? 'expired' : 'finished';
  const merchant = world.state().merchants[transfer.mchid];
  const isOld = merchant !== undefined && world.clock.now() >= confirmableUntil(transfer, merchant);
  return isOld && transfer.state === 'WAIT_USER_CONFIRM' ? 'expired' : undefined;
}

function accept(world: World, transfer: Transfer, failReason: string | undefined): void {
  transfer.wishedFailReason = failReason ?? null;
  moveTransfer(world, transfer, 'TRANSFERING');
  unplan(world.state(), 'expire-transfer', transferKey(transfer));
  const seconds = world.state().merchants[transfer.mchid]?.settings.transferPaySeconds ?? 0;
  planStep(world, transfer, 'pay-transfer', seconds);
}

function failed(reason: Failure) {
  return { ok: false, errMsg: `requestMerchantTransfer:fail ${reason}`, reason };
}
