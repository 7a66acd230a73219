import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

export const root = resolve(import.meta.dirname, '../..');

/** A source file of the project, parsed once for all checks. */
export interface SourceFile {
  /** Relative to the workspace, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

const FOLDERS = ['server', 'admin', 'miniapp', 'packages', 'scripts', 'tooling'];
const SKIPPED = new Set(['node_modules', 'dist', 'generated', 'data', '.swc', 'coverage']);

/** Every TypeScript and JavaScript file that people write. */
export function sourceFiles(): SourceFile[] {
  return FOLDERS.flatMap((folder) => walk(folder)).map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true) };
  });
}

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name) || entry.name.startsWith('dist-')) return [];
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return walk(path);
    return /\.(ts|tsx|mts|cts|mjs|cjs|js|jsx)$/.test(entry.name) ? [path] : [];
  });
}

/** Tests may be long where one story is long; they are held to the other rules. */
export const isTest = (path: string): boolean =>
  /(^|\/)(test|tests)\/|\.test\.tsx?$|^packages\/browser-tests\//.test(path);

/** Tables of data, migrations, art and generated files have no limit of size. */
export const isData = (path: string): boolean =>
  /\/migrations\/|\/generated\/|\.data\.ts$|\/seeds\/art\/|\/theme\/|\/(labels|glossary|words|texts|messages|strings)(\.[a-z]+)?\.ts$|\/(labels|texts|words|locale|locales|i18n)\//.test(
    path,
  );
