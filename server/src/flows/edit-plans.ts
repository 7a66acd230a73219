import type { Lang, Settings as SettingsForm } from '@fenrun/contracts';
import { checkBook, type Finding, inForce, networkLevelLimit, type RuleBook } from '@fenrun/engine';
import { BEGINNING, type FieldError, type Instant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import type { Tx } from '../foundation/db';
import {
  bookAfter,
  freshErrors,
  type MerchantSettings,
  merchantSettings,
  nextCode,
  type ProgrammeForm,
  readProgramme,
  readSettings,
  type SettingsWarning,
  savePlans,
  settingsWarnings,
} from '../modules/plans';
import { type Editor, keepAcknowledgements } from './keep-acknowledgements';
import { type Hand, heldAt } from './timeline/hand';

export interface SettingsEdit {
  /** The number of the version that was edited, counted from 1. */
  readonly version: number;
  readonly settings: SettingsForm;
  /** Codes of warnings that the editor has acknowledged. */
  readonly acknowledged: readonly string[];
}

/** Saves a new version of the settings. It decides sales paid from now on; what the law wants acknowledged is kept in the audit log. */
export async function saveSettings(
  tx: Tx,
  hand: Hand,
  edit: SettingsEdit,
  editor: Editor,
  now: Instant,
): Promise<{ version: number } | Refusal> {
  const { book } = hand;
  const before = merchantSettings(heldAt(hand, now).settings.settings);
  if (edit.version !== book.settings.length) return refuse('changed-meanwhile', { version: book.settings.length });
  const settings = checkedSettings(book, edit.settings, now);
  if (isRefusal(settings)) return settings;
  const findings = checkBook(withSettings(book, settings, now), { now });
  const warnings = settingsWarnings({ region: book.region, settings, before, findings }, editor.lang);
  const refused = await keepAcknowledgements(tx, hand.merchantId, warnings, edit.acknowledged, editor, now);
  if (refused) return refused;
  await savePlans(tx, hand.merchantId, [{ kind: 'settings', code: '', doc: settings, holdsFrom: now }], editor.id, now);
  return { version: edit.version + 1 };
}

/** Reads the settings and looks at what must hold whatever else is set. */
function checkedSettings(book: RuleBook, form: SettingsForm, now: Instant): MerchantSettings | Refusal {
  const errors: FieldError[] = [];
  const settings = readSettings(form, { currency: book.currency, errors });
  errors.push(...unknownGroups(book, form));
  if (errors.length > 0) return refuse('invalid-request', undefined, errors);
  if (settings.network.levels.length > networkLevelLimit(book.region))
    return refuse('too-many-levels', undefined, [{ pointer: '/settings/network/levels', code: 'too-many' }]);
  const fresh = freshErrors(book, withSettings(book, settings, now), now);
  return fresh.length > 0 ? refuse('unsafe-settings', undefined, fresh.map(fieldErrorOf)) : settings;
}

/** Groups that an approval rule names and nobody has: such a rule would never match. */
function unknownGroups(book: RuleBook, { approval }: SettingsForm): FieldError[] {
  const known = new Set(book.grouping.at(-1)?.value?.groups.map(({ code }) => code));
  return approval.rules.flatMap(({ when }, rule) =>
    (when.groups ?? []).flatMap((group, index) =>
      known.has(group)
        ? []
        : [{ pointer: `/settings/approval/rules/${rule}/when/groups/${index}`, code: 'unknown-value', detail: group }],
    ),
  );
}

function fieldErrorOf({ code, facts }: Finding): FieldError {
  const campaign = facts['campaign'];
  const pointer = campaign === undefined ? '/settings' : `/settings/selfPurchase/rates/campaigns/${campaign}`;
  return { pointer, code: code === 'unknown-campaign' ? 'unknown-value' : code };
}

/** The whole book as it would be if these settings were saved now. */
function withSettings(book: RuleBook, settings: MerchantSettings, now: Instant): RuleBook {
  return bookAfter(book, [{ kind: 'settings', code: '', doc: settings, holdsFrom: now }]);
}

/** The warnings of the settings in force. */
export function presentWarnings(
  book: RuleBook,
  settings: MerchantSettings,
  now: Instant,
  lang: Lang,
): SettingsWarning[] {
  const findings = checkBook(book, { now });
  return settingsWarnings({ region: book.region, settings, before: null, findings }, lang);
}

/** Programmes of one merchant at most. */
const PROGRAMMES_AT_MOST = 500;

/** Adds a programme; without a code of its own it gets the next `P…`. It is active and not the default. */
export async function addProgramme(
  tx: Tx,
  hand: Hand,
  code: string | null,
  form: ProgrammeForm,
  editor: Editor,
  now: Instant,
): Promise<{ code: string } | Refusal> {
  const { book } = hand;
  if (book.programmes.length >= PROGRAMMES_AT_MOST) return refuse('invalid-state', { programmes: PROGRAMMES_AT_MOST });
  if (code !== null && book.programmes.some((programme) => programme.code === code))
    return refuse('already-exists', { programme: code });
  const errors: FieldError[] = [];
  const doc = readProgramme(form, { isDefault: false, isActive: true }, { currency: book.currency, errors });
  if (errors.length > 0) return refuse('invalid-request', undefined, errors);
  const own =
    code ??
    nextCode(
      'P',
      book.programmes.map((programme) => programme.code),
    );
  // The first version of a programme holds from the beginning of time. Source: domain.md, section 2.
  const saving = { kind: 'programme' as const, code: own, doc, holdsFrom: BEGINNING };
  await savePlans(tx, hand.merchantId, [saving], editor.id, now);
  return { code: own };
}

/** Saves a new version of a programme; it decides sales paid from now on. Whether it is active or the default stays as it is. */
export async function saveProgramme(
  tx: Tx,
  hand: Hand,
  code: string,
  form: ProgrammeForm & { readonly version: number; readonly note?: string | undefined },
  editor: Editor,
  now: Instant,
): Promise<{ code: string } | Refusal> {
  const history = hand.book.programmes.find((programme) => programme.code === code);
  const present = inForce(hand.compiled, now).programmes.get(code)?.programme;
  if (!history?.versions.at(-1)?.value || !present) return refuse('not-found');
  if (form.version !== history.versions.length)
    return refuse('changed-meanwhile', { version: history.versions.length });
  const errors: FieldError[] = [];
  const { isDefault, isActive } = present;
  const doc = readProgramme(form, { isDefault, isActive }, { currency: hand.book.currency, errors });
  if (errors.length > 0) return refuse('invalid-request', undefined, errors);
  const saving = { kind: 'programme' as const, code, doc, holdsFrom: now, note: form.note };
  await savePlans(tx, hand.merchantId, [saving], editor.id, now);
  return { code };
}
