import Taro, { useRouter } from '@tarojs/taro';
import { confirmReceipt, readOrder } from '@/features/storefront/api';
import type { ShopOrder } from '@/features/storefront/model';
import { payOrder } from '@/features/storefront/pay-order';
import { textNow } from '@/lib/i18n';
import { paramsOf } from '@/lib/navigation';
import { useOnline } from '@/lib/network';
import { platform } from '@/lib/platform';
import { invalidate, put } from '@/lib/query/query-cache';
import { useDeed } from '@/lib/query/use-deed';
import { useQuery } from '@/lib/query/use-query';

/** One order of the member's: pay it, follow it, confirm that it has arrived. */
export function useOrder() {
  const params = paramsOf('order', useRouter().params);
  const id = params.id ?? '';
  const order = useQuery({ key: `order:${id}`, read: () => readOrder(id), isKept: true });
  const isOnline = useOnline();
  const paying = useDeed((_: string, key) => payOrder(id, key));
  const receiving = useDeed((_: string, key) => confirmReceipt(id, key));

  async function pay(): Promise<void> {
    const ended = await paying.run(id);
    if (ended === 'unpaid') toast(textNow().checkout.cancelled);
    await order.again();
  }

  async function receive(current: ShopOrder): Promise<void> {
    if (!(await isReallyReceived(current))) return;
    const done = await receiving.run(id);
    if (!done) return;
    put(`order:${id}`, done, Date.now());
    invalidate('orders');
    toast(textNow().order.confirmed);
  }

  return {
    order,
    pay,
    receive,
    isOnline,
    isBusy: paying.isRunning || receiving.isRunning,
    problem: paying.problem ?? receiving.problem,
  };
}

/** WeChat has a page of its own for this; where it has none, the person is asked here. */
async function isReallyReceived({ confirmView }: ShopOrder): Promise<boolean> {
  if (!confirmView) return askWhetherReceived();
  return platform.confirmReceipt(confirmView, askWhetherReceived).catch(() => false);
}

async function askWhetherReceived(): Promise<boolean> {
  const { title, words, yes, no } = textNow().order.confirmAsk;
  const { confirm } = await Taro.showModal({ title, content: words, confirmText: yes, cancelText: no });
  return confirm;
}

function toast(title: string): void {
  void Taro.showToast({ title, icon: 'none', duration: 2000 });
}
