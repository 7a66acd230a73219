import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { differences } from './world/compare-with';
import { runScenario } from './world/run-scenario';
import type { ScenarioJson } from './world/scenario-file';

const FOLDER = join(__dirname, 'scenarios');

for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.json'))) {
  const file = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as ScenarioJson;
  test(`${name}: ${file.title}`, () => {
    const { world, problems } = runScenario(file);
    expect([...problems, ...differences(world, file.expect)]).toEqual([]);
  });
}
