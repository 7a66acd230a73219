import { type Instant, isOutsideId, isRefusal, type Refusal, refuse, type Zone } from '@fenrun/kernel';
import type { CsvRow } from '../../foundation/csv';
import { dateReader } from './date-format';

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
  readonly code: string;
  readonly text: string;
}

/** The columns, as the header names them; letter case does not matter, and the last five may be absent. */
const COLUMNS = ['code', 'name', 'joined', 'inviter', 'programme', 'group', 'phone'] as const;
type Column = (typeof COLUMNS)[number];
const REQUIRED: readonly Column[] = ['code', 'name'];

const ALIKE: Readonly<Record<Column, readonly string[]>> = {
  code: ['code', '推广码', '编号'],
  name: ['name', '姓名', '名称', '推广员'],
  joined: ['joined', 'joined_at', '加入时间', '加入日期'],
  inviter: ['inviter', '邀请人'],
  programme: ['programme', 'program', '推广计划'],
  group: ['group', '分组'],
  phone: ['phone', 'mobile', '手机', '手机号', '电话'],
};

const NAME_LENGTH = 128;
const PHONE = /^\+?[0-9][0-9 -]{4,30}$/;

/** A reader of the rows below a header; refuses a header without code and name. */
export function promoterReader(
  header: readonly string[],
  zone: Zone,
): ((row: CsvRow) => PromoterRowRead | PromoterProblem) | Refusal<'invalid-header'> {
  const places = new Map<Column, number>();
  for (const column of COLUMNS) {
    const at = header.findIndex((name) => ALIKE[column].includes(name.trim().toLowerCase()));
    if (at >= 0) places.set(column, at);
  }
  const missing = REQUIRED.filter((column) => !places.has(column));
  const date = dateReader(undefined, zone);
  if (missing.length > 0 || isRefusal(date))
    return refuse('invalid-header', { missing: missing.join(', '), wanted: COLUMNS.join(',') });
  return ({ number, cells }) => {
    const cell = (column: Column) => (cells[places.get(column) ?? -1] ?? '').trim();
    const problem = (code: string, text: string): PromoterProblem => ({ row: number, code, text });
    const code = cells[places.get('code') as number] ?? '';
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
