import { errorCodes, type Lang, type Out } from '@fenrun/contracts';
import { formatInstant } from '@fenrun/kernel';
import { FIELDS, suggestColumns } from '../domain/fields';
import { problemText } from '../domain/problem-text';
import { promoterProblemText } from '../domain/promoter-problem-text';
import type { ImportJobRow } from '../store/import-job.row';
import type { ImportProblemRow } from '../store/import-problem.row';

const HINTS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  order: { zh: '同一订单的各行可以不相邻', en: 'The rows of an order need not stand together' },
  paidAt: { zh: '商户时区；同一订单以最早的为准', en: 'In the shop’s zone; the earliest row of an order counts' },
  quantity: { zh: '整数，大于 0', en: 'A whole number above zero' },
  price: { zh: '单价，可以为 0', en: 'Of one piece; may be 0' },
  promoter: { zh: '推广员的推广码', en: 'The promoter’s code' },
  coupons: { zh: '多个用分号隔开', en: 'Several with semicolons between them' },
};

export function importJobView(job: ImportJobRow, lang: Lang): Out<'imports.read'> {
  const fields = FIELDS[job.kind];
  const { rowsRead: rows, items, recorded, repeated, refused, kept } = job;
  return {
    id: job.id,
    kind: job.kind,
    fileName: job.fileName,
    state: job.state,
    createdAt: formatInstant(job.createdAt),
    by: job.createdBy,
    bytes: job.bytes,
    columns: job.header,
    sample: job.sample,
    suggested: { columns: suggestColumns(fields, job.header) },
    fields: fields.map((field) => ({
      field: field.field,
      label: field[lang],
      required: field.isRequired ?? false,
      hint: HINTS[field.field]?.[lang] ?? '',
    })),
    mapping: job.mapping,
    dryRun: job.isDryRun,
    progress: { rows, bytes: Math.min(job.bytesRead, job.bytes), totalBytes: job.bytes },
    counts: { rows, items, recorded, repeated, refused, kept },
    problem: job.problem === null ? null : (errorCodes[job.problem]?.[lang] ?? job.problem),
    finishedAt: job.finishedAt === null ? null : formatInstant(job.finishedAt),
  };
}

export function importProblemView(
  problem: ImportProblemRow,
  job: ImportJobRow,
  lang: Lang,
): Out<'imports.problems'>['data'][number] {
  return {
    kind: problem.kind,
    item: problem.item === '' ? null : problem.item,
    rows: problem.atRows,
    code: problem.code,
    detail: detailOf(problem, job, lang),
  };
}

function detailOf(
  { code, atRow: row, field, told: text }: ImportProblemRow,
  { kind }: ImportJobRow,
  lang: Lang,
): string {
  return kind === 'promoters' ? promoterProblemText(code, text, lang) : problemText({ code, row, field, text }, lang);
}

/** What a code says without the row at hand, for the sums by code. */
export function codeText(code: string, kind: ImportJobRow['kind'], lang: Lang): string {
  const said =
    kind === 'promoters'
      ? promoterProblemText(code, '', lang)
      : problemText({ code, row: 0, field: '', text: '' }, lang).replace(/^(第 0 行：|Row 0: )/, '');
  return said
    .replace(/[“"][”"]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
