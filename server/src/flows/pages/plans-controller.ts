import { type In, type Out, routes } from '@fenrun/contracts';
import type { Programme, RuleBook } from '@fenrun/engine';
import { BEGINNING, compareText, invariant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { type Call, Serves } from '../../foundation/http';
import { actorNames } from '../../modules/identity';
import {
  bookNames,
  currentBook,
  merchantSettings,
  planVersions,
  programmeForm,
  rateForm,
  settingsForm,
} from '../../modules/plans';
import { countByProgramme } from '../../modules/promoters';
import { addProgramme, presentWarnings, saveProgramme, saveSettings } from '../edit-plans';
import { activateProgramme, deactivateProgramme, deleteProgramme, makeDefaultProgramme } from '../edit-programmes';
import { onCall } from '../on-call';
import { TIMELINES, type Timelines } from '../timeline/advance';
import { editorOf } from './editor-of';
import { sinceOf, whoSaved } from './saved-words';

const route = routes.plans;

type ProgrammeView = Out<typeof route.saveProgramme>;
type SettingsView = Out<typeof route.settings>;

/** Programmes and settings: what is earned, when, and how it is paid. */
@Controller('/')
export class PlansController {
  @Inject(TIMELINES)
  private readonly lines: Timelines;

  @Serves(route.programmes)
  async programmes(_: In<typeof route.programmes>, call: Call): Promise<Out<typeof route.programmes>> {
    const { book } = await currentBook(call.db.read, call.merchantId, call.db);
    const counts = await countByProgramme(call.db.read, call.merchantId);
    const views = book.programmes.map(({ code }) => programmeView(book, code, counts)).filter((one) => one !== null);
    return { data: views.sort(byPlace(book)) };
  }

  @Serves(route.programme)
  async programme({ params }: In<typeof route.programme>, call: Call): Promise<Out<typeof route.programme> | Refusal> {
    const view = await this.one(call, params.id);
    if (isRefusal(view)) return view;
    const entries = await planVersions(call.db.read, call.merchantId, 'programme', params.id);
    const names = await actorNames(
      call.db.read,
      call.merchantId,
      entries.map(({ savedBy }) => savedBy),
    );
    const versions = entries.map(({ savedBy, holdsFrom, doc, note }, index) => {
      const saved = doc as Programme | null;
      const rate = saved?.rate ? rateForm(saved.rate, call.merchant.currency) : null;
      return {
        version: index + 1,
        since: sinceOf(holdsFrom),
        savedBy: whoSaved(savedBy, names, call.lang),
        rate,
        note: note ?? '',
      };
    });
    return { ...view, versions: versions.reverse() };
  }

  @Serves(route.addProgramme)
  async addProgramme({ body }: In<typeof route.addProgramme>, call: Call): Promise<ProgrammeView | Refusal> {
    const { id, ...form } = body;
    const added = await onCall(this.lines, call, (tx, hand, now) =>
      addProgramme(tx, hand, id ?? null, form, editorOf(call), now),
    );
    return isRefusal(added) ? added : this.one(call, added.code);
  }

  @Serves(route.saveProgramme)
  async saveProgramme({ params, body }: In<typeof route.saveProgramme>, call: Call): Promise<ProgrammeView | Refusal> {
    const saved = await onCall(this.lines, call, (tx, hand, now) =>
      saveProgramme(tx, hand, params.id, body, editorOf(call), now),
    );
    return isRefusal(saved) ? saved : this.one(call, saved.code);
  }

  @Serves(route.deactivateProgramme)
  async deactivateProgramme(
    { params, body }: In<typeof route.deactivateProgramme>,
    call: Call,
  ): Promise<Out<typeof route.deactivateProgramme> | Refusal> {
    const left = await onCall(this.lines, call, async (tx, hand, now): Promise<{ moved: number } | Refusal> => {
      const known = programmeVersions(hand.book, params.id);
      if (known === 0) return refuse('not-found');
      if (body?.version !== undefined && body.version !== known) return refuse('changed-meanwhile', { version: known });
      return deactivateProgramme(tx, hand, params.id, { by: call.actor.id, reason: null }, now);
    });
    if (isRefusal(left)) return left;
    const programme = await this.one(call, params.id);
    return isRefusal(programme) ? programme : { programme, moved: left.moved };
  }

  @Serves(route.activateProgramme)
  activateProgramme({ params }: In<typeof route.activateProgramme>, call: Call): Promise<ProgrammeView | Refusal> {
    return this.change(call, params.id, activateProgramme);
  }

  @Serves(route.makeDefault)
  makeDefault({ params }: In<typeof route.makeDefault>, call: Call): Promise<ProgrammeView | Refusal> {
    return this.change(call, params.id, makeDefaultProgramme);
  }

  @Serves(route.deleteProgramme)
  async deleteProgramme({ params }: In<typeof route.deleteProgramme>, call: Call): Promise<undefined | Refusal> {
    const byHand = { by: call.actor.id, reason: null };
    const deleted = await onCall(this.lines, call, async (tx, hand, now): Promise<object | Refusal> => {
      if (programmeVersions(hand.book, params.id) === 0) return refuse('not-found');
      return deleteProgramme(tx, hand, params.id, byHand, now);
    });
    return isRefusal(deleted) ? deleted : undefined;
  }

  private async change(call: Call, code: string, command: typeof activateProgramme): Promise<ProgrammeView | Refusal> {
    const changed = await onCall(this.lines, call, async (tx, hand, now): Promise<object | Refusal> => {
      if (programmeVersions(hand.book, code) === 0) return refuse('not-found');
      return command(tx, hand, code, call.actor.id, now);
    });
    return isRefusal(changed) ? changed : this.one(call, code);
  }

  @Serves(route.settings)
  async settings(_: In<typeof route.settings>, call: Call): Promise<SettingsView> {
    const { book } = await currentBook(call.db.read, call.merchantId, call.db);
    const saved = book.settings.at(-1)?.value;
    invariant(saved, `merchant ${call.merchantId} has no settings`);
    const settings = merchantSettings(saved);
    const last = (await planVersions(call.db.read, call.merchantId, 'settings', '')).at(-1);
    const names = await actorNames(call.db.read, call.merchantId, [last?.savedBy ?? null]);
    return {
      version: book.settings.length,
      since: sinceOf(last?.holdsFrom ?? BEGINNING),
      savedBy: whoSaved(last?.savedBy ?? null, names, call.lang),
      settings: settingsForm(settings, book.currency),
      warnings: presentWarnings(book, settings, Math.max(call.now, last?.holdsFrom ?? BEGINNING), call.lang),
    };
  }

  @Serves(route.saveSettings)
  async saveSettings({ body }: In<typeof route.saveSettings>, call: Call): Promise<SettingsView | Refusal> {
    const saved = await onCall(this.lines, call, (tx, hand, now) => saveSettings(tx, hand, body, editorOf(call), now));
    return isRefusal(saved) ? saved : this.settings({ params: {}, query: {}, body: undefined }, call);
  }

  private async one(call: Call, code: string): Promise<ProgrammeView | Refusal> {
    const { book } = await currentBook(call.db.read, call.merchantId, call.db);
    return programmeView(book, code, await countByProgramme(call.db.read, call.merchantId)) ?? refuse('not-found');
  }
}

/** How many versions a programme has; 0 if there is none with the code, or it was deleted. */
function programmeVersions({ programmes }: RuleBook, code: string): number {
  const versions = programmes.find((programme) => programme.code === code)?.versions;
  return versions?.at(-1)?.value ? versions.length : 0;
}

/** The default first, then the levels of the ladder from below, then the others by code. */
function byPlace(book: RuleBook): (a: ProgrammeView, b: ProgrammeView) => number {
  const { level } = bookNames(book);
  const place = ({ id, isDefault }: ProgrammeView) => (isDefault ? 0 : (level(id) ?? Number.MAX_SAFE_INTEGER));
  return (a, b) => place(a) - place(b) || compareText(a.id, b.id);
}

/** The programme as it was saved last. */
function programmeView(book: RuleBook, code: string, counts: ReadonlyMap<string, number>): ProgrammeView | null {
  const versions = book.programmes.find((programme) => programme.code === code)?.versions;
  const programme = versions?.at(-1)?.value;
  if (!versions || !programme) return null;
  return {
    id: code,
    ...programmeForm(code, programme, book.currency),
    isDefault: programme.isDefault,
    active: programme.isActive,
    promoters: counts.get(code) ?? 0,
    version: versions.length,
    since: sinceOf(versions.at(-1)?.holdsFrom ?? BEGINNING),
  };
}
