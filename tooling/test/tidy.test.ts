import ts from 'typescript';
import { expect, test } from 'vitest';
import { beyond, readBaseline, slack } from '../tidy/baseline';
import { sourceFiles } from '../tidy/files';
import { roomViolations } from '../tidy/rooms';
import { type Violation, violationsOf } from '../tidy/rules';

const baseline = readBaseline();
const all: Violation[] = [...sourceFiles().flatMap(violationsOf), ...roomViolations()];

const lines = (violations: readonly Violation[]) =>
  violations.map(({ rule, path, detail }) => `${rule}: ${path}: ${detail}`);

test('the tree is tidy', () => {
  expect(lines(beyond(baseline, all))).toEqual([]);
});

test('the baseline of old sins only tightens', () => {
  expect(slack(baseline, all)).toEqual([]);
});

const violationsIn = (path: string, text: string) =>
  violationsOf({ path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true) }).map(
    ({ rule }) => rule,
  );

test('what is not tidy is found', () => {
  const long = `export function f() {\n${'  g();\n'.repeat(70)}}\n`;
  expect(violationsIn('server/src/a.ts', long)).toEqual(['function-length']);
  expect(violationsIn('server/src/a.ts', '\n'.repeat(301))).toEqual(['file-length']);
  expect(violationsIn('server/src/someThing.ts', '')).toEqual(['file-name']);
  expect(violationsIn('server/src/a.ts', 'const a: any = 1; export default a;')).toEqual(['any', 'default-export']);
  expect(violationsIn('server/src/order-manager.ts', 'class OrderHelper {}')).toEqual(['filler-word', 'filler-word']);
  expect(violationsIn('server/src/a.ts', 'const s = "INSERT INTO a (b) VALUES (?) RETURNING id";')).toEqual([
    'sql-not-shared',
  ]);
  expect(violationsIn('server/src/a.ts', 'const s = "SELECT a || b FROM c";')).toEqual(['sql-not-shared']);
  expect(violationsIn('server/src/foundation/db/a.ts', 'const s = "SELECT 1 FROM a FOR UPDATE";')).toEqual([]);
});
