import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Database, openDatabase, openSqlite } from './foundation/db';
import { InvalidScenario } from './scenario/invalid';
import { type DetailedReport, parseScenario, runScenario } from './scenario/run-scenario';
import './tables';

const HELP = `pnpm scenario [--json] [--db sqlite|mysql] FILE…

Plays scenario files (or all of a folder) for a fresh merchant each and compares with what they expect.
  --json       one JSON report per line on stdout
  --db         sqlite (default): a temporary file; mysql: the server named by DB_URL
Exit code 0 if every file passed, 1 if one did not, 2 if one is not valid.
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      // For the console, which plays files in a process like this one: differences in parts, and what is not valid as JSON too.
      details: { type: 'boolean' },
      help: { type: 'boolean' },
      db: { type: 'string', default: 'sqlite' },
    },
  });
  if (values.help || positionals.length === 0) {
    process.stdout.write(HELP);
    return values.help ? 0 : 2;
  }
  const files = positionals.flatMap(filesOf);
  const { db, close } = await openStage(values.db);
  try {
    return await playAll(db, files, values.details ? 'details' : values.json ? 'json' : 'text');
  } finally {
    await close();
  }
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => join(path, name));
}

async function openStage(kind: string): Promise<{ db: Database; close: () => Promise<void> }> {
  if (kind === 'mysql') {
    const url = process.env['DB_URL'];
    if (!url)
      throw new InvalidScenario(
        '--db',
        'mysql needs DB_URL, or a MySQL or MariaDB server installed (apt-get install mariadb-server)',
      );
    const db = await openDatabase({ url, dataDir: '' });
    return { db, close: () => db.close() };
  }
  if (kind !== 'sqlite') throw new InvalidScenario('--db', 'sqlite or mysql');
  const folder = mkdtempSync(join(tmpdir(), 'fenrun-scenario-'));
  const db = await openSqlite({ file: join(folder, 'scenario.db'), synchronous: 'OFF' });
  await db.source.runMigrations({ transaction: 'each' });
  const close = async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { db, close };
}

type Form = 'text' | 'json' | 'details';

async function playAll(db: Database, files: readonly string[], form: Form): Promise<number> {
  let worst = 0;
  for (const file of files) {
    try {
      const report = await runScenario(db, file, parseScenario(readFileSync(file, 'utf8')));
      process.stdout.write(textOf(report, form));
      if (!report.passed) worst = Math.max(worst, 1);
    } catch (error) {
      if (!(error instanceof InvalidScenario)) throw error;
      const invalid = { path: error.path, detail: error.why };
      if (form === 'details') process.stdout.write(`${JSON.stringify({ invalid })}\n`);
      process.stderr.write(`${file}: ${error.path}: ${error.why}\n`);
      worst = 2;
    }
  }
  return worst;
}

function textOf(report: DetailedReport, form: Form): string {
  const { differences, ...plain } = report;
  if (form === 'details') return `${JSON.stringify({ ...plain, differences })}\n`;
  if (form === 'json') return `${JSON.stringify(plain)}\n`;
  const diffs = report.diffs.map((diff) => `    ${diff}\n`).join('');
  return `${report.passed ? 'passed' : 'FAILED'}  ${report.file}: ${report.title}\n${diffs}`;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const text =
      error instanceof InvalidScenario ? `${error.path}: ${error.why}` : String((error as Error).stack ?? error);
    process.stderr.write(`${text}\n`);
    process.exitCode = 2;
  },
);
