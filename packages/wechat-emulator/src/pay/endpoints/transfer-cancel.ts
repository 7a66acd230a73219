import { beijingTime } from '../../clock/virtual-clock';
import { bookKey, type Transfer } from '../../state/books';
import { moveTransfer, planStep } from '../move-transfer';
import { type PayAnswer, problem, success } from '../pay-answer';
import { bareRoute } from '../pay-route';

/** Cancel a bill that the promoter has not confirmed: accepted only, the end comes later (wechat.md 2.11). */
export const transferCancel = bareRoute({
  name: 'pay.transfer-cancel',
  method: 'POST',
  path: '/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}/cancel',
  needsKnownIp: true,
  handle: ({ world, merchant, path }) => {
    const transfer = world.state().transfers[bookKey(merchant.mchid, path['out_bill_no'] ?? '')];
    if (!transfer) return problem('NOT_FOUND');
    if (transfer.state === 'CANCELING' || transfer.state === 'CANCELLED') return cancelled(transfer);
    if (!moveTransfer(world, transfer, 'CANCELING')) {
      return problem('INVALID_REQUEST', { message: '当前单据状态不支持撤销' });
    }
    planStep(world, transfer, 'cancel-transfer', merchant.settings.transferCancelSeconds);
    return cancelled(transfer);
  },
});

function cancelled(transfer: Transfer): PayAnswer {
  return success({
    out_bill_no: transfer.outBillNo,
    transfer_bill_no: transfer.transferBillNo,
    state: transfer.state,
    update_time: beijingTime(transfer.updatedAt),
  });
}
