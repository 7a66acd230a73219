import type { Out } from '@fenrun/contracts';
import { type DecidedCommission, inForce } from '@fenrun/engine';
import { formatPercent, ZERO } from '@fenrun/kernel';
import type { Call } from '../../foundation/http';
import {
  explainedBy,
  lineViews,
  paidTotal,
  type Reading,
  readingOf,
  traceView,
  type WholeCommission,
  whyText,
} from '../../modules/commission';
import { bookNames } from '../../modules/plans';
import { type PromoterRow, promotersById } from '../../modules/promoters';
import type { ReadTriedOrder } from './read-tried-order';
import { remarks } from './remarks';
import type { Tried } from './try-order';
import { verdicts } from './verdicts';
import { trialCommission, trialRows } from './whole-trial';

type Answer = Out<'trials.order'>;

/** What a tried order would pay and why, in the words in which real orders are shown. */
export async function trialView(call: Call, order: ReadTriedOrder, tried: Tried): Promise<Answer> {
  const { db, merchantId } = call;
  const reading = await readingOfTrial(call, tried);
  const { decision } = tried.trace;
  const rows = trialRows(order, tried);
  const payees = await promotersById(
    db.read,
    merchantId,
    decision.commissions.map(({ payee }) => payee),
  );
  const people = new Map([...tried.inviters, ...payees].map((row) => [row.id, row]));
  const wholes = decision.commissions.flatMap((commission) => {
    const payee = people.get(commission.payee);
    return payee ? [trialCommission(rows, commission, payee)] : [];
  });
  const own = wholes.find(({ row }) => row.kind === 'direct' || row.kind === 'self');
  const shown = own ?? trialCommission(rows, nothingFor(tried), order.promoter ?? NOBODY);
  const explained = await explainedBy(db, tried.trace, rows, reading, order.products);
  const total = decision.commissions.reduce((all, { amount }) => all + amount, 0);
  const { settings } = inForce(tried.compiled, rows.sale.paidAt).settings;
  return {
    total: reading.money(total),
    paid: reading.money(paidTotal(rows.sale, reading)),
    share: shareText(total, rows.sale.amount),
    cap: `${formatPercent(settings.maxCommissionPercent)}%`,
    payees: wholes.map((whole) => payeeView(whole, reading, order.products)),
    remarks: await remarks(db, reading, tried, rows, people),
    trace: traceView(shown, explained, reading, order.products, attributionOf(order, reading)),
    sentence: own ? whyText(own, tried.trace, reading, explained.sentences.names, order.products) : null,
    verdicts: verdicts(explained, rows, reading),
  };
}

/** The words of the book that decided it, which may be a draft. */
async function readingOfTrial(call: Call, { compiled }: Tried): Promise<Reading> {
  const reading = await readingOf(call);
  const { book } = compiled;
  return { ...reading, book, compiled, names: bookNames(book) };
}

/** Stands where nobody earns, so that the trace can be shown all the same. */
const NOBODY = { id: '', code: '', name: '' } as PromoterRow;

function nothingFor({ trace }: Tried): Pick<DecidedCommission, 'kind' | 'amount' | 'lines'> {
  const lines = trace.lines.map(({ decided }) => ({
    base: decided.base.base,
    rule: decided.rule,
    layer: decided.layer,
    amount: ZERO,
  }));
  return { kind: 'direct', amount: ZERO, lines };
}

function payeeView(
  whole: WholeCommission,
  reading: Reading,
  products: ReadTriedOrder['products'],
): Answer['payees'][number] {
  const { row, payee } = whole;
  return {
    promoter: payee.code,
    promoterName: payee.name,
    kind: row.kind,
    amount: reading.money(row.amount),
    lines: lineViews(whole, reading, products).map(({ index, sku, name, base, rate, rule, layer, amount }) => ({
      index,
      name: name ?? sku,
      base,
      rate,
      rule,
      layer,
      amount,
    })),
  };
}

/** `11.5%`: to one decimal, as people compare it with the cap. */
function shareText(total: number, goods: number): string {
  if (goods <= 0) return '0%';
  return `${Math.round((total / goods) * 1_000) / 10}%`;
}

function attributionOf({ promoter, buyerIsPromoter }: ReadTriedOrder, { lang }: Reading): string {
  const zh = lang === 'zh';
  if (!promoter) return zh ? '试算：没有归属' : 'Tried: brought by nobody';
  if (buyerIsPromoter) return zh ? `试算：${promoter.name}自己购买` : `Tried: ${promoter.name}’s own purchase`;
  return zh ? `试算：由${promoter.name}带来` : `Tried: brought by ${promoter.name}`;
}
