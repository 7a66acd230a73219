import ts from 'typescript';
import { isData, isTest, type SourceFile } from './files';
import { sqlViolations } from './sql';

/** One thing that is not tidy. */
export interface Violation {
  readonly rule: string;
  readonly path: string;
  readonly detail: string;
}

const FILE_LINES = 300;
const FUNCTION_LINES = 60;
const COMPONENT_LINES = 120;

/** Words that say nothing of what a thing is. */
const FILLERS = /(Manager|Helper|Helpers|Util|Utils)$|^Common[A-Z]/;

/** Where a framework wants a default export. */
const DEFAULT_EXPORT_WANTED = [
  /\.config\.(ts|mts|js|cjs|mjs)$/,
  /^miniapp\/config\//,
  /^miniapp\/(babel\.config\.js|types\/)/,
  /^miniapp\/src\/(app|pages\/.*|subpackages\/.*|custom-tab-bar\/.*)\.(ts|tsx)$/,
  /^tooling\/vitest\//,
  /\/global-setup\.m?ts$/,
];

export function violationsOf(file: SourceFile): Violation[] {
  return [...fileRules(file), ...treeRules(file), ...sqlViolations(file)];
}

function fileRules({ path, text }: SourceFile): Violation[] {
  const found: Violation[] = [];
  const add = (rule: string, detail: string) => found.push({ rule, path, detail });
  const lines = text.split('\n').length - 1;
  if (lines > FILE_LINES && !isTest(path) && !isData(path)) add('file-length', `${lines} lines`);
  const name = path.split('/').at(-1) as string;
  if (!/^\.?[a-z0-9]+([-.][a-z0-9]+)*\.[a-z]+$/.test(name)) add('file-name', `${name} is not kebab-case`);
  if (FILLERS.test(pascal(name))) add('filler-word', name);
  if (path.startsWith('tooling/tidy/')) return found;
  if (/\b(TODO|FIXME)\b/.test(text)) add('unfinished', 'a note of something to do');
  if (isTest(path) && /\b(test|it|describe)\.(skip|only|todo)\b|\bskipIf\(|\brunIf\(/.test(text))
    add('skipped-test', 'every test runs');
  return found;
}

function pascal(name: string): string {
  const stem = name.split('.')[0] as string;
  return stem.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
}

function treeRules(file: SourceFile): Violation[] {
  const found: Violation[] = [];
  const add = (rule: string, detail: string) => found.push({ rule, path: file.path, detail });
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword && !file.path.endsWith('.d.ts'))
      add('any', `line ${lineOf(file, node)}`);
    if (isDefaultExport(node) && !DEFAULT_EXPORT_WANTED.some((wanted) => wanted.test(file.path)))
      add('default-export', `line ${lineOf(file, node)}`);
    if (isFunction(node)) checkLength(file, node, add);
    const name = declaredName(node);
    if (name && FILLERS.test(name)) add('filler-word', name);
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return found;
}

type Add = (rule: string, detail: string) => void;

function checkLength(file: SourceFile, node: ts.FunctionLikeDeclaration, add: Add): void {
  if (isTest(file.path) || isData(file.path) || !node.body) return;
  const lines = lineAt(file, node.end) - lineOf(file, node) + 1;
  const limit = isComponent(file, node) ? COMPONENT_LINES : FUNCTION_LINES;
  if (lines > limit) add('function-length', `${nameOf(node)}: ${lines} lines of at most ${limit}`);
}

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isConstructorDeclaration(node)
  );
}

/** A function of a .tsx file that has JSX in it: a component, or a part of one. */
function isComponent(file: SourceFile, node: ts.Node): boolean {
  if (!file.path.endsWith('.tsx')) return false;
  let found = false;
  const visit = (inner: ts.Node): void => {
    if (ts.isJsxElement(inner) || ts.isJsxSelfClosingElement(inner) || ts.isJsxFragment(inner)) found = true;
    if (!found) ts.forEachChild(inner, visit);
  };
  visit(node);
  return found;
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (node.name && ts.isIdentifier(node.name)) return node.name.text;
  return ts.isVariableDeclaration(node.parent) && ts.isIdentifier(node.parent.name)
    ? node.parent.name.text
    : 'a function';
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  return modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword);
}

function declaredName(node: ts.Node): string | undefined {
  const declares =
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isFunctionDeclaration(node);
  return declares ? node.name?.text : undefined;
}

const lineAt = (file: SourceFile, position: number): number =>
  file.tree.getLineAndCharacterOfPosition(position).line + 1;
const lineOf = (file: SourceFile, node: ts.Node): number => lineAt(file, node.getStart(file.tree));
