import type { Out } from '@fenrun/contracts';
import { formatInstant, invariant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { find, findOne } from '../../foundation/db';
import type { Call } from '../../foundation/http';
import { currentBook, merchantSettings } from '../../modules/plans';
import {
  type ApplicationRow,
  consentsOf,
  countPartners,
  latestApplication,
  maskPhone,
  type PromoterRow,
  promoterChangeTable,
  promotersByCode,
  promotersById,
} from '../../modules/promoters';
import { customerTable } from '../../modules/sales';
import { promoterRows } from './promoter-rows';

export type PromoterDetail = Out<'promoters.read'>;

/** The promoter with that code. */
export async function promoterByCode(call: Call, code: string): Promise<PromoterRow | Refusal<'unknown-promoter'>> {
  const [row] = await promotersByCode(call.db.read, call.merchantId, [code]);
  return row ?? refuse('unknown-promoter');
}

/** One promoter: who, since when, by whom, in what programme, and how he applied. */
export async function promoterDetail(call: Call, code: string): Promise<PromoterDetail | Refusal<'unknown-promoter'>> {
  const row = await promoterByCode(call, code);
  if (isRefusal(row)) return row;
  const { merchantId } = call;
  const { read } = call.db;
  const [[view], application, consents, partners, statusReason, customer] = await Promise.all([
    promoterRows(call, [row]),
    latestApplication(read, merchantId, row.id),
    consentsOf(read, merchantId, row.id),
    countPartners(read, merchantId, [row.id]),
    statusReasonOf(call, row),
    customerOf(call, row),
  ]);
  invariant(view, 'a promoter has a row');
  return {
    ...view,
    pinnedProgramme: row.isProgrammePinned,
    pinnedGroup: row.isGroupPinned,
    application: application ? await applicationView(call, application) : null,
    consents: consents.map(({ kind, version, at }) => ({ kind, version, at: formatInstant(at) })),
    statusReason,
    partners: partners.get(row.id) ?? 0,
    customer,
  };
}

async function applicationView(call: Call, row: ApplicationRow): Promise<NonNullable<PromoterDetail['application']>> {
  const [inviter] = row.inviterId ? await promotersById(call.db.read, call.merchantId, [row.inviterId]) : [];
  return {
    name: row.name,
    phone: row.phone === null ? null : maskPhone(row.phone),
    phoneVerified: row.isPhoneVerified,
    invitedBy: inviter?.name ?? null,
    words: row.words,
    at: formatInstant(row.appliedAt),
    reason: row.decision === 'rejected' ? row.reason : null,
    missing: row.decision === null ? await missingOf(call, row) : [],
  };
}

const MISSING = {
  phone: { zh: '手机号还没有验证', en: 'The phone number is not verified' },
  inviter: { zh: '没有邀请人', en: 'There is no inviter' },
} as const;

/** What the merchant asks for and the application lacks. */
async function missingOf(call: Call, { isPhoneVerified, inviterId }: ApplicationRow): Promise<string[]> {
  const { book } = await currentBook(call.db.read, call.merchantId, call.db);
  const saved = book.settings.at(-1)?.value;
  const needsInviter = saved ? merchantSettings(saved).applications.requireInvitation : false;
  return [
    ...(isPhoneVerified ? [] : [MISSING.phone[call.lang]]),
    ...(needsInviter && inviterId === null ? [MISSING.inviter[call.lang]] : []),
  ];
}

/** Why he stands as he does, where a person said so. */
async function statusReasonOf({ db, merchantId }: Call, row: PromoterRow): Promise<string | null> {
  if (row.status === 'active' || row.status === 'applicant') return null;
  const where = "merchant_id = ? AND promoter_id = ? AND aspect = 'status'";
  const [last] = await find(
    db.read,
    promoterChangeTable,
    where,
    [merchantId, row.id],
    'ORDER BY from_at DESC, id DESC LIMIT 1',
  );
  return last?.reason ?? null;
}

/** The id of the customer that he is when he buys. */
async function customerOf({ db, merchantId }: Call, { customerId }: PromoterRow): Promise<string | null> {
  if (customerId === null) return null;
  const customer = await findOne(db.read, customerTable, 'merchant_id = ? AND id = ?', [merchantId, customerId]);
  return customer?.id ?? null;
}
