import ts from 'typescript';
import type { SourceFile } from './files';
import type { Violation } from './rules';

/** What one of the databases does not understand, or understands otherwise. Only `foundation/db` may know the difference. */
const NOT_SHARED: readonly (readonly [RegExp, string])[] = [
  [/\bRETURNING\b/i, 'RETURNING'],
  [/->>?\s*'/, '-> and ->>'],
  [/\bON DUPLICATE KEY\b|\bON CONFLICT\b/i, 'an upsert: use accumulate'],
  [/\b(INSERT|UPDATE) (OR )?(IGNORE|REPLACE)\b|\bREPLACE INTO\b/i, 'INSERT IGNORE or REPLACE'],
  [/\bFOR UPDATE\b|\bSKIP LOCKED\b/i, 'FOR UPDATE: use lockRows'],
  [/\bILIKE\b|\bREGEXP\b|\bRLIKE\b|\bGLOB\b/i, 'a pattern of one of them'],
  [
    /\b(NOW|CURDATE|UNIX_TIMESTAMP|FROM_UNIXTIME|DATE_FORMAT|STRFTIME|DATETIME|JULIANDAY)\s*\(/i,
    'a clock or calendar of the database',
  ],
  [/\bCURRENT_TIMESTAMP\b/i, 'the clock of the database'],
  [/\bAS (INTEGER|SIGNED|UNSIGNED|REAL|DOUBLE)\s*\)/i, 'a CAST that they spell differently'],
  [/\bGROUP_CONCAT\b|\bSTRING_AGG\b/i, 'GROUP_CONCAT'],
  [/\|\|/, '|| is OR on MySQL'],
  [/\bFULL (OUTER )?JOIN\b/i, 'FULL JOIN'],
  [/\b(EXCEPT|INTERSECT)\b/i, 'EXCEPT or INTERSECT (MySQL 8.0.31)'],
  [/\bLIMIT\s+\S+\s*,/i, 'LIMIT a, b'],
  [/\bJSON_[A-Z]+\s*\(/i, 'JSON functions'],
  [/\bLAST_INSERT_ID\b|\bLAST_INSERT_ROWID\b|\bROWID\b/i, 'numbers given by the database'],
  [/\bCOLLATE\b/i, 'a collation of one of them'],
];

const LOOKS_LIKE_SQL =
  /\b(SELECT\s[\s\S]*\bFROM|INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|WITH\s+(RECURSIVE\s+)?\w+\s+AS)\b/;

/** SQL outside `foundation/db` must mean the same on SQLite, MySQL 8 and MariaDB 10.6. */
export function sqlViolations(file: SourceFile): Violation[] {
  if (!/^server\/src\//.test(file.path) || /^server\/src\/foundation\/db\//.test(file.path)) return [];
  const found: Violation[] = [];
  const visit = (node: ts.Node): void => {
    const text = literalText(node);
    if (text && LOOKS_LIKE_SQL.test(text)) {
      for (const [pattern, what] of NOT_SHARED)
        if (pattern.test(text)) found.push({ rule: 'sql-not-shared', path: file.path, detail: what });
    }
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return found;
}

function literalText(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map((span) => ` ? ${span.literal.text}`)].join('');
}
