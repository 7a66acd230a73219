import type { PlanTrial } from './use-scenario';

type Diff = PlanTrial['diffs'][number];

/** One field that came out otherwise than expected. */
export interface FieldDifference {
  readonly name: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** One thing that came out otherwise: what it is (an order, its payee), where it stands, and the fields that differ. */
export interface PlanDifference {
  readonly path: string;
  readonly about: string;
  readonly fields: readonly FieldDifference[];
}

/**
 * The differences as a reader wants them. The server compares whole things; here only their differing fields are left, and a thing
 * that is already said to differ is not said again to be unexpected.
 */
export function planDifferences(diffs: readonly Diff[]): readonly PlanDifference[] {
  const compared = new Set(
    diffs.filter(({ expected }) => isThing(expected)).map(({ actual }) => JSON.stringify(actual)),
  );
  return diffs
    .filter(({ expected, actual }) => isGiven(expected) || !compared.has(JSON.stringify(actual)))
    .map(({ path, expected, actual }) => ({
      path,
      about: aboutOf(actual) || aboutOf(expected),
      ...fieldsOf(expected, actual),
    }));
}

type Thing = Readonly<Record<string, unknown>>;

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isGiven = (value: unknown): boolean => value !== null && value !== undefined;

function aboutOf(value: unknown): string {
  if (!isThing(value)) return '';
  return ['order', 'promoter', 'kind', 'sku']
    .map((key) => value[key])
    .filter((part) => typeof part === 'string')
    .join(' · ');
}

function fieldsOf(expected: unknown, actual: unknown): { fields: readonly FieldDifference[] } {
  if (!isThing(expected) || !isThing(actual))
    return { fields: [{ name: '', expected: short(expected), actual: short(actual) }] };
  const names = Object.keys(expected).filter((name) => JSON.stringify(expected[name]) !== JSON.stringify(actual[name]));
  const known = names.filter((name) => name !== 'lines');
  const shown = known.length > 0 ? known : names;
  return { fields: shown.map((name) => ({ name, expected: expected[name], actual: actual[name] })) };
}

/** Of a whole thing that is missing or too much its amount is enough; the table beneath has the rest. */
function short(value: unknown): unknown {
  return isThing(value) && typeof value['amount'] === 'string' ? value['amount'] : value;
}
