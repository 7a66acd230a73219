import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { type Purchase, placeOrder, readQuote } from '@/features/storefront/api';
import { payOrder } from '@/features/storefront/pay-order';
import { textNow } from '@/lib/i18n';
import { paramsOf, replace } from '@/lib/navigation';
import { useOnline } from '@/lib/network';
import { invalidate } from '@/lib/query/query-cache';
import { useDeed } from '@/lib/query/use-deed';
import { useLast } from '@/lib/query/use-last';
import { useQuery } from '@/lib/query/use-query';
import { quoteKey, REFUSED_COUPON, useCoupon } from './use-coupon';
import { useDelivery } from './use-delivery';

/** Refusals after which the amount on show is not the right one any more. */
const CHANGED = ['price-changed', 'out-of-stock', 'off-shelf'];

/** Address and quantity, then one tap: the order is placed, paid, and asked about until WeChat Pay has answered. */
export function useCheckout() {
  const params = paramsOf('checkout', useRouter().params);
  const sku = params.sku ?? '';
  const [quantity, setQuantity] = useState(Math.max(1, Number(params.quantity ?? 1) || 1));
  const [remark, setRemark] = useState('');
  const couponEntry = useCoupon(sku, quantity);
  const { coupon, loseCoupon } = couponEntry;
  const delivery = useDelivery();
  const isOnline = useOnline();
  const answer = useQuery({
    key: quoteKey(sku, quantity, coupon),
    read: () => readQuote({ sku, quantity, coupon }),
  });
  const data = useLast(answer.data);
  const quote = { ...answer, state: data && answer.problem?.kind === 'refused' ? 'ready' : answer.state, data };
  const buy = useDeed((purchase: Purchase, key) => placeOrder(purchase, key));
  const pay = useDeed((id: string, key) => payOrder(id, key));

  useEffect(() => {
    if (buy.problem && CHANGED.includes(buy.problem.code)) void answer.again();
  }, [buy.problem, answer.again]);
  const isRefused = [buy.problem, answer.problem].some((problem) => problem?.code === REFUSED_COUPON);
  useEffect(() => {
    if (!isRefused || !coupon) return;
    loseCoupon(coupon);
    buy.forgive();
  }, [isRefused, coupon, loseCoupon, buy.forgive]);

  async function submit(): Promise<void> {
    const { address } = delivery;
    if (!address) return delivery.setAddressOpen(true);
    if (!answer.data) return;
    const order = await buy.run({ sku, quantity, coupon, address, remark, total: answer.data.total });
    if (!order) return;
    invalidate('orders', 'quote', 'product');
    const ended = await pay.run(order.id);
    if (ended !== 'paid') void Taro.showToast({ title: textNow().checkout.cancelled, icon: 'none' });
    // A closed payment sheet leaves an order behind: it is where one can go on.
    replace('order', { id: order.id });
  }

  const entries = { quantity, setQuantity, remark, setRemark, ...couponEntry };
  const isBusy = buy.isRunning || pay.isRunning;
  const problem = buy.problem?.code === REFUSED_COUPON ? null : (buy.problem ?? pay.problem);
  return { quote, ...delivery, ...entries, submit, isOnline, isBusy, problem };
}
