import type { Lang, Out } from '@fenrun/contracts';
import { inForce } from '@fenrun/engine';
import { formatPercent, type Percent, type Rate } from '@fenrun/kernel';
import type { Call } from '../../foundation/http';
import { type Reading, readingOf } from '../../modules/commission';
import { memberById, merchantById } from '../../modules/identity';
import { agreementOwner, presentAgreements } from '../../modules/promoters';
import { inviterOf } from '../find-invitation';

export type JoinView = Out<'member.join'>;

/** What somebody should know before joining: how much, when, what first, and what the shop asks for. */
export async function joinPage(call: Call, invitation: string | null): Promise<JoinView> {
  const { merchantId, db, lang } = call;
  const [reading, merchant, member, inviter, owner] = await Promise.all([
    readingOf(call),
    merchantById(db.read, merchantId),
    memberById(db.read, merchantId, call.actor.id),
    invitation ? inviterOf(db.read, merchantId, invitation) : null,
    agreementOwner(call),
  ]);
  const { applications } = reading.settingsAt(call.now);
  const agreements = await presentAgreements(db.read, owner);
  const invited = inviter && inviter.memberId !== call.actor.id ? inviter : null;
  return {
    shop: { name: call.merchant.name, logo: merchant?.logo ?? null },
    howMuch: howMuchText(reading),
    when: whenText(reading),
    first: FIRST[lang],
    inviter: invited ? { name: invited.name, avatar: invited.avatar } : null,
    requirements: [
      { text: PHONE[lang], met: member?.phone !== null && member?.phone !== undefined },
      ...(applications.requireInvitation ? [{ text: INVITATION[lang], met: invited !== null }] : []),
      ...(applications.mode === 'reviewed' ? [{ text: REVIEW[lang], met: false }] : []),
    ],
    agreements: agreements.map(({ kind, version, title }) => ({ kind, version, title })),
  };
}

type Both = Readonly<Record<Lang, string>>;

const FIRST: Both = {
  zh: '挑一件自己喜欢的，发给用得上的朋友。',
  en: 'Pick something you like and send it to a friend who could use it.',
};
const PHONE: Both = { zh: '微信验证手机号', en: 'A phone number, verified by WeChat' };
const INVITATION: Both = { zh: '有推广员邀请', en: 'An invitation of a promoter' };
const REVIEW: Both = { zh: '商户审核通过', en: 'The shop’s approval' };

/** 「每件商品都写明，是成交价的 8% 到 15%。」: the percents that the default programme pays. */
function howMuchText({ compiled, now, lang }: Reading): string {
  const standard = [...inForce(compiled, now).programmes.values()].find(
    ({ programme }) => programme.isDefault,
  )?.programme;
  const rates = standard ? [standard.rate, ...Object.values(standard.skus), ...Object.values(standard.categories)] : [];
  const percents = rates
    .filter(isPercent)
    .map(({ percent }) => percent)
    .filter((percent) => percent > 0);
  if (percents.length === 0) return lang === 'zh' ? '每件商品都写明能赚多少。' : 'Every product says what it earns.';
  const [least, most] = [Math.min(...percents), Math.max(...percents)].map(
    (percent) => `${formatPercent(percent as Percent)}%`,
  );
  if (least === most)
    return lang === 'zh'
      ? `每件商品都写明，一般是成交价的 ${most}。`
      : `Every product says it: usually ${most} of the price.`;
  return lang === 'zh'
    ? `每件商品都写明，是成交价的 ${least} 到 ${most}。`
    : `Every product says it: from ${least} to ${most} of the price.`;
}

function isPercent(rate: Rate | null): rate is Extract<Rate, { kind: 'percent' }> {
  return rate?.kind === 'percent';
}

/** 「收货满 7 天并审核后，可提现到微信零钱。」 */
function whenText({ settingsAt, now, lang }: Reading): string {
  const { hold, approval, payout } = settingsAt(now);
  const isManual = approval.default === 'manual';
  const hasWechat = payout.channels.includes('wechat');
  if (lang === 'zh') {
    const from = hold.from === 'completed' ? '收货' : '付款';
    const after = hold.days === 0 ? `${from}后` : `${from}满 ${hold.days} 天`;
    return `${after}${isManual ? (hold.days === 0 ? '，审核通过' : '并审核') : ''}${isManual || hold.days > 0 ? '后，' : '，'}可提现${hasWechat ? '到微信零钱' : ''}。`;
  }
  const after = `${hold.days === 0 ? 'After' : `${hold.days} days after`} ${hold.from === 'completed' ? 'receipt' : 'payment'}`;
  return `${after}${isManual ? ' and approval' : ''} it can be withdrawn${hasWechat ? ' to WeChat' : ''}.`;
}
