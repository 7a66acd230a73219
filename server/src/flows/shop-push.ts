import { type Instant, isRefusal } from '@fenrun/kernel';
import { merchantBySlug } from '../modules/identity';
import { checkPushUrl, openPush, type PushQuery, type PushSecret } from '../modules/wechat';
import { receiveShopOrder } from './ship';
import type { ShopSurroundings } from './shop-surroundings';

export interface PushReply {
  readonly status: 200 | 400 | 401 | 404;
  readonly body: string;
}

/** What takes a push off WeChat's schedule. */
const TAKEN: PushReply = { status: 200, body: 'success' };

/**
 * WeChat's message push. The buyer may confirm a receipt outside of our pages, in WeChat's own list of orders; this is how we hear
 * of it. Without a body it is the check that WeChat makes when the address is entered in its console.
 */
export async function takePush(
  shop: ShopSurroundings,
  slug: string,
  query: PushQuery,
  raw: Buffer | null,
  now: Instant,
): Promise<PushReply> {
  const merchant = await merchantBySlug(shop.db.read, slug);
  const account = merchant && (await shop.wechat.of(merchant.id))?.account;
  if (!merchant || !account?.push) return { status: 404, body: 'no such merchant' };
  const secret: PushSecret = { ...account.push, appid: account.appid };
  if (raw === null) {
    const echo = checkPushUrl(query, secret);
    return isRefusal(echo) ? { status: 401, body: echo.refused } : { status: 200, body: echo };
  }
  const message = openMessage(query, raw, secret);
  if ('status' in message) return message;
  const receipt = receiptOf(message.event);
  if (receipt) {
    const received = await receiveShopOrder(shop, { merchantId: merchant.id, ...receipt }, now);
    // What was refunded or is not ours needs no receipt; telling WeChat to repeat it would change nothing.
    if (isRefusal(received)) shop.alarm('receipt does not fit', { ...receipt, why: received.refused });
  }
  return TAKEN;
}

function openMessage(
  query: PushQuery,
  raw: Buffer,
  secret: PushSecret,
): { event: Record<string, unknown> } | PushReply {
  try {
    const text = openPush(query, JSON.parse(raw.toString('utf8')), secret);
    if (isRefusal(text)) return { status: 401, body: text.refused };
    const event: unknown = JSON.parse(text);
    return typeof event === 'object' && event !== null
      ? { event: event as Record<string, unknown> }
      : { status: 400, body: 'not an event' };
  } catch {
    return { status: 400, body: 'not JSON' };
  }
}

/** The order that an event says was received, and when; null for events that say something else. Source: wechat.md 1.9. */
function receiptOf(event: Record<string, unknown>): { number: string; receivedAt: Instant } | null {
  const { Event: name, merchant_trade_no: number, confirm_receive_time: seconds } = event;
  if (name !== 'trade_manage_order_settlement' || typeof number !== 'string') return null;
  const at = Number(seconds ?? 0);
  return at > 0 ? { number, receivedAt: at * 1000 } : null;
}
