import { type FieldError, type Refusal, refuse } from '@fenrun/kernel';
import type { z } from 'zod';
import { escapePointer } from './read-body';

/** Wrong fields named at most; a body of ten thousand wrong lines needs no longer answer. */
const ERRORS_AT_MOST = 100;

type Issue = z.core.$ZodIssue;

/** Parses with a schema; every wrong field becomes a JSON pointer with a stable code. */
export function parseWith<T extends z.ZodType>(
  schema: T,
  value: unknown,
  at = '',
): { readonly value: z.output<T> } | Refusal<'invalid-request'> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  return refuse('invalid-request', undefined, fieldErrors(parsed.error.issues, value, at).slice(0, ERRORS_AT_MOST));
}

/** The wrong fields of a parse, with pointers below `at`. */
export function fieldErrors(issues: readonly Issue[], value: unknown, at: string): FieldError[] {
  return issues.flatMap((issue) => errorsOf(issue, value, at));
}

function errorsOf(issue: Issue, value: unknown, at: string): FieldError[] {
  const path = issue.path as (string | number)[];
  const pointer = at + path.map((key) => `/${escapePointer(String(key))}`).join('');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: `${pointer}/${escapePointer(key)}`, code: 'unknown-field' }));
  }
  if (issue.code === 'invalid_union') return unionErrors(issue, valueAt(value, path), pointer);
  return [{ pointer, code: codeOf(issue, valueAt(value, path)) }];
}

/** Of a union's branches, the one that came furthest speaks; if none got beyond the root, the union itself is wrong. */
function unionErrors(issue: Extract<Issue, { code: 'invalid_union' }>, value: unknown, pointer: string): FieldError[] {
  const own = value === undefined ? 'required' : isCode(issue.message) ? issue.message : 'invalid';
  if (issue.errors.length === 0 || isCode(issue.message)) return [{ pointer, code: own }];
  const inside = issue.errors.filter((branch) => branch.every((one) => one.path.length > 0));
  const best = inside.sort((a, b) => a.length - b.length)[0];
  return best ? fieldErrors(best, value, pointer) : [{ pointer, code: own }];
}

/** Our schemas say their code as the message; zod's own messages are sentences. */
function isCode(message: string): boolean {
  return /^[a-z]+(-[a-z]+)*$/.test(message);
}

const DEARTH: Readonly<Record<string, string>> = {
  string: 'too-short',
  array: 'required',
  number: 'too-small',
  int: 'too-small',
};
const EXCESS: Readonly<Record<string, string>> = {
  string: 'too-long',
  array: 'too-many',
  number: 'too-large',
  int: 'too-large',
};

function codeOf(issue: Issue, value: unknown): string {
  if (value === undefined && issue.code !== 'custom') return 'required';
  if (isCode(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return 'wrong-type';
    case 'too_small':
      return DEARTH[issue.origin] ?? 'too-small';
    case 'too_big':
      return EXCESS[issue.origin] ?? 'too-large';
    case 'invalid_value':
      return 'unknown-value';
    default:
      return 'invalid';
  }
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<string | number, unknown>)[key];
  }
  return found;
}
