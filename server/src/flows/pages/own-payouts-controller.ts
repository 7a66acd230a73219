import { errorCodes, type In, type Out, routes } from '@fenrun/contracts';
import { askForPayout, moneyText } from '@fenrun/engine';
import {
  formatMoney,
  formatPercent,
  isRefusal,
  larger,
  type Money,
  minor,
  parseMoney,
  type Refusal,
  refuse,
  ZERO,
} from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { type Call, cursorOf, placeOf, Serves } from '../../foundation/http';
import { newId } from '../../foundation/ids';
import { type Reading, readingOf } from '../../modules/commission';
import { balancesOf } from '../../modules/ledger';
import {
  costsOf,
  listPayouts,
  ownPayoutView,
  type PayoutChannel,
  payoutById,
  payoutsSince,
  payoutTerms,
  plannedSteps,
  RETURNED,
  stepsOfPayouts,
} from '../../modules/payout';
import type { PayoutPolicy } from '../../modules/plans';
import { type PromoterRow, promoterOfMember } from '../../modules/promoters';
import { askPayout, cancelPayout, yearStart } from '../ask-payout';
import { onCall } from '../on-call';
import { TIMELINES, type Timelines } from '../timeline/advance';
import { payoutFrame } from './payouts-controller';

const route = routes.payout;

type Own = Out<typeof route.memberRead>;
type Preview = Out<typeof route.memberPreview>;

/** A promoter's own payouts. */
@Controller('/')
export class OwnPayoutsController {
  @Inject(TIMELINES)
  private readonly lines: Timelines;

  @Serves(route.memberList)
  async list({ query }: In<typeof route.memberList>, call: Call): Promise<Out<typeof route.memberList> | Refusal> {
    const after = query.cursor === undefined ? null : placeOf(query.cursor, 'string');
    if (isRefusal(after)) return after;
    const { db, merchantId } = call;
    const promoter = await promoterOfMember(db.read, merchantId, call.actor.id);
    if (!promoter) return { data: [], nextCursor: null };
    const filter = { promoterId: promoter.id, status: query.status };
    const { rows, next } = await listPayouts(db.read, merchantId, filter, after?.[0] ?? null, query.limit);
    const ids = rows.map(({ id }) => id);
    const steps = await stepsOfPayouts(db.read, merchantId, ids);
    const frame = payoutFrame(call);
    return {
      data: rows.map((row) => ownPayoutView(row, promoter, steps.get(row.id) ?? [], frame)),
      nextCursor: next === null ? null : cursorOf([next]),
    };
  }

  @Serves(route.memberRead)
  async read({ params }: In<typeof route.memberRead>, call: Call): Promise<Own | Refusal> {
    const promoter = await promoterOfMember(call.db.read, call.merchantId, call.actor.id);
    return promoter ? show(call, promoter, params.id) : refuse('unknown-payout');
  }

  @Serves(route.memberPreview)
  async preview({ body }: In<typeof route.memberPreview>, call: Call): Promise<Preview | Refusal> {
    const reading = await readingOf(call);
    const promoter = await promoterOfMember(call.db.read, call.merchantId, call.actor.id);
    const { payout } = reading.settingsAt(call.now);
    const balances = promoter ? await balancesOf(call.db.read, call.merchantId, [promoter.id]) : new Map();
    const available = larger(minor(balances.get(promoter?.id ?? '')?.payable ?? 0), ZERO);
    const read = body.amount === undefined ? available : parseMoney(body.amount, reading.currency);
    const channel = body.channel ?? payout.channels[0] ?? 'manual';
    const year = promoter
      ? await payoutsSince(call.db.read, call.merchantId, promoter.id, yearStart(reading.zone, call.now))
      : [];
    const asked = isRefusal(read) ? null : read;
    const standing = { isActive: isActiveNow(promoter, call.now), available, minimum: payout.minimum };
    const terms = payoutTerms(payout, { amount: asked ?? ZERO, channel }, year, reading.zone, call.now);
    const refusal = askForPayout(asked, standing) ?? (isRefusal(terms) ? terms : null);
    const kept = year.filter(({ status }) => !RETURNED.has(status));
    const costs = costsOf(payout, asked ?? ZERO, kept, reading.zone, call.now);
    return previewView({ payout, available, amount: asked ?? ZERO, channel, costs, refusal }, reading);
  }

  @Serves(route.memberRequest)
  async request({ body }: In<typeof route.memberRequest>, call: Call): Promise<Own | Refusal> {
    const promoter = await promoterOfMember(call.db.read, call.merchantId, call.actor.id);
    if (!promoter) return refuse('promoter-not-active');
    const read = parseMoney(body.amount, call.merchant.currency);
    const amount = isRefusal(read) ? null : read;
    const asked = await onCall(this.lines, call, (tx, hand, now) =>
      askPayout(tx, hand, { outsideId: newId(now), promoterId: promoter.id, amount, channel: body.channel }, now),
    );
    return isRefusal(asked) ? asked : show(call, promoter, asked.id);
  }

  @Serves(route.memberCancel)
  async cancel({ params }: In<typeof route.memberCancel>, call: Call): Promise<Own | Refusal> {
    const promoter = await promoterOfMember(call.db.read, call.merchantId, call.actor.id);
    const payout = await payoutById(call.db.read, call.merchantId, params.id);
    if (!promoter || payout?.promoterId !== promoter.id) return refuse('unknown-payout');
    const step = { by: call.actor.id, reason: null };
    const moved = await onCall(this.lines, call, (tx, hand, now) => cancelPayout(tx, hand, params.id, step, now));
    return isRefusal(moved) ? moved : show(call, promoter, params.id);
  }
}

async function show(call: Call, promoter: PromoterRow, id: string): Promise<Own | Refusal> {
  const row = await payoutById(call.db.read, call.merchantId, id);
  if (row?.promoterId !== promoter.id) return refuse('unknown-payout');
  const steps = await stepsOfPayouts(call.db.read, call.merchantId, [id]);
  return ownPayoutView(row, promoter, steps.get(id) ?? [], payoutFrame(call));
}

function isActiveNow(promoter: PromoterRow | undefined, now: number): boolean {
  return promoter?.status === 'active' && (promoter.joinedAt === null || promoter.joinedAt <= now);
}

interface Looked {
  readonly payout: PayoutPolicy;
  readonly available: Money;
  readonly amount: Money;
  readonly channel: PayoutChannel;
  readonly costs: { readonly fee: Money; readonly tax: Money; readonly transfer: Money };
  readonly refusal: Refusal | null;
}

function previewView({ payout, available, amount, channel, costs, refusal }: Looked, reading: Reading): Preview {
  const { money, lang, currency } = reading;
  const feePaid = payout.feeBearer === 'promoter' && payout.feePercent > 0;
  const noTax = lang === 'zh' ? '今年收入还没到起扣线' : 'Below the threshold of this year';
  return {
    currency,
    available: money(available),
    amount: money(amount),
    left: money(available - amount),
    minimum: money(payout.minimum),
    maximum: payout.maximum === null ? null : formatMoney(payout.maximum, currency),
    limits: limitsText(payout, reading),
    fee: money(costs.fee),
    feeRate: feePaid ? `${formatPercent(payout.feePercent)}%` : lang === 'zh' ? '免手续费' : 'No fee',
    tax: money(costs.tax),
    taxText: taxText(payout, costs.tax, noTax, lang),
    transfer: money(Math.max(costs.transfer, 0)),
    channels: [...payout.channels],
    refusal: refusal && { code: refusal.refused, text: errorCodes[refusal.refused]?.[lang] ?? refusal.refused },
    steps: plannedSteps(channel, lang),
  };
}

function taxText({ tax }: PayoutPolicy, withheld: Money, noTax: string, lang: Reading['lang']): string {
  if (tax === 'none') return lang === 'zh' ? '商户不代扣' : 'Nothing is withheld';
  if (withheld === 0) return noTax;
  return lang === 'zh' ? '按劳务报酬累计预扣' : 'Withheld on the income of this year';
}

/** `单笔 ¥10.00 至 ¥2,000.00，每天最多 ¥5,000.00` */
function limitsText({ minimum, maximum, dailyCap }: PayoutPolicy, { currency, lang }: Reading): string {
  const zh = lang === 'zh';
  const least = moneyText(minimum, currency);
  const most = maximum === null ? null : moneyText(maximum, currency);
  const each = zh
    ? most === null
      ? `单笔 ${least} 起`
      : `单笔 ${least} 至 ${most}`
    : most === null
      ? `From ${least}`
      : `${least} to ${most} each`;
  if (dailyCap === null) return each;
  const cap = moneyText(dailyCap, currency);
  return zh ? `${each}，每天最多 ${cap}` : `${each}, at most ${cap} a day`;
}
