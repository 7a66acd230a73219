import { parseInstant } from '@fenrun/kernel';
import type { z } from 'zod';
import type { Database } from '../foundation/db';
import { type Actual, readActual } from './actual';
import { checkReferences } from './check-references';
import { compare, type Difference } from './compare';
import { type ScenarioFile, scenarioFile } from './file';
import { invalid } from './invalid';
import { playEvents } from './play';
import { setStage } from './stage';

export interface ScenarioReport {
  readonly file: string;
  readonly title: string;
  readonly passed: boolean;
  readonly diffs: readonly string[];
  readonly actual: Actual;
}

/** A report with its differences in parts, for who shows them in another form. */
export interface DetailedReport extends ScenarioReport {
  readonly differences: readonly Difference[];
}

/** Parses a scenario's JSON text; what is wrong is said with its JSON path. */
export function parseScenario(text: string): ScenarioFile {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw invalid('$', `not JSON: ${(error as Error).message}`);
  }
  const parsed = scenarioFile.safeParse(data);
  if (!parsed.success) {
    const issue = deepest(parsed.error.issues[0] as z.core.$ZodIssue);
    throw invalid(pathOf(issue.path), issue.message);
  }
  checkReferences(parsed.data);
  return parsed.data;
}

function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const [first] = issue.errors.flat().sort((a, b) => b.path.length - a.path.length);
  return first ? deepest({ ...first, path: [...issue.path, ...first.path] }) : issue;
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`),
    '$',
  );
}

/** Plays a scenario for a fresh merchant in a migrated database and holds what came against what it expects. */
export async function runScenario(db: Database, name: string, file: ScenarioFile): Promise<DetailedReport> {
  const start = parseInstant(file.events[0]?.at ?? '2024-01-01T00:00:00Z') as number;
  const stage = await setStage(db, file, start);
  const played = await playEvents(stage, file.events);
  const actual = await readActual(stage);
  const differences = [...played, ...compare(file.expect ?? {}, actual, 'expect')];
  const diffs = differences.map(({ text }) => text);
  return { file: name, title: file.title, passed: diffs.length === 0, diffs, actual, differences };
}
