import type { Lang } from '@fenrun/contracts';
import { minor } from '@fenrun/kernel';
import type { MessageRow } from '../../modules/messaging';
import type { BookNames } from '../../modules/plans';
import { moneyText } from '../shop-words';

interface Words {
  readonly title: Readonly<Record<Lang, string>>;
  /** `{amount}`, `{count}`, `{transfer}`, `{programme}` are filled in; `{reason}` brings its colon and vanishes where there is none. */
  readonly text: Readonly<Record<Lang, string>>;
  /** The sentence where several are told of at once. */
  readonly many?: Readonly<Record<Lang, string>>;
}

const WORDS: Readonly<Record<string, Words>> = {
  'application-approved': {
    title: { zh: '申请通过了', en: 'You are in' },
    text: {
      zh: '从现在起可以分享好物，成交后按写明的比例得佣金。',
      en: 'Share what you like; every sale earns the rate that is shown.',
    },
  },
  'application-rejected': {
    title: { zh: '这次没有通过', en: 'Not this time' },
    text: {
      zh: '商家没有通过你的申请{reason}。可以补充说明后再申请。',
      en: 'The shop turned your application down{reason}. You may apply again.',
    },
  },
  'standing-suspended': {
    title: { zh: '推广已暂停', en: 'Suspended' },
    text: {
      zh: '暂停期间的新订单不计佣金{reason}。已审核通过的佣金不受影响。',
      en: 'New orders earn nothing while you are suspended{reason}. Approved commission stays yours.',
    },
  },
  'standing-reinstated': {
    title: { zh: '推广已恢复', en: 'Reinstated' },
    text: { zh: '从现在起，成交又会计佣金。', en: 'From now on sales earn commission again.' },
  },
  'commission-earned': {
    title: { zh: '获得一笔佣金', en: 'A commission' },
    text: {
      zh: '有人通过你的分享下单，你获得 {amount}，过了售后期后结算。',
      en: 'Somebody bought through your share: {amount}, settled after the return period.',
    },
    many: {
      zh: '{count} 笔成交，你共获得 {amount}，过了售后期后结算。',
      en: '{count} sales: {amount} in all, settled after the return period.',
    },
  },
  'commission-earned-network': {
    title: { zh: '伙伴带来一笔佣金', en: 'A partner’s sale' },
    text: {
      zh: '你邀请的伙伴有一笔成交，你获得 {amount}，过了售后期后结算。',
      en: 'A partner whom you invited made a sale: {amount} for you, settled after the return period.',
    },
    many: {
      zh: '你邀请的伙伴有 {count} 笔成交，你共获得 {amount}，过了售后期后结算。',
      en: 'Partners whom you invited made {count} sales: {amount} for you, settled after the return period.',
    },
  },
  'commission-earned-self': {
    title: { zh: '自购返佣', en: 'A rebate' },
    text: {
      zh: '你自己的订单返 {amount}，过了售后期后结算。',
      en: 'Your own order gives {amount} back, settled after the return period.',
    },
  },
  'commission-earned-bonus': {
    title: { zh: '获得活动奖励', en: 'A campaign’s reward' },
    text: { zh: '活动奖励 {amount}。', en: 'A reward of {amount}.' },
    many: { zh: '{count} 份活动奖励，共 {amount}。', en: '{count} rewards, {amount} in all.' },
  },
  'commission-approved': {
    title: { zh: '佣金已审核通过', en: 'Commission approved' },
    text: { zh: '{amount} 可以提现了。', en: '{amount} can be withdrawn now.' },
    many: {
      zh: '{count} 笔共 {amount} 可以提现了。',
      en: '{count} commissions, {amount} in all, can be withdrawn now.',
    },
  },
  'commission-rejected': {
    title: { zh: '一笔佣金未通过', en: 'A commission was rejected' },
    text: { zh: '{amount} 未通过审核{reason}。', en: '{amount} was not approved{reason}.' },
  },
  'commission-reversed': {
    title: { zh: '订单已退款', en: 'Refunded' },
    text: { zh: '顾客全额退款，这笔佣金已冲销。', en: 'The customer was refunded in full; this commission is gone.' },
    many: {
      zh: '{count} 笔订单全额退款，佣金已冲销。',
      en: '{count} orders were refunded in full; their commissions are gone.',
    },
  },
  'commission-adjusted': {
    title: { zh: '佣金有变动', en: 'A commission changed' },
    text: {
      zh: '因退款或调整，这笔佣金现在是 {amount}。',
      en: 'After a refund or an adjustment this commission is now {amount}.',
    },
    many: {
      zh: '因退款或调整，{count} 笔佣金有变动，现在共 {amount}。',
      en: '{count} commissions changed after refunds or adjustments; now {amount} in all.',
    },
  },
  'commission-recalculated': {
    title: { zh: '佣金重新计算', en: 'A commission was computed again' },
    text: {
      zh: '商家重新计算了这笔佣金{reason}。现在是 {amount}。',
      en: 'The shop computed this commission again{reason}. It is now {amount}.',
    },
    many: {
      zh: '商家重新计算了 {count} 笔佣金{reason}。现在共 {amount}。',
      en: 'The shop computed {count} commissions again{reason}. They are now {amount} in all.',
    },
  },
  'payout-paid': {
    title: { zh: '提现到账', en: 'Paid out' },
    text: {
      zh: '{amount} 的提现已到账，实收 {transfer}。',
      en: 'Your withdrawal of {amount} has arrived: {transfer} after fee and tax.',
    },
  },
  'payout-waiting_user': {
    title: { zh: '等你确认收款', en: 'Please confirm' },
    text: {
      zh: '{transfer} 等你确认收款，过期会退回可提现。',
      en: '{transfer} waits for you to accept it; if it lapses it comes back.',
    },
  },
  'payout-rejected': {
    title: { zh: '提现未通过', en: 'Withdrawal rejected' },
    text: { zh: '{amount} 已退回可提现{reason}。', en: '{amount} is available again{reason}.' },
  },
  'payout-failed': {
    title: { zh: '提现没有成功', en: 'Withdrawal failed' },
    text: { zh: '{amount} 已退回可提现{reason}。', en: '{amount} is available again{reason}.' },
  },
  'payout-expired': {
    title: { zh: '收款已过期', en: 'Not accepted in time' },
    text: {
      zh: '没有在期限内确认，{amount} 已退回可提现。',
      en: 'It was not accepted in time; {amount} is available again.',
    },
  },
  'payout-cancelled': {
    title: { zh: '提现已取消', en: 'Withdrawal cancelled' },
    text: { zh: '{amount} 已退回可提现。', en: '{amount} is available again.' },
  },
  'programme-climbed': {
    title: { zh: '升级了', en: 'A level up' },
    text: { zh: '从下一单起，按「{programme}」计佣金。', en: 'From the next order on you earn by “{programme}”.' },
  },
};

/** What is said of a change of programme that has no sentence of its own. */
const PROGRAMME: Words = {
  title: { zh: '推广计划有变动', en: 'Your programme changed' },
  text: { zh: '从现在起，按「{programme}」计佣金。', en: 'From now on you earn by “{programme}”.' },
};

/** A message whose words are gone, after an update of the product. */
const PLAIN: Words = { title: { zh: '有新的进展', en: 'News' }, text: { zh: '请看明细。', en: 'See the details.' } };

/** A message in words, in the language of the reader. */
export function messageText(
  { topic, kind, facts }: MessageRow,
  names: BookNames,
  currency: string,
  lang: Lang,
): { title: string; text: string } {
  const words = WORDS[topic] ?? (kind === 'level' ? PROGRAMME : PLAIN);
  const amount = (name: string) => (typeof facts[name] === 'number' ? moneyText(minor(facts[name]), currency) : '');
  const colon = lang === 'zh' ? '：' : ': ';
  const values: Readonly<Record<string, string>> = {
    amount: amount('amount'),
    transfer: amount('transfer'),
    count: String(facts['count'] ?? ''),
    programme: typeof facts['programme'] === 'string' ? names.programme(facts['programme']) : '',
    reason: facts['reason'] && !/^rule:/.test(String(facts['reason'])) ? `${colon}${facts['reason']}` : '',
  };
  const isMany = Number(facts['count'] ?? 1) > 1 && words.many;
  const sentence = (isMany ? words.many : words.text)?.[lang] ?? '';
  return { title: words.title[lang], text: sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '') };
}
