import { minuteText } from '@fenrun/engine';
import type { Evidence } from '../queries/attribution-evidence';
import type { SettledSale } from '../queries/gather-commissions';
import type { Reading } from './reading';

/** For the staff: by what the promoter got the sale, in one sentence. `who` is the name of the person who assigned it. */
export function attributionText(
  { sale, settlement }: SettledSale,
  { coupons, touch, share, assignment }: Evidence,
  reading: Reading,
  who: (id: string | null) => string | null,
): string {
  const zh = reading.lang === 'zh';
  if (!settlement) return zh ? '还在结算' : 'Not settled yet';
  const unknown = sale.promoterCode !== null && (settlement.unresolved ?? '').split(',').includes('promoter');
  const lead = unknown
    ? zh
      ? `订单写的推广码 ${sale.promoterCode} 不存在；`
      : `The code ${sale.promoterCode} of the order is unknown; `
    : '';
  switch (settlement.attributedBy) {
    case 'order':
      return zh ? `订单指定了推广码 ${sale.promoterCode}` : `The order names the code ${sale.promoterCode}`;
    case 'subscription':
      return zh ? `沿用订阅 ${sale.subscription} 首期的推广员` : `As for the first payment of ${sale.subscription}`;
    case 'coupon':
      return `${lead}${zh ? `用了归属券 ${coupons.join('、')}` : `By the coupon ${coupons.join(', ')}`}`;
    case 'binding':
      return `${lead}${zh ? '客户已绑定给推广员' : 'The customer is bound to the promoter'}`;
    case 'touch':
      return lead + touchText({ touch, share }, reading);
    case 'self':
      return `${lead}${zh ? '推广员自己购买' : 'The promoter bought it'}`;
    case 'assigned': {
      const name = who(assignment?.madeBy ?? null) ?? (zh ? '管理员' : 'Staff');
      const at = assignment ? minuteText(assignment.at, reading.zone, reading.lang) : '';
      if (zh) return `${name} ${at} 指定：${assignment?.reason ?? ''}`;
      return `Assigned by ${name}, ${at}: ${assignment?.reason ?? ''}`;
    }
    case 'none':
      return `${lead}${zh ? '没有找到带来这单的人' : 'Nobody was found who brought it'}`;
  }
}

function touchText({ touch, share }: Pick<Evidence, 'touch' | 'share'>, reading: Reading): string {
  const zh = reading.lang === 'zh';
  if (!touch) return zh ? '付款前打开过推广' : 'By a touch before the payment';
  const at = minuteText(touch.at, reading.zone, reading.lang);
  const what = (share && OPENED[share.channel]) ?? TOUCHED[touch.kind];
  return zh ? `${at} ${what.zh}` : `${what.en}, ${at}`;
}

const TOUCHED = {
  click: { zh: '打开了推广链接', en: 'Opened a link' },
  scan: { zh: '扫了推广码', en: 'Scanned a code' },
  share: { zh: '打开了分享', en: 'Opened a share' },
} as const;

const OPENED: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  friend: { zh: '打开了微信好友分享的卡片', en: 'Opened a card shared in WeChat' },
  timeline: { zh: '从朋友圈打开', en: 'Opened from Moments' },
  poster: { zh: '扫了海报', en: 'Scanned a poster' },
  code: { zh: '扫了小程序码', en: 'Scanned a mini-program code' },
  link: { zh: '打开了推广链接', en: 'Opened a link' },
};

/** For the promoter: where the sale came from, without a word about the customer. */
export function fromText(
  { settlement }: SettledSale,
  { coupons, touch, share }: Evidence,
  kind: 'direct' | 'network' | 'self' | 'bonus',
  reading: Reading,
): string {
  const zh = reading.lang === 'zh';
  if (kind === 'network') return zh ? '你邀请的伙伴推广的订单' : 'An order that a partner of yours brought';
  switch (settlement?.attributedBy) {
    case 'touch': {
      const own = (share && SHARED[share.channel]) ?? (touch?.kind === 'scan' ? SHARED['code'] : SHARED['link']);
      return own?.[reading.lang] ?? '';
    }
    case 'coupon':
      return zh ? `你的券 ${coupons.join('、')}` : `Your coupon ${coupons.join(', ')}`;
    case 'binding':
      return zh ? '已绑定给你的顾客' : 'A customer who is bound to you';
    case 'subscription':
      return zh ? '你带来的订阅，续订' : 'A renewal of a subscription that you brought';
    case 'self':
      return zh ? '你自己购买' : 'Your own purchase';
    case 'assigned':
      return zh ? '商户确认归你' : 'Given to you by the shop';
    default:
      return zh ? '订单写了你的推广码' : 'The order names your code';
  }
}

const SHARED: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  friend: { zh: '你分享到微信的卡片', en: 'The card that you shared in WeChat' },
  timeline: { zh: '你发到朋友圈的分享', en: 'Your post in Moments' },
  poster: { zh: '你的海报', en: 'Your poster' },
  code: { zh: '你的小程序码', en: 'Your mini-program code' },
  link: { zh: '你的推广链接', en: 'Your link' },
};
