import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import './provided.mts';

/** Gives the run a folder for its files and removes it afterwards. */
export default function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'fenrun-test-'));
  project.provide('testFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
