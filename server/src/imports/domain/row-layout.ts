import type { Mapping } from '@fenrun/contracts';
import { type FieldError, type Refusal, refuse } from '@fenrun/kernel';
import { ORDER_FIELDS, type OrderFieldName, orderFieldNamed } from './fields';

/** Where each field of ours stands in the rows of a file. */
export interface RowLayout {
  /** The text of a field in a row, trimmed unless it is an id; empty if there is none. */
  cell(field: OrderFieldName, cells: readonly string[]): string;
  /** Whether the row is a cancellation. */
  isCancellation(cells: readonly string[]): boolean;
  readonly width: number;
  /** Whether the mapping tells a field at all. */
  has(field: OrderFieldName): boolean;
}

/** Ids are compared byte for byte, so white space round them is not taken away but refused. */
const IDS = new Set<OrderFieldName>(['order', 'sku', 'category', 'customer', 'promoter', 'campaign', 'subscription']);

type Source = { readonly at: number } | { readonly constant: string } | undefined;

/** Lays a mapping over a header. Refuses fields and columns that do not exist, naming each, and required fields that are missing. */
export function rowLayout(mapping: Mapping, header: readonly string[]): RowLayout | Refusal<'invalid-mapping'> {
  const errors: FieldError[] = [];
  const sources = new Map<OrderFieldName, Source>();
  const columnAt = (name: string, pointer: string): number => {
    const at = header.findIndex((column) => column.trim() === name.trim());
    if (at < 0) errors.push({ pointer, code: 'unknown-column', detail: name });
    return at;
  };
  for (const [name, column] of Object.entries(mapping.columns)) {
    const field = orderFieldNamed(name);
    const pointer = `/columns/${name}`;
    if (field) sources.set(field, { at: columnAt(column, pointer) });
    else errors.push({ pointer, code: 'unknown-field', detail: name });
  }
  for (const [name, constant] of Object.entries(mapping.constants ?? {})) {
    const field = orderFieldNamed(name);
    if (field) sources.set(field, { constant });
    else errors.push({ pointer: `/constants/${name}`, code: 'unknown-field', detail: name });
  }
  for (const field of ORDER_FIELDS) {
    if ('isRequired' in field && !sources.has(field.field))
      errors.push({ pointer: `/columns/${field.field}`, code: 'required' });
  }
  const cancelled = cancellationOf(mapping, sources, columnAt);
  if (errors.length > 0) return refuse('invalid-mapping', {}, errors);
  const read = (source: Source, cells: readonly string[]) =>
    !source ? '' : 'at' in source ? (cells[source.at] ?? '') : source.constant;
  const cell = (field: OrderFieldName, cells: readonly string[]) => {
    const text = read(sources.get(field), cells);
    const trimmed = text.trim();
    return trimmed === '' || !IDS.has(field) ? trimmed : text;
  };
  return {
    width: header.length,
    has: (field) => sources.has(field),
    cell,
    isCancellation: (cells) =>
      cancelled !== undefined && read(cancelled.source, cells).trim().startsWith(cancelled.prefix),
  };
}

/** The cell that marks cancellations: a field of ours if the mapping has it, else a column of the file. */
function cancellationOf(
  mapping: Mapping,
  sources: ReadonlyMap<OrderFieldName, Source>,
  columnAt: (name: string, pointer: string) => number,
) {
  const { cancellation } = mapping;
  if (!cancellation) return undefined;
  const field = orderFieldNamed(cancellation.field);
  const source = (field && sources.get(field)) ?? { at: columnAt(cancellation.field, '/cancellation/field') };
  return { source, prefix: cancellation.prefix };
}
