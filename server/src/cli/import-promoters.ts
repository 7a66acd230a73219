import { existsSync } from 'node:fs';
import { timelines } from '../flows/timeline/advance';
import { importPromoters, promoterProblemText } from '../imports';
import { accepted, type Command, CommandStop, merchantOf } from './command';

export const importPromotersCommand: Command = {
  name: 'import-promoters',
  usage: 'FILE --merchant SLUG',
  summary: 'Imports promoters from CSV: code,name,joined,inviter,programme,group,phone (the last five may be empty).',
  options: { merchant: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  run: async ({ values, positionals, open, write, isJson }) => {
    const [file, ...more] = positionals;
    if (!file || more.length > 0 || !existsSync(file))
      throw new CommandStop(file ? `no file ${file}` : 'one FILE is needed');
    const installation = await open();
    const { id: merchantId, timezone } = await merchantOf(installation, values);
    const lines = timelines(installation.db, installation.clock);
    const isDryRun = values['dry-run'] === true;
    const { rows, recorded, repeated, refused } = accepted(
      await importPromoters(lines, { merchantId, timezone, file, mapping: null, isDryRun }),
    );
    const named = refused.map(({ row, code, text }) => ({ row, code, detail: promoterProblemText(code, text, 'en') }));
    if (isJson) await write(`${JSON.stringify({ rows, recorded, repeated, refused: named })}\n`);
    else {
      await write(`${rows} rows: ${recorded} recorded, ${repeated} repeated, ${named.length} refused\n`);
      for (const { row, detail } of named) await write(`  row ${row}: ${detail}\n`);
    }
    return 0;
  },
};
