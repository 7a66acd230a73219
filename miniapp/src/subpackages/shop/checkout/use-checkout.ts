import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { addAddress, placeOrder, readAddresses, readQuote } from '@/features/storefront/api';
import type { AddressFields } from '@/features/storefront/model';
import { payOrder } from '@/features/storefront/pay-order';
import { textNow } from '@/lib/i18n';
import { paramsOf, replace } from '@/lib/navigation';
import { useOnline } from '@/lib/network';
import { invalidate } from '@/lib/query/query-cache';
import { useDeed } from '@/lib/query/use-deed';
import { useLast } from '@/lib/query/use-last';
import { useQuery } from '@/lib/query/use-query';

/** Address and quantity, then one tap: the order is placed, paid, and asked about until WeChat Pay has answered. */
export function useCheckout() {
  const params = paramsOf('checkout', useRouter().params);
  const sku = params.sku ?? '';
  const [quantity, setQuantity] = useState(Math.max(1, Number(params.quantity ?? 1) || 1));
  const [coupon, setCoupon] = useState('');
  const [remark, setRemark] = useState('');
  const [chosen, setChosen] = useState<AddressFields | null>(null);
  const [isAddressOpen, setAddressOpen] = useState(false);
  const addresses = useQuery({ key: 'addresses', read: readAddresses });
  const answer = useQuery({
    key: `quote:${sku}:${quantity}:${coupon}`,
    read: () => readQuote({ sku, quantity, coupon }),
  });
  const quote = { ...answer, data: useLast(answer.data) };
  const kept = addresses.data?.data;
  const address = chosen ?? kept?.find(({ isDefault }) => isDefault) ?? kept?.[0] ?? null;
  const isOnline = useOnline();

  const keepAddress = useDeed((fields: AddressFields, key) => addAddress(fields, key));
  const buy = useDeed(
    async (_: { total: string; address: AddressFields; quantity: number; coupon: string; remark: string }, key) => {
      const order = await placeOrder({ sku, ..._ }, key);
      invalidate('orders', 'quote', 'product');
      return order;
    },
  );
  const pay = useDeed((id: string, key) => payOrder(id, key));

  useEffect(() => {
    if (buy.problem?.code === 'price-changed' || buy.problem?.code === 'out-of-stock') void answer.again();
  }, [buy.problem, answer.again]);

  async function submit(): Promise<void> {
    if (!address) return setAddressOpen(true);
    if (!answer.data) return;
    const order = await buy.run({ total: answer.data.total, address, quantity, coupon, remark });
    if (!order) return;
    const ended = await pay.run(order.id);
    if (ended !== 'paid') void Taro.showToast({ title: textNow().checkout.cancelled, icon: 'none' });
    // A closed payment sheet leaves an order behind: it is where one can go on.
    replace('order', { id: order.id });
  }

  async function saveAddress(fields: AddressFields): Promise<void> {
    setChosen(fields);
    setAddressOpen(false);
    if (await keepAddress.run(fields)) invalidate('addresses');
  }

  return {
    quote,
    addresses,
    address,
    quantity,
    setQuantity,
    coupon,
    setCoupon,
    remark,
    setRemark,
    isAddressOpen,
    setAddressOpen,
    saveAddress,
    submit,
    isOnline,
    isBusy: buy.isRunning || pay.isRunning,
    problem: buy.problem ?? pay.problem,
  };
}
