import { schemas } from '@fenrun/contracts';
import { zone } from '@fenrun/kernel';
import { exportCommissions } from '../modules/reporting';
import { accepted, type Command, CommandStop, merchantOf } from './command';

/** The filter of the route, as options. */
const FILTER = [
  'from',
  'to',
  'maturedFrom',
  'maturedTo',
  'order',
  'sku',
  'promoter',
  'status',
  'kind',
  'campaign',
  'programme',
  'group',
  'amountFrom',
  'amountTo',
  'q',
] as const;

export const exportCommissionsCommand: Command = {
  name: 'export-commissions',
  usage: '--merchant SLUG [--from … --status …] [--lang en]',
  summary: 'Writes the commissions that a filter finds as CSV to standard output, with totals at its end.',
  options: {
    merchant: { type: 'string' },
    lang: { type: 'string' },
    ...Object.fromEntries(FILTER.map((name) => [name, { type: 'string' as const }])),
  },
  run: async ({ values, open, write }) => {
    const query = Object.fromEntries(
      [...FILTER, 'lang'].flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
    );
    const parsed = schemas['commission.csv'].query.safeParse(query);
    if (!parsed.success)
      throw new CommandStop(
        parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('\n'),
      );
    const installation = await open();
    const { id: merchantId, currency, timezone, region } = await merchantOf(installation, values);
    const { lang = region === 'CN' ? 'zh' : 'en', ...filter } = parsed.data;
    const pieces = accepted(
      await exportCommissions(installation.db, { merchantId, currency, zone: zone(timezone), filter, lang }),
    );
    for await (const { text } of pieces) await write(text);
    return 0;
  },
};
