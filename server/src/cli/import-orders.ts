import { existsSync, readFileSync } from 'node:fs';
import { type Mapping, mappingSchema } from '@fenrun/contracts';
import { timelines } from '../flows/timeline/advance';
import { importOrders, type OrderReport, problemText } from '../imports';
import { accepted, type Command, CommandStop, merchantOf, required } from './command';

export const importOrdersCommand: Command = {
  name: 'import-orders',
  usage: 'FILE --merchant SLUG --map MAP.json [--dry-run]',
  summary:
    'Imports orders from CSV and settles them. A second import changes nothing; refused and kept orders are named with their rows.',
  options: { merchant: { type: 'string' }, map: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  run: async ({ values, positionals, open, write, isJson }) => {
    const [file, ...more] = positionals;
    if (!file || more.length > 0 || !existsSync(file))
      throw new CommandStop(file ? `no file ${file}` : 'one FILE is needed');
    const mapping = readMapping(required(values, 'map'));
    const installation = await open();
    const { id: merchantId, currency, timezone } = await merchantOf(installation, values);
    const lines = timelines(installation.db, installation.clock);
    const isDryRun = values['dry-run'] === true;
    const report = accepted(await importOrders(lines, { merchantId, currency, timezone, file, mapping, isDryRun }));
    await write(isJson ? `${JSON.stringify(shown(report))}\n` : inWords(report));
    return 0;
  },
};

function readMapping(file: string): Mapping {
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CommandStop(`${file}: ${(error as Error).message}`);
  }
  const parsed = mappingSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new CommandStop(
    [
      `${file} is not a mapping:`,
      ...parsed.error.issues.map((issue) => `  /${issue.path.join('/')}: ${issue.message}`),
    ].join('\n'),
  );
}

/** The report in the form of doors.md. */
function shown({ refused, kept, ...counts }: OrderReport) {
  return {
    ...counts,
    refused: refused.map(({ order, rows, problem }) => ({
      order,
      rows,
      code: problem.code,
      detail: problemText(problem, 'en'),
    })),
    kept,
  };
}

function inWords({ rows, orders, recorded, repeated, refused, kept }: OrderReport): string {
  const lines = [
    `${rows} rows, ${orders} orders: ${recorded} recorded, ${repeated} repeated, ${refused.length} refused, ${kept.length} kept for a person`,
  ];
  for (const { order, problem } of refused) lines.push(`  refused ${order}: ${problemText(problem, 'en')}`);
  for (const { order, rows: at, reason } of kept) lines.push(`  kept ${order}: ${reason} (row ${at.join(', ')})`);
  return `${lines.join('\n')}\n`;
}
