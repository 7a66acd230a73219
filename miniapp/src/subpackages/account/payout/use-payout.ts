import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { cancelPayout, type OwnPayout, readPayout } from '@/features/payout/api';
import { textNow } from '@/lib/i18n';
import { moneyText } from '@/lib/money';
import { paramsOf } from '@/lib/navigation';
import { useOnline } from '@/lib/network';
import { platform } from '@/lib/platform';
import { invalidate, put } from '@/lib/query/query-cache';
import { useDeed } from '@/lib/query/use-deed';
import { useQuery } from '@/lib/query/use-query';

/** One payout: how far it is, the tap that takes it, and the way back while there is one. */
export function usePayout() {
  const params = paramsOf('payout', useRouter().params);
  const id = params.id ?? '';
  const payout = useQuery({ key: `payout:${id}`, read: () => readPayout(id), isKept: true });
  const isOnline = useOnline();
  usePullDownRefresh(() => {
    void payout.again().then(() => Taro.stopPullDownRefresh());
  });
  const confirming = useDeed(async (params: NonNullable<OwnPayout['confirm']>) => platform.confirmTransfer(params));
  const cancelling = useDeed((_: string, key) => cancelPayout(id, key));

  async function confirm(current: OwnPayout): Promise<void> {
    if (!current.confirm) return;
    const said = await confirming.run(current.confirm);
    if (said !== 'confirmed') void Taro.showToast({ title: textNow().payout.confirmFailed, icon: 'none' });
    // Whatever the phone says: the server knows from WeChat how it ended.
    await payout.again();
    invalidate('balance', 'payouts', 'home', 'commissions');
  }

  async function cancel(current: OwnPayout): Promise<void> {
    const { title, words, yes, no } = textNow().payout.cancelAsk;
    const { confirm: isSure } = await Taro.showModal({
      title,
      content: words(moneyText(current.amount, current.currency)),
      confirmText: yes,
      cancelText: no,
    });
    if (!isSure) return;
    const done = await cancelling.run(id);
    if (!done) return;
    put(`payout:${id}`, done, Date.now());
    invalidate('balance', 'payouts', 'home');
  }

  return {
    payout,
    confirm,
    cancel,
    isOnline,
    isBusy: confirming.isRunning || cancelling.isRunning,
    problem: cancelling.problem,
  };
}
