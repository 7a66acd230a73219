import type { Lang } from '@fenrun/contracts';
import type { Campaign, Finding, History, RuleBook } from '@fenrun/engine';
import { type FieldError, type Instant, type Refusal, refuse } from '@fenrun/kernel';
import type { Tx } from '../foundation/db';
import {
  bookAfter,
  type CampaignForm,
  findingSentence,
  freshErrors,
  type NamedCampaign,
  nextCode,
  type PlanSaving,
  pointerInCampaign,
  readCampaign,
  savePlans,
} from '../modules/plans';
import type { Editor } from './keep-acknowledgements';
import type { Hand } from './timeline/hand';

/** Campaigns of one merchant at most, those that are over included. */
const CAMPAIGNS_AT_MOST = 5_000;

function versionsOf({ campaigns }: RuleBook, code: string): History<Campaign> | undefined {
  return campaigns.find((campaign) => campaign.code === code)?.versions;
}

/** Adds a campaign; without a code of its own it gets the next `C…`. It decides sales paid from now on. */
export async function addCampaign(
  tx: Tx,
  hand: Hand,
  code: string | null,
  form: CampaignForm,
  editor: Editor,
  now: Instant,
): Promise<{ code: string } | Refusal> {
  const { campaigns } = hand.book;
  if (campaigns.length >= CAMPAIGNS_AT_MOST) return refuse('invalid-state', { campaigns: CAMPAIGNS_AT_MOST });
  if (code !== null && versionsOf(hand.book, code)) return refuse('already-exists', { campaign: code });
  const codes = campaigns.map((campaign) => campaign.code);
  return saveForm(tx, hand, code ?? nextCode('C', codes), form, editor, now);
}

/** Saves a new version of a campaign; it decides sales paid from now on. */
export async function saveCampaign(
  tx: Tx,
  hand: Hand,
  code: string,
  form: CampaignForm & { readonly version: number; readonly note?: string | undefined },
  editor: Editor,
  now: Instant,
): Promise<{ code: string } | Refusal> {
  const versions = versionsOf(hand.book, code);
  if (!versions) return refuse('not-found');
  if (form.version !== versions.length) return refuse('changed-meanwhile', { version: versions.length });
  return saveForm(tx, hand, code, form, editor, now);
}

async function saveForm(
  tx: Tx,
  hand: Hand,
  code: string,
  form: CampaignForm & { readonly note?: string | undefined },
  editor: Editor,
  now: Instant,
): Promise<{ code: string } | Refusal> {
  const errors: FieldError[] = [];
  const doc = readCampaign(form, { currency: hand.book.currency, zone: hand.zone, errors });
  if (errors.length > 0) return refuse('invalid-request', undefined, errors);
  const saving: PlanSaving = { kind: 'campaign', code, doc, holdsFrom: now, note: form.note };
  const fresh = freshErrors(hand.book, bookAfter(hand.book, [saving]), now);
  if (fresh.length > 0)
    return refuse(
      'unsafe-rules',
      undefined,
      fresh.map((finding) => fieldErrorOf(finding, doc, editor.lang)),
    );
  await savePlans(tx, hand.merchantId, [saving], editor.id, now);
  return { code };
}

function fieldErrorOf(finding: Finding, doc: NamedCampaign, lang: Lang): FieldError {
  const isOwn = finding.subject === 'campaign';
  return {
    pointer: isOwn ? pointerInCampaign(doc, finding) : '',
    code: finding.code,
    detail: findingSentence(finding, isOwn ? [doc.name] : finding.about, lang),
  };
}

/** Ends a campaign: no sale paid from now on belongs to it. One that is over stays as it was. */
export async function endCampaign(
  tx: Tx,
  hand: Hand,
  code: string,
  version: number | undefined,
  by: string,
  now: Instant,
): Promise<{ code: string } | Refusal> {
  const versions = versionsOf(hand.book, code);
  const latest = versions?.at(-1)?.value;
  if (!versions || !latest) return refuse('not-found');
  if (version !== undefined && version !== versions.length)
    return refuse('changed-meanwhile', { version: versions.length });
  const { from, to } = latest.window;
  if (to !== null && to <= now) return { code };
  // One that had not begun has had its moment: an empty window would be an error of the book.
  const window = { from: from === null ? null : Math.min(from, now - 1), to: now };
  const saving: PlanSaving = { kind: 'campaign', code, doc: { ...latest, window }, holdsFrom: now };
  await savePlans(tx, hand.merchantId, [saving], by, now);
  return { code };
}
