import { isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import type { Call } from '../../foundation/http';
import { saleByOutsideId } from '../../modules/commission';
import { recordEvents } from '../record-events';
import { receiveShopOrder } from '../ship';
import type { ShopSurroundings } from '../shop-surroundings';
import type { Timelines } from '../timeline/advance';

/** An order completes on the merchant’s word; an order of the mini-program once it was shipped. The same word again changes nothing. */
export async function completeOrder(
  lines: Timelines,
  shop: ShopSurroundings,
  call: Call,
  outsideId: string,
): Promise<null | Refusal> {
  const { merchantId, now } = call;
  const sale = await saleByOutsideId(call.db.read, merchantId, outsideId);
  if (!sale) return refuse('unknown-order');
  const done =
    sale.source === 'shop'
      ? await receiveShopOrder(shop, { merchantId, number: outsideId, receivedAt: now }, now, (work) =>
          call.write(work),
        )
      : await call.write(async (tx) => {
          const receipt = { saleOutsideId: outsideId, receivedAt: now, told: 'store' as const };
          await recordEvents(tx, merchantId, [{ kind: 'completed', receipt }], now);
          return null;
        });
  if (isRefusal(done)) return done;
  await lines.advance(merchantId);
  return null;
}
