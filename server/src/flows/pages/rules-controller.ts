import { type In, type Out, routes } from '@fenrun/contracts';
import { checkBook } from '@fenrun/engine';
import { formatMoney, isRefusal, minor, type Refusal, refuse } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { type Call, Serves } from '../../foundation/http';
import { readingOf } from '../../modules/commission';
import { bookAfter, currentBook } from '../../modules/plans';
import { knownSkus } from '../../modules/storefront';
import { namedSkus, ruleFindings } from '../book-findings';
import { addWrittenRule, endRule, rankRule, saveRule } from '../edit-rules';
import { onCall } from '../on-call';
import { knownPromoters } from '../read-rule';
import { TIMELINES, type Timelines } from '../timeline/advance';
import { readPlanChanges } from '../trials/read-changes';
import { editorOf } from './editor-of';
import { findingViews } from './finding-views';
import { ruleEntries, ruleView, stateOf } from './rule-entries';
import { ruleList } from './rule-list';
import { ruleVersions, wonBy } from './rule-story';
import { readingOfBook, ruleWords } from './rule-words';

const route = routes.rules;

type RuleSaved = Out<typeof route.save>;

/** Rules of the three layers that people write. */
@Controller('/')
export class RulesController {
  @Inject(TIMELINES)
  private readonly lines: Timelines;

  @Serves(route.list)
  list({ query }: In<typeof route.list>, call: Call): Promise<Out<typeof route.list>> {
    return ruleList(call, query);
  }

  @Serves(route.add)
  async add({ body }: In<typeof route.add>, call: Call): Promise<RuleSaved | Refusal> {
    const { id, ...form } = body;
    const added = await onCall(this.lines, call, (tx, hand, now) =>
      addWrittenRule(tx, hand, id ?? null, form, editorOf(call), now),
    );
    return isRefusal(added) ? added : this.one(call, added.code);
  }

  @Serves(route.read)
  async read({ params }: In<typeof route.read>, call: Call): Promise<Out<typeof route.read> | Refusal> {
    const view = await this.one(call, params.id);
    if (isRefusal(view)) return view;
    const reading = await readingOf(call);
    const won = await wonBy(call, params.id, view.layer);
    const money = (amount: number) => formatMoney(minor(amount), reading.currency);
    return {
      ...view,
      versions: await ruleVersions(call, reading, params.id),
      won: { lines: won.lines, orders: won.orders, base: money(won.base), amount: money(won.amount) },
    };
  }

  @Serves(route.save)
  async save({ params, body }: In<typeof route.save>, call: Call): Promise<RuleSaved | Refusal> {
    const saved = await onCall(this.lines, call, (tx, hand, now) =>
      saveRule(tx, hand, params.id, body, editorOf(call), now),
    );
    return isRefusal(saved) ? saved : this.one(call, saved.code);
  }

  @Serves(route.end)
  async end({ params, body }: In<typeof route.end>, call: Call): Promise<RuleSaved | Refusal> {
    const ended = await onCall(this.lines, call, (tx, hand, now) =>
      endRule(tx, hand, params.id, call.actor.id, now, body),
    );
    return isRefusal(ended) ? ended : this.one(call, params.id);
  }

  @Serves(route.rank)
  async rank({ params, body }: In<typeof route.rank>, call: Call): Promise<Out<typeof route.rank> | Refusal> {
    const ranked = await onCall(this.lines, call, (tx, hand, now) =>
      rankRule(tx, hand, params.id, body.before, call.actor.id, now),
    );
    if (isRefusal(ranked)) return ranked;
    return { changed: ranked.changed.map(({ code, from, to }) => ({ id: code, from, to })) };
  }

  @Serves(route.check)
  async check({ body }: In<typeof route.check>, call: Call): Promise<Out<typeof route.check> | Refusal> {
    const { db, merchantId, now } = call;
    const present = await currentBook(db.read, merchantId, db);
    const read = await readPlanChanges(db.read, merchantId, present, body.changes);
    if (isRefusal(read)) return read;
    const book = bookAfter(
      present.book,
      read.drafts.map((draft) => ({ ...draft, holdsFrom: now })),
    );
    const promoters = knownPromoters(book, read.unknownPromoters);
    const skus = await knownSkus(db.read, merchantId, namedSkus(book));
    const lookedAt = new Set(read.drafts.map(({ code }) => code));
    const findings = checkBook(book, { now, skus, lookedAt, ...(promoters ? { promoters } : {}) });
    const reading = readingOfBook(await readingOf(call), book);
    return { findings: await findingViews(db, reading, findings, read.drafts) };
  }

  /** One rule, with what the check of the whole book finds about it. */
  private async one(call: Call, code: string): Promise<RuleSaved | Refusal<'unknown-rule'>> {
    const reading = await readingOf(call);
    const entry = ruleEntries(reading.compiled).find((one) => one.code === code);
    if (!entry) return refuse('unknown-rule');
    const words = await ruleWords(call.db, reading, [entry.rule], 'all');
    const asked = { code, isOver: stateOf(entry, reading.now) === 'over' };
    const own = await ruleFindings(call.db.read, call.merchantId, reading.book, asked, reading.now);
    const sent = [{ kind: 'rule' as const, code, doc: entry.rule, at: '' }];
    return { ...ruleView(entry, reading, words), findings: await findingViews(call.db, reading, own, sent) };
  }
}
