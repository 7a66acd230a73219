import { makeCallback } from '../callbacks/make-callback';
import { plan, unplan } from '../clock/agenda';
import { bookKey, type Transfer, type TransferState } from '../state/books';
import type { TaskKind } from '../state/emulator-state';
import type { Merchant } from '../state/parties';
import type { World } from '../state/world';
import { transferNotice } from './transfer-view';

/** The moves of wechat.md 2.11; SUCCESS, FAIL and CANCELLED are the end. */
const MOVES = {
  ACCEPTED: ['PROCESSING', 'CANCELING', 'FAIL'],
  PROCESSING: ['WAIT_USER_CONFIRM', 'CANCELING', 'FAIL'],
  WAIT_USER_CONFIRM: ['TRANSFERING', 'CANCELING', 'FAIL'],
  TRANSFERING: ['SUCCESS', 'FAIL'],
  CANCELING: ['CANCELLED'],
  SUCCESS: [],
  FAIL: [],
  CANCELLED: [],
} as const satisfies Record<TransferState, readonly TransferState[]>;

const TIMERS: readonly TaskKind[] = ['advance-transfer', 'pay-transfer', 'cancel-transfer', 'expire-transfer'];

export function transferKey(transfer: Transfer): string {
  return bookKey(transfer.mchid, transfer.outBillNo);
}

export function isTerminal(state: TransferState): boolean {
  return MOVES[state].length === 0;
}

/** Moves a bill on; false where the table has no such move. A terminal state frees or spends the money and is notified. */
export function moveTransfer(
  world: World,
  transfer: Transfer,
  to: TransferState,
  failReason: string | null = null,
): boolean {
  const allowed: readonly TransferState[] = MOVES[transfer.state];
  if (!allowed.includes(to)) return false;
  Object.assign(transfer, { state: to, failReason, updatedAt: world.clock.now() });
  if (isTerminal(to)) finish(world, transfer);
  return true;
}

/** Plans a step of a bill in virtual seconds from now. */
export function planStep(world: World, transfer: Transfer, kind: TaskKind, seconds: number): void {
  plan(world.state(), world.clock.now() + seconds * 1000, kind, transferKey(transfer));
}

/** From this instant the confirm page says that the bill is too old, though the state still waits. */
export function confirmableUntil(transfer: Transfer, merchant: Merchant): number {
  return transfer.createdAt + merchant.settings.transferExpirySeconds * 1000;
}

function finish(world: World, transfer: Transfer): void {
  const state = world.state();
  for (const kind of TIMERS) unplan(state, kind, transferKey(transfer));
  const merchant = state.merchants[transfer.mchid];
  if (merchant && transfer.state !== 'SUCCESS') merchant.operationUsed -= transfer.amount;
  if (transfer.notifyUrl === null) return;
  makeCallback(world, {
    channel: 'pay',
    event: 'MCHTRANSFER.BILL.FINISHED',
    mchid: transfer.mchid,
    appid: transfer.appid,
    subject: transfer.outBillNo,
    url: transfer.notifyUrl,
    summary: '商家转账单据终态通知',
    originalType: 'mch_payment',
    associatedData: 'mch_payment',
    resource: transferNotice(transfer),
  });
}
