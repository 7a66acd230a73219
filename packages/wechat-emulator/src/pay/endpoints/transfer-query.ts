import { bookKey, type Transfer } from '../../state/books';
import { type PayAnswer, problem, success } from '../pay-answer';
import { bareRoute, type PayCall } from '../pay-route';
import { olderTransfer, queriedView } from '../transfer-view';

const QUERYABLE_MS = 30 * 86_400_000;
const BILLS = '/v3/fund-app/mch-transfer/transfer-bills';

/** A bill by the merchant's number, for 30 days (wechat.md 2.11). */
export const transferQueryByNumber = bareRoute({
  name: 'pay.transfer-by-number',
  path: `${BILLS}/out-bill-no/{out_bill_no}`,
  needsKnownIp: true,
  handle: (call) =>
    answer(call, call.world.state().transfers[bookKey(call.merchant.mchid, call.path['out_bill_no'] ?? '')]),
});

/** A bill by WeChat's number. */
export const transferQueryById = bareRoute({
  name: 'pay.transfer-by-id',
  path: `${BILLS}/transfer-bill-no/{transfer_bill_no}`,
  needsKnownIp: true,
  handle: (call) => {
    const state = call.world.state();
    return answer(call, state.transfers[state.transferBills[call.path['transfer_bill_no'] ?? ''] ?? '']);
  },
});

function answer({ world, merchant, isOlder }: PayCall<undefined>, transfer: Transfer | undefined): PayAnswer {
  const isTooOld = transfer !== undefined && world.clock.now() > transfer.createdAt + QUERYABLE_MS;
  if (!transfer || transfer.mchid !== merchant.mchid || isTooOld) return problem('NOT_FOUND');
  return success(queriedView(isOlder ? olderTransfer(transfer) : transfer));
}
