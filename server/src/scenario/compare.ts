/** One thing that came otherwise than it was expected. What is undefined was not expected, or did not come. */
export interface Difference {
  /** `expect.balances.A.paid`, `events[3]`. */
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
  /** The same as a sentence. */
  readonly text: string;
}

/** Compares what was expected with what came: named fields only, lists whole and in any order. */
export function compare(expected: unknown, actual: unknown, path: string): Difference[] {
  if (Array.isArray(expected)) return compareList(expected, Array.isArray(actual) ? actual : [], path);
  if (expected !== null && typeof expected === 'object') {
    if (actual === null || typeof actual !== 'object')
      return [{ path, expected, actual, text: `${path}: expected an object, got ${show(actual)}` }];
    return Object.entries(expected).flatMap(([key, value]) =>
      compare(value, (actual as Record<string, unknown>)[key], `${path}.${key}`),
    );
  }
  if (expected === actual) return [];
  return [{ path, expected, actual, text: `${path}: expected ${show(expected)}, got ${show(actual)}` }];
}

function compareList(expected: readonly unknown[], actual: readonly unknown[], path: string): Difference[] {
  const left = [...actual];
  const missing: unknown[] = [];
  // What says most about itself chooses first, so that a vague entry does not take its match away.
  const order = [...expected].sort((a, b) => fields(b) - fields(a));
  for (const entry of order) {
    const place = left.findIndex((candidate) => compare(entry, candidate, path).length === 0);
    if (place >= 0) left.splice(place, 1);
    else missing.push(entry);
  }
  return [
    ...missing.map((entry) => missed(entry, nearest(entry, left), path)),
    ...left.map((entry) => ({
      ...{ path, expected: undefined, actual: entry },
      text: `${path}: not expected: ${show(entry)}`,
    })),
  ];
}

function missed(expected: unknown, actual: unknown, path: string): Difference {
  const near = actual === undefined ? '' : `, nearest ${show(actual)}`;
  return { path, expected, actual, text: `${path}: expected ${show(expected)}${near}` };
}

/** The entry of the same order, promoter or product. */
function nearest(entry: unknown, left: readonly unknown[]): unknown {
  const key = entry as { order?: string; promoter?: string; sku?: string } | null;
  return left.find((candidate) => {
    const other = candidate as typeof key;
    return (
      other !== null &&
      typeof other === 'object' &&
      other?.order === key?.order &&
      other?.promoter === key?.promoter &&
      other?.sku === key?.sku
    );
  });
}

function fields(value: unknown): number {
  return value !== null && typeof value === 'object'
    ? Object.values(value).reduce((sum: number, one) => sum + 1 + fields(one), 0)
    : 0;
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
