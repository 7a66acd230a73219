import { holdsAt, inForce } from '@fenrun/engine';
import { money, ZERO } from '@fenrun/kernel';
import { leaveLead } from '../../flows/leave-lead';
import { recordEvents } from '../../flows/record-events';
import type { Tx } from '../../foundation/db';
import { makeShare, recordTouch } from '../../modules/attribution';
import { currentBook } from '../../modules/plans';
import { promotersById, standingAt } from '../../modules/promoters';
import { findCustomers, type RefundAsk, type SaleInput } from '../../modules/sales';
import { productOf } from '../../modules/storefront';
import type { LeadLeft, OrderPaid, OrderRefunded, ShareMade, ShareOpened, StoryEvent } from '../../seeds/story';
import type { Stage } from './replay';

type Tell<E> = (tx: Tx, stage: Stage, event: E) => Promise<unknown>;

/** What shops and phones tell: nobody decides anything, so many are recorded in one transaction. */
export const TOLD: { readonly [Do in StoryEvent['do']]?: Tell<Extract<StoryEvent, { do: Do }>> } = {
  share,
  open,
  lead,
  order: (tx, stage, event) => {
    stage.orders.add(event.order);
    return recordEvents(tx, stage.shop.merchantId, [{ kind: 'paid', sale: saleOf(stage, event) }], event.at);
  },
  complete: (tx, stage, { order, at }) =>
    recordEvents(
      tx,
      stage.shop.merchantId,
      [{ kind: 'completed', receipt: { saleOutsideId: order, receivedAt: at, told: 'receipt' } }],
      at,
    ),
  refund: (tx, stage, event) => {
    const refund = {
      outsideId: event.refund,
      saleOutsideId: event.order,
      source: 'webhook' as const,
      refundedAt: event.at,
      ask: askOf(stage, event),
    };
    return recordEvents(tx, stage.shop.merchantId, [{ kind: 'refunded', refund }], event.at);
  },
};

async function share(tx: Tx, stage: Stage, event: ShareMade): Promise<void> {
  const promoterId = stage.promoterIds.get(event.promoter);
  if (!promoterId) return;
  const { merchantId } = stage.shop;
  const { sku, channel, words, at } = event;
  const campaign = sku === null ? null : await campaignOf(tx, stage, sku, at);
  const draft = { merchantId, promoterId, sku, campaign, channel, isInvite: false, words };
  const made = await makeShare(tx, draft, at);
  stage.shares.set(event.share, { promoterId, code: made.code, campaign });
}

/** The campaign that runs for a product: a share of it belongs there. */
async function campaignOf(tx: Tx, { shop, db }: Stage, sku: string, at: number): Promise<string | null> {
  const { compiled } = await currentBook(tx, shop.merchantId, db);
  const product = await productOf(tx, shop.merchantId, sku);
  const running = [...inForce(compiled, at).campaigns.values()].find(
    ({ campaign, categories }) => holdsAt(campaign.window, at) && categories.has(product?.category ?? ''),
  );
  return running?.code ?? null;
}

async function open(tx: Tx, stage: Stage, { share: name, person, at }: ShareOpened): Promise<void> {
  const shared = stage.shares.get(name);
  if (!shared) return;
  const { merchantId } = stage.shop;
  const [promoter] = await promotersById(tx, merchantId, [shared.promoterId]);
  const [customerId] = await findCustomers(tx, merchantId, [customerOf(person, null, null)], at);
  if (!promoter || !customerId) return;
  const { compiled } = await currentBook(tx, merchantId, stage.db);
  const isOwn = promoter.customerId === customerId;
  const touch = {
    customerId,
    promoterId: promoter.id,
    kind: 'click' as const,
    campaign: shared.campaign,
    shareCode: shared.code,
    isPromoterActive: !isOwn && standingAt(promoter, [], Math.max(at, promoter.changedAt)).isActive,
  };
  await recordTouch(tx, merchantId, touch, inForce(compiled, at).settings.settings.attribution, at);
}

async function lead(tx: Tx, stage: Stage, { person, wish, at }: LeadLeft): Promise<void> {
  const { merchantId } = stage.shop;
  const [customerId] = await findCustomers(tx, merchantId, [customerOf(person, null, null)], at);
  if (!customerId) return;
  await leaveLead(tx, stage.db, { merchantId, customerId, name: null, phone: null, wish }, at);
}

function customerOf(outsideId: string, phone: string | null, name: string | null) {
  return { outsideId, phone: phone ? `86${phone}` : null, name, email: null, address: null };
}

function saleOf(stage: Stage, event: OrderPaid): SaleInput {
  const { shop } = stage;
  const amount = (text: string) => money(text, shop.currency);
  const { address } = event;
  return {
    outsideId: event.order,
    source: event.type === 'manual' ? 'manual' : 'webhook',
    type: event.type,
    paidAt: event.at,
    customer: {
      ...customerOf(event.customer, event.phone, null),
      address: `${address.province} ${address.city} ${address.district} ${address.street}`,
    },
    country: 'CN',
    promoterCode: event.promoter === null ? null : (stage.codes.get(event.promoter) ?? event.promoter),
    subscription: event.subscription,
    sequence: event.sequence,
    campaign: null,
    subId: null,
    coupons: event.coupons,
    discount: amount(event.discount),
    shipping: amount(event.shipping),
    manualCommission: null,
    device: event.device,
    ip: event.ip,
    metadata: event.note ? { note: event.note } : null,
    lines: event.lines.map((line) => ({
      sku: line.sku,
      name: null,
      category: null,
      quantity: line.quantity,
      price: amount(line.price),
      discount: amount(line.discount),
      tax: ZERO,
    })),
  };
}

function askOf({ shop }: Stage, { of }: OrderRefunded): RefundAsk {
  if (of === 'rest') return { kind: 'rest' };
  if ('lines' in of) return { kind: 'pieces', lines: of.lines };
  return {
    kind: 'amounts',
    amounts: of.amounts.map(({ sku, amount }) => ({ sku, amount: money(amount, shop.currency) })),
  };
}
