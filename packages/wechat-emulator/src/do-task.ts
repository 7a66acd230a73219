import { deliverOnSchedule } from './callbacks/deliver';
import type { DoTask } from './clock/agenda-runner';
import { receiveOrder, settleOrder } from './mp/shipping/receive-order';
import { finishRefund } from './pay/finish-refund';
import { moveTransfer, planStep } from './pay/move-transfer';
import type { TransferState } from './state/books';
import type { Task, TaskKind } from './state/emulator-state';
import type { World } from './state/world';

const NEXT_STEP: Partial<Record<TransferState, TransferState>> = {
  ACCEPTED: 'PROCESSING',
  PROCESSING: 'WAIT_USER_CONFIRM',
};

/** What each kind of task does. A subject that is gone (after a restore, say) is nothing to do. */
const DEEDS: Record<TaskKind, (world: World, task: Task) => Promise<void> | undefined> = {
  'deliver-callback': (world, task) => deliverOnSchedule(world, task.subject),
  'finish-refund': (world, task) => {
    const refund = world.state().refunds[task.subject];
    const merchant = refund && world.state().merchants[refund.mchid];
    if (refund && merchant) finishRefund(world, refund, merchant.settings.refundResult);
    return undefined;
  },
  'advance-transfer': advanceTransfer,
  'pay-transfer': payTransfer,
  'cancel-transfer': (world, task) => moveBill(world, task, 'CANCELLED', 'MCH_CANCEL'),
  'expire-transfer': (world, task) => moveBill(world, task, 'FAIL', 'OVERDUE_CLOSE', ['TRANSFERING', 'CANCELING']),
  'confirm-receipt': (world, task) => {
    const order = world.state().orders[task.subject];
    if (order) receiveOrder(world, order, 'auto');
    return undefined;
  },
  'settle-order': (world, task) => {
    const order = world.state().orders[task.subject];
    if (order) settleOrder(world, order);
    return undefined;
  },
};

export const doTask: DoTask = (world, task) => DEEDS[task.kind](world, task);

function advanceTransfer(world: World, task: Task): undefined {
  const transfer = world.state().transfers[task.subject];
  const next = transfer && NEXT_STEP[transfer.state];
  if (!transfer || !next || !moveTransfer(world, transfer, next)) return;
  if (NEXT_STEP[transfer.state]) planStep(world, transfer, 'advance-transfer', 1);
}

/** Whether the money arrives: the test's wish comes first, then the person's, then whether the name is theirs. */
function payTransfer(world: World, task: Task): undefined {
  const transfer = world.state().transfers[task.subject];
  const owner = transfer && world.state().openids[transfer.openid];
  if (!transfer) return;
  const user = owner && world.state().users[owner.userId];
  const isMisnamed = transfer.userName !== null && transfer.userName !== user?.realName;
  const failReason = transfer.wishedFailReason ?? user?.transferFailReason ?? (isMisnamed ? 'NAME_NOT_CORRECT' : null);
  moveTransfer(world, transfer, failReason === null ? 'SUCCESS' : 'FAIL', failReason);
}

function moveBill(
  world: World,
  task: Task,
  to: TransferState,
  failReason: string,
  except: TransferState[] = [],
): undefined {
  const transfer = world.state().transfers[task.subject];
  if (transfer && !except.includes(transfer.state)) moveTransfer(world, transfer, to, failReason);
}
