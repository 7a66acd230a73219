import type { In, Out } from '@fenrun/contracts';
import { formatInstant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { findAmong, findOne, type Tx } from '../../foundation/db';
import type { Call } from '../../foundation/http';
import { newId } from '../../foundation/ids';
import { saleByOutsideId, settlementTable } from '../../modules/commission';
import {
  type Recording,
  type RefundInput,
  readRefund,
  refundTable,
  type SaleRow,
  saleLineTable,
} from '../../modules/sales';
import type { ShopRefundAsk } from '../../modules/storefront';
import { recordEvents } from '../record-events';
import { recordedDifferently } from '../record-manual-sale';
import { refundShopOrder } from '../shop-refund';
import type { ShopSurroundings } from '../shop-surroundings';
import type { Timelines } from '../timeline/advance';
import { readOrder } from './read-order';

type Asked = In<'sales.refund'>['body'];
type View = Out<'sales.refund'>;

/**
 * Refunds lines, amounts, or all that is left of an order: through the pay API where the shop was paid through it, else as the merchant
 * says that it was done. Answers what happened to the money of the order.
 */
export async function refundOrder(
  lines: Timelines,
  shop: ShopSurroundings,
  call: Call,
  outsideId: string,
  asked: Asked,
): Promise<View | Refusal> {
  const sale = await saleByOutsideId(call.db.read, call.merchantId, outsideId);
  if (!sale) return refuse('unknown-order');
  const refund = readAsk(call, outsideId, asked);
  if (isRefusal(refund)) return refund;
  // What is told of the order already comes before what is refunded of it.
  await lines.advance(call.merchantId);
  const id = sale.source === 'shop' ? await payBack(shop, call, refund, asked) : await noteRefund(call, sale, refund);
  if (isRefusal(id)) return id;
  await lines.advance(call.merchantId);
  const order = await readOrder(call, outsideId);
  if (isRefusal(order)) return order;
  return order.refunds.find((one) => one.id === id) ?? refuse('not-found');
}

/** What is asked for, in minor units; without an id of the caller’s own it gets one of ours. */
function readAsk({ merchant, now }: Call, order: string, { id, reason, ...ask }: Asked): RefundInput | Refusal {
  const frame = { currency: merchant.currency, region: merchant.region, source: 'manual' as const, now };
  const read = readRefund({ ...ask, id: id ?? `R${newId(now)}`, order }, formatInstant(now), frame);
  if (!isRefusal(read)) return { ...read, reason: reason?.trim() || null };
  const errors = read.errors?.map((error) => ({ ...error, pointer: error.pointer.replace(/^\/data/, '') }));
  return refuse(read.refused, read.facts, errors);
}

async function payBack(
  shop: ShopSurroundings,
  call: Call,
  { outsideId, saleOutsideId, ask, reason }: RefundInput,
  { id }: Asked,
): Promise<string | Refusal> {
  const input = {
    merchantId: call.merchantId,
    number: saleOutsideId,
    ask: ask as ShopRefundAsk,
    reason: reason ?? null,
    by: call.actor.id,
    key: id === undefined ? undefined : outsideId,
  };
  const refunded = await refundShopOrder(shop, input, call.now, (work) => call.write(work));
  return isRefusal(refunded) ? refunded : refunded.saleRefundId;
}

function noteRefund(call: Call, sale: SaleRow, refund: RefundInput): Promise<string | Refusal> {
  return call.write(async (tx) => {
    const where = 'merchant_id = ? AND outside_id = ?';
    const known = await findOne(tx, refundTable, where, [call.merchantId, refund.outsideId]);
    const refused = known ? null : await checkRefund(tx, sale, refund);
    if (refused) return refused;
    const [recording] = await recordEvents(tx, call.merchantId, [{ kind: 'refunded', refund }], call.now);
    const told = recording as Recording;
    return told.result === 'different' ? recordedDifferently(told.fields) : refund.outsideId;
  });
}

/** A person is told what a shop’s own word may not be asked: that the order has no such SKU, or that nothing is left. */
async function checkRefund(tx: Tx, sale: SaleRow, { ask }: RefundInput): Promise<Refusal | null> {
  const of = [sale.merchantId, sale.id];
  const settlement = await findOne(tx, settlementTable, 'merchant_id = ? AND sale_id = ?', of);
  if (settlement?.isRefundedWhole) return refuse('nothing-left');
  const skus = ask.kind === 'pieces' ? ask.lines : ask.kind === 'amounts' ? ask.amounts : [];
  const asked = skus.map(({ sku }) => sku);
  const lines = await findAmong(tx, saleLineTable, 'merchant_id = ? AND sale_id = ?', of, 'sku', asked);
  const unknown = asked.find((sku) => !lines.some((line) => line.sku === sku));
  return unknown === undefined ? null : refuse('unknown-sku', { sku: unknown });
}
