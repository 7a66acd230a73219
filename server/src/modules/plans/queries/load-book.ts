import type { RuleBook } from '@fenrun/engine';
import { invariant, type Zone, zone } from '@fenrun/kernel';
import { find, findOne, type Reader } from '../../../foundation/db';
import { type PlanBookRow, planBookTable } from '../store/plan-book.row';
import { type PlanEntryRow, type PlanKind, planEntryTable } from '../store/plan-entry.row';

export interface LoadedBook {
  readonly book: RuleBook;
  readonly zone: Zone;
}

/** Reads a merchant's whole rule book with all its versions, in order of saving. */
export async function loadBook(db: Reader, merchantId: string): Promise<LoadedBook> {
  const frame = await findOne(db, planBookTable, 'merchant_id = ?', [merchantId]);
  invariant(frame, `merchant ${merchantId} has no rule book`);
  const entries = await find(db, planEntryTable, 'merchant_id = ?', [merchantId], 'ORDER BY saved_as, kind, code');
  return { book: toBook(frame, entries), zone: zone(frame.timezone) };
}

function toBook(frame: PlanBookRow, entries: readonly PlanEntryRow[]): RuleBook {
  const coded = new Map<string, { code: string; versions: unknown[] }>();
  const single = new Map<PlanKind, unknown[]>();
  const ofKind = new Map<PlanKind, unknown[]>();
  for (const { kind, code, savedAs, holdsFrom, doc } of entries) {
    const version = { savedAs, holdsFrom, value: doc };
    if (code === '') {
      single.set(kind, [...(single.get(kind) ?? []), version]);
      continue;
    }
    const key = `${kind}/${code}`;
    const known = coded.get(key);
    if (known) known.versions.push(version);
    else {
      const made = { code, versions: [version] as unknown[] };
      coded.set(key, made);
      const list = ofKind.get(kind);
      if (list) list.push(made);
      else ofKind.set(kind, [made]);
    }
  }
  // The documents were checked against the contract when they were saved; here they are taken as what they were.
  return {
    version: frame.version,
    currency: frame.currency,
    region: frame.region,
    settings: single.get('settings') ?? [],
    programmes: ofKind.get('programme') ?? [],
    rules: ofKind.get('rule') ?? [],
    campaigns: ofKind.get('campaign') ?? [],
    grouping: single.get('grouping') ?? [],
    ladder: single.get('ladder') ?? [],
    tierBonuses: single.get('tier_bonuses') ?? [],
  } as unknown as RuleBook;
}
