import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './files';
import type { Violation } from './rules';

/** How many violations of a rule each file is still allowed: `{ "file-length": { "server/src/x.ts": 1 } }`. */
export type Baseline = Readonly<Record<string, Readonly<Record<string, number>>>>;

export function readBaseline(): Baseline {
  return JSON.parse(readFileSync(join(root, 'tooling/tidy/baseline.json'), 'utf8')) as Baseline;
}

/** What goes beyond the baseline. */
export function beyond(baseline: Baseline, violations: readonly Violation[]): Violation[] {
  const left = new Map<string, number>();
  return violations.filter(({ rule, path }) => {
    const key = `${rule} ${path}`;
    const remaining = left.get(key) ?? baseline[rule]?.[path] ?? 0;
    left.set(key, remaining - 1);
    return remaining <= 0;
  });
}

/** Entries of the baseline that are looser than the code needs: they must be lowered, so that it only ever tightens. */
export function slack(baseline: Baseline, violations: readonly Violation[]): string[] {
  return Object.entries(baseline).flatMap(([rule, files]) =>
    Object.entries(files)
      .filter(
        ([path, allowed]) => violations.filter((found) => found.rule === rule && found.path === path).length < allowed,
      )
      .map(([path, allowed]) => `${rule} ${path}: ${allowed} allowed, fewer there`),
  );
}
