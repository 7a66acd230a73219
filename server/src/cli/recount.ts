import { recount } from '../flows/recount/recount';
import type { Command } from './command';

export const recountCommand: Command = {
  name: 'recount',
  usage: '[--json]',
  summary: 'Counts again what counters, rollups and team totals keep, and says what differs.',
  options: {},
  run: async ({ open, write, isJson }) => {
    const { db } = await open();
    const report = await recount(db);
    if (isJson) await write(`${JSON.stringify(report)}\n`);
    else {
      await write(
        `${report.balanced ? 'equal' : 'NOT EQUAL'}: ${report.counters} counters of ${report.commissions} commissions and ${report.sales} sales\n`,
      );
      for (const { merchant, counter, key, kept, counted } of report.differences)
        await write(`  ${merchant} ${counter} ${key}: kept ${kept}, counted ${counted}\n`);
    }
    return report.balanced ? 0 : 1;
  },
};
