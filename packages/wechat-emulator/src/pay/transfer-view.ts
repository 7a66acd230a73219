import { beijingTime } from '../clock/virtual-clock';
import type { Transfer, TransferState } from '../state/books';

/** What the create call answers; the package is only there while the promoter may confirm (wechat.md 2.11). */
export function createdView(transfer: Transfer): Record<string, unknown> {
  const isConfirmable = transfer.state === 'WAIT_USER_CONFIRM' || transfer.state === 'TRANSFERING';
  return {
    out_bill_no: transfer.outBillNo,
    transfer_bill_no: transfer.transferBillNo,
    create_time: beijingTime(transfer.createdAt),
    state: transfer.state,
    ...(transfer.failReason === null ? {} : { fail_reason: transfer.failReason }),
    ...(isConfirmable ? { package_info: transfer.packageText } : {}),
  };
}

/** What a query answers: `mch_id` with an underscore, and never the package. */
export function queriedView(transfer: Transfer): Record<string, unknown> {
  return {
    mch_id: transfer.mchid,
    out_bill_no: transfer.outBillNo,
    transfer_bill_no: transfer.transferBillNo,
    appid: transfer.appid,
    state: transfer.state,
    transfer_amount: transfer.amount,
    transfer_remark: transfer.remark,
    ...(transfer.failReason === null ? {} : { fail_reason: transfer.failReason }),
    openid: transfer.openid,
    create_time: beijingTime(transfer.createdAt),
    update_time: beijingTime(transfer.updatedAt),
  };
}

/** What the notification of a terminal state carries. */
export function transferNotice(transfer: Transfer): Record<string, unknown> {
  return {
    out_bill_no: transfer.outBillNo,
    transfer_bill_no: transfer.transferBillNo,
    state: transfer.state,
    mch_id: transfer.mchid,
    transfer_amount: transfer.amount,
    openid: transfer.openid,
    ...(transfer.failReason === null ? {} : { fail_reason: transfer.failReason }),
    create_time: beijingTime(transfer.createdAt),
    update_time: beijingTime(transfer.updatedAt),
  };
}

const OLDER = {
  ACCEPTED: 'ACCEPTED',
  PROCESSING: 'ACCEPTED',
  WAIT_USER_CONFIRM: 'PROCESSING',
  TRANSFERING: 'WAIT_USER_CONFIRM',
  SUCCESS: 'WAIT_USER_CONFIRM',
  FAIL: 'WAIT_USER_CONFIRM',
  CANCELING: 'WAIT_USER_CONFIRM',
  CANCELLED: 'WAIT_USER_CONFIRM',
} as const satisfies Record<TransferState, TransferState>;

export function olderTransfer(transfer: Transfer): Transfer {
  return { ...transfer, state: OLDER[transfer.state], failReason: null };
}
