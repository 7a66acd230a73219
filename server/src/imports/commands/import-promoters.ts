import type { Mapping } from '@fenrun/contracts';
import { type Instant, isRefusal, type Refusal, refuse, zone } from '@fenrun/kernel';
import { addPromoter } from '../../flows/add-promoter';
import type { Timelines } from '../../flows/timeline/advance';
import type { Hand } from '../../flows/timeline/hand';
import { onTimeline } from '../../flows/timeline/on-timeline';
import { readCsv } from '../../foundation/csv';
import type { Tx } from '../../foundation/db';
import { type PromoterRow, promotersByCode, promotersById } from '../../modules/promoters';
import { type PromoterProblem, type PromoterRowRead, promoterReader } from '../domain/promoter-rows';

export interface PromoterImport {
  readonly merchantId: string;
  readonly timezone: string;
  readonly file: string;
  /** Null: what the header suggests. */
  readonly mapping: Mapping | null;
  readonly isDryRun: boolean;
}

export interface PromoterReport {
  readonly rows: number;
  readonly recorded: number;
  readonly repeated: number;
  readonly refused: readonly PromoterProblem[];
}

/** Promoters added in one transaction. */
const AT_ONCE = 500;

/**
 * Imports a file of promoters. An inviter may stand below those whom he invited. Safe to repeat: a promoter is known by his code; one that
 * is told otherwise than he was recorded is refused. Programme and group are where he starts, so they are not compared.
 */
export async function importPromoters(lines: Timelines, given: PromoterImport): Promise<PromoterReport | Refusal> {
  const read = await readRows(given);
  if (isRefusal(read)) return read;
  const refused: PromoterProblem[] = [...read.problems];
  const counts = { recorded: 0, repeated: 0 };
  const ids = new Map<string, string>();
  const people = invitersFirst(read.people);
  const atOnce = given.isDryRun ? people.length : AT_ONCE;
  for (let at = 0; at < people.length; at += atOnce) {
    const outcome = await takeSlice(lines, given, people.slice(at, at + atOnce), ids);
    counts.recorded += outcome.recorded;
    counts.repeated += outcome.repeated;
    refused.push(...outcome.refused);
  }
  return { rows: read.rows, ...counts, refused: refused.sort((a, b) => a.row - b.row) };
}

interface Read {
  readonly rows: number;
  readonly people: readonly PromoterRowRead[];
  readonly problems: readonly PromoterProblem[];
}

async function readRows({ file, timezone, mapping }: PromoterImport): Promise<Read | Refusal> {
  let reader: ReturnType<typeof promoterReader> | undefined;
  const people: PromoterRowRead[] = [];
  const problems: PromoterProblem[] = [];
  const refused = await readCsv(file, ({ rows }) => {
    for (const row of rows) {
      if (!reader) {
        reader = promoterReader(row.cells, zone(timezone), mapping);
        continue;
      }
      if (isRefusal(reader)) return reader;
      const found = reader(row);
      if ('name' in found) people.push(found);
      else problems.push(found);
    }
    return undefined;
  });
  if (refused) return refused;
  if (!reader) return refuse('empty-file');
  return isRefusal(reader) ? reader : { rows: people.length + problems.length, people, problems };
}

/** Those whose inviter is in the file come after him; a circle stands at the end, where its inviter is unknown. */
function invitersFirst(people: readonly PromoterRowRead[]): PromoterRowRead[] {
  const waiting = new Map<string, PromoterRowRead[]>();
  const codes = new Set(people.map(({ code }) => code));
  const ordered: PromoterRowRead[] = [];
  for (const person of people) {
    if (person.inviter === null || !codes.has(person.inviter)) ordered.push(person);
    else waiting.set(person.inviter, [...(waiting.get(person.inviter) ?? []), person]);
  }
  for (let at = 0; at < ordered.length; at += 1) {
    const { code } = ordered[at] as PromoterRowRead;
    ordered.push(...(waiting.get(code) ?? []));
    waiting.delete(code);
  }
  return [...ordered, ...[...waiting.values()].flat()];
}

interface Outcome {
  recorded: number;
  repeated: number;
  refused: PromoterProblem[];
}

/** Takes a slice in one transaction; a dry run takes it back. */
async function takeSlice(
  lines: Timelines,
  given: PromoterImport,
  slice: readonly PromoterRowRead[],
  ids: Map<string, string>,
): Promise<Outcome> {
  let outcome: Outcome = { recorded: 0, repeated: 0, refused: [] };
  await onTimeline(lines, given.merchantId, async (tx, hand, now) => {
    outcome = { recorded: 0, repeated: 0, refused: [] };
    await takePeople(tx, hand, slice, ids, outcome, now);
    return given.isDryRun ? refuse('dry-run') : outcome;
  });
  return outcome;
}

async function takePeople(
  tx: Tx,
  hand: Hand,
  slice: readonly PromoterRowRead[],
  ids: Map<string, string>,
  outcome: Outcome,
  now: Instant,
): Promise<void> {
  const codes = [...new Set(slice.flatMap(({ code, inviter }) => [code, ...(inviter ? [inviter] : [])]))];
  const known = new Map((await promotersByCode(tx, hand.merchantId, codes)).map((row) => [row.code, row]));
  const inviterIds = [...known.values()].flatMap(({ inviterId }) => (inviterId ? [inviterId] : []));
  const inviterCodes = new Map((await promotersById(tx, hand.merchantId, inviterIds)).map((row) => [row.id, row.code]));
  for (const row of known.values()) ids.set(row.code, row.id);
  const added = new Set<string>();
  for (const person of slice) {
    const before = known.get(person.code);
    if (before || added.has(person.code)) {
      const differs = before ? differingFields(person, before, inviterCodes) : ['code'];
      if (differs.length === 0) outcome.repeated += 1;
      else
        outcome.refused.push({
          row: person.row,
          item: person.code,
          code: 'already-recorded-differently',
          text: differs.join(', '),
        });
      continue;
    }
    const problem = await addOne(tx, hand, person, ids, now);
    if (problem) outcome.refused.push(problem);
    else {
      outcome.recorded += 1;
      added.add(person.code);
    }
  }
}

/** What a file tells otherwise than it was recorded; an empty cell tells nothing. */
function differingFields(told: PromoterRowRead, row: PromoterRow, inviterCodes: ReadonlyMap<string, string>): string[] {
  const inviter = row.inviterId ? (inviterCodes.get(row.inviterId) ?? null) : null;
  const pairs: [string, unknown, unknown][] = [
    ['name', told.name, row.name],
    ['joined', told.joinedAt, row.joinedAt],
    ['inviter', told.inviter, inviter],
    ['phone', told.phone, row.phone],
  ];
  return pairs.filter(([, said, recorded]) => said !== null && said !== recorded).map(([field]) => field);
}

async function addOne(
  tx: Tx,
  hand: Hand,
  person: PromoterRowRead,
  ids: Map<string, string>,
  now: Instant,
): Promise<PromoterProblem | undefined> {
  const { row, code, name, phone, joinedAt, programme, group, inviter } = person;
  const inviterId = inviter === null ? null : ids.get(inviter);
  if (inviterId === undefined) return { row, item: code, code: 'unknown-inviter', text: inviter ?? '' };
  const rest = { avatar: null, memberId: null, customerId: null, status: 'active' as const };
  const added = await addPromoter(tx, hand, { code, name, phone, joinedAt, inviterId, programme, group, ...rest }, now);
  if (isRefusal(added))
    return { row, item: code, code: added.refused, text: String(Object.values(added.facts ?? {})[0] ?? '') };
  ids.set(code, added.id);
  return undefined;
}
