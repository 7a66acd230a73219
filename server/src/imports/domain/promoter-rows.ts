import type { Mapping } from '@fenrun/contracts';
import { type Instant, isOutsideId, isRefusal, type Refusal, type Zone, zone as zoneNamed } from '@fenrun/kernel';
import type { CsvRow } from '../../foundation/csv';
import { dateReader } from './date-format';
import { PROMOTER_FIELDS, type PromoterFieldName, suggestColumns } from './fields';
import { rowLayout } from './row-layout';

/** A promoter as a file tells him. */
export interface PromoterRowRead {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  /** Null: always active. */
  readonly joinedAt: Instant | null;
  readonly inviter: string | null;
  readonly programme: string | null;
  readonly group: string | null;
  readonly phone: string | null;
}

export interface PromoterProblem {
  readonly row: number;
  /** The code that stood there. */
  readonly item: string;
  readonly code: string;
  readonly text: string;
}

const NAME_LENGTH = 128;
const PHONE = /^\+?[0-9][0-9 -]{4,30}$/;

/** A reader of the rows below a header, by a mapping or by what the header suggests. */
export function promoterReader(
  header: readonly string[],
  zone: Zone,
  mapping: Mapping | null,
): ((row: CsvRow) => PromoterRowRead | PromoterProblem) | Refusal {
  const layout = rowLayout<PromoterFieldName>(
    PROMOTER_FIELDS,
    mapping ?? { columns: suggestColumns(PROMOTER_FIELDS, header) },
    header,
  );
  if (isRefusal(layout)) return layout;
  const date = dateReader(mapping?.dateFormat, mapping?.timezone ? zoneNamed(mapping.timezone) : zone);
  if (isRefusal(date)) return date;
  return ({ number, cells }) => {
    const cell = (field: PromoterFieldName) => layout.cell(field, cells);
    const code = cell('code');
    const problem = (what: string, text: string): PromoterProblem => ({ row: number, item: code, code: what, text });
    if (!isOutsideId(code)) return problem('invalid-code', code);
    if (cell('name') === '' || cell('name').length > NAME_LENGTH) return problem('invalid-name', cell('name'));
    const joinedAt = cell('joined') === '' ? null : date(cell('joined'));
    if (isRefusal(joinedAt)) return problem('invalid-date', cell('joined'));
    if (cell('phone') !== '' && !PHONE.test(cell('phone'))) return problem('invalid-phone', cell('phone'));
    const orNull = (text: string) => (text === '' ? null : text);
    return {
      row: number,
      code,
      name: cell('name'),
      joinedAt,
      inviter: orNull(cell('inviter')),
      programme: orNull(cell('programme')),
      group: orNull(cell('group')),
      phone: orNull(cell('phone').replace(/[ -]/g, '')),
    };
  };
}
