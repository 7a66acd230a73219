import type { Lang } from '@fenrun/contracts';
import { type Instant, zone } from '@fenrun/kernel';

/** A day as people of the shop say it: 「11 月 28 日」, `28 Nov`. */
export function dayText(instant: Instant, timezone: string, lang: Lang): string {
  const { month, day } = zone(timezone).wallAt(instant);
  return lang === 'zh' ? `${month} 月 ${day} 日` : `${day} ${MONTHS[month - 1]}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function timeText(instant: Instant, timezone: string): string {
  const { hour, minute } = zone(timezone).wallAt(instant);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

export interface NextFacts {
  readonly state: 'unpaid' | 'paid' | 'shipped' | 'completed' | 'refunded' | 'closed';
  readonly expiresAt: Instant;
  readonly autoCompletesAt: Instant | null;
  readonly isRefundUnderWay: boolean;
  readonly timezone: string;
}

/** One sentence: what happens next and when. */
export function nextText(
  { state, expiresAt, autoCompletesAt, isRefundUnderWay, timezone }: NextFacts,
  lang: Lang,
): string {
  const zh = lang === 'zh';
  const auto = autoCompletesAt === null ? null : dayText(autoCompletesAt, timezone, lang);
  if (isRefundUnderWay)
    return zh ? '退款处理中，会原路退回微信支付。' : 'A refund is under way; it goes back to WeChat Pay.';
  switch (state) {
    case 'unpaid':
      return zh
        ? `请在 ${timeText(expiresAt, timezone)} 前付款，超时订单会自动关闭。`
        : `Please pay by ${timeText(expiresAt, timezone)}; after that the order closes.`;
    case 'paid':
      return zh ? '商家正在准备发货。' : 'The shop is getting your parcel ready.';
    case 'shipped':
      if (auto === null) return zh ? '收到后请确认收货。' : 'Please confirm when it has arrived.';
      return zh
        ? `收到后请确认收货；${auto}会自动确认。`
        : `Please confirm when it has arrived; it is confirmed by itself on ${auto}.`;
    case 'completed':
      return zh ? '订单已完成。' : 'The order is complete.';
    case 'refunded':
      return zh ? '已全额退款，款项原路退回。' : 'Refunded in full, the way it was paid.';
    case 'closed':
      return zh ? '订单已关闭，没有扣款。' : 'The order is closed; nothing was charged.';
  }
}
