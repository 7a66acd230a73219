import { platform } from '@/lib/platform';
import { invalidate } from '@/lib/query/query-cache';
import { checkPayment, readPayParams } from './api';

const ASK_AGAIN_MS = [0, 700, 1500, 3000];

/** Pays an order and resolves with how it stands, by WeChat Pay's word: what the phone says is only a reason to ask. */
export async function payOrder(id: string, key: string): Promise<'paid' | 'unpaid'> {
  const params = await readPayParams(id, key);
  const said = await platform.pay(params);
  if (said === 'cancelled') return 'unpaid';
  for (const wait of ASK_AGAIN_MS) {
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const order = await checkPayment(id);
    if (order.state !== 'unpaid') {
      invalidate('orders', 'order');
      return 'paid';
    }
  }
  return 'unpaid';
}
