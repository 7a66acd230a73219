import type { Mapping } from '@fenrun/contracts';
import { type FieldError, type Refusal, refuse } from '@fenrun/kernel';
import { fieldNamed, type ImportField } from './fields';

/** Where each field of ours stands in the rows of a file. */
export interface RowLayout<Field extends string> {
  /** The text of a field in a row, trimmed unless it is an id; empty if there is none. */
  cell(field: Field, cells: readonly string[]): string;
  /** Whether the row is a cancellation. */
  isCancellation(cells: readonly string[]): boolean;
  readonly width: number;
  /** Whether the mapping tells a field at all. */
  has(field: Field): boolean;
}

type Source = { readonly at: number } | { readonly constant: string } | undefined;
type ColumnAt = (name: string, pointer: string) => number;

/** Lays a mapping over a header. Refuses fields and columns that do not exist, naming each, and required fields that are missing. */
export function rowLayout<Field extends string>(
  fields: readonly ImportField[],
  mapping: Mapping,
  header: readonly string[],
): RowLayout<Field> | Refusal<'invalid-mapping'> {
  const errors: FieldError[] = [];
  const columnAt: ColumnAt = (name, pointer) => {
    const at = header.findIndex((column) => column.trim() === name.trim());
    if (at < 0) errors.push({ pointer, code: 'unknown-column', detail: name });
    return at;
  };
  const sources = sourcesOf(fields, mapping, columnAt, errors);
  for (const { field, isRequired } of fields) {
    if (isRequired && !sources.has(field)) errors.push({ pointer: `/columns/${field}`, code: 'required' });
  }
  const cancelled = cancellationOf(fields, mapping, sources, columnAt);
  if (errors.length > 0) return refuse('invalid-mapping', {}, errors);
  const ids = new Set<string>(fields.filter(({ isId }) => isId).map(({ field }) => field));
  return {
    width: header.length,
    has: (field) => sources.has(field),
    cell: (field, cells) => {
      const text = read(sources.get(field), cells);
      const trimmed = text.trim();
      return trimmed === '' || !ids.has(field) ? trimmed : text;
    },
    isCancellation: (cells) =>
      cancelled !== undefined && read(cancelled.source, cells).trim().startsWith(cancelled.prefix),
  };
}

function read(source: Source, cells: readonly string[]): string {
  if (!source) return '';
  return 'at' in source ? (cells[source.at] ?? '') : source.constant;
}

function sourcesOf(
  fields: readonly ImportField[],
  mapping: Mapping,
  columnAt: ColumnAt,
  errors: FieldError[],
): Map<string, Source> {
  const sources = new Map<string, Source>();
  for (const [name, column] of Object.entries(mapping.columns)) {
    const known = fieldNamed(fields, name);
    const pointer = `/columns/${name}`;
    if (known) sources.set(known.field, { at: columnAt(column, pointer) });
    else errors.push({ pointer, code: 'unknown-field', detail: name });
  }
  for (const [name, constant] of Object.entries(mapping.constants ?? {})) {
    const known = fieldNamed(fields, name);
    if (known) sources.set(known.field, { constant });
    else errors.push({ pointer: `/constants/${name}`, code: 'unknown-field', detail: name });
  }
  return sources;
}

/** The cell that marks cancellations: a field of ours if the mapping has it, else a column of the file. */
function cancellationOf(
  fields: readonly ImportField[],
  { cancellation }: Mapping,
  sources: ReadonlyMap<string, Source>,
  columnAt: ColumnAt,
) {
  if (!cancellation) return undefined;
  const known = fieldNamed(fields, cancellation.field);
  const source = (known && sources.get(known.field)) ?? { at: columnAt(cancellation.field, '/cancellation/field') };
  return { source, prefix: cancellation.prefix };
}
