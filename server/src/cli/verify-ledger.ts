import { verifyLedger } from '../modules/ledger';
import type { Command } from './command';

export const verifyLedgerCommand: Command = {
  name: 'verify-ledger',
  usage: '[--json]',
  summary: 'Re-adds every account, every cause and every kept balance.',
  options: {},
  run: async ({ open, write, isJson }) => {
    const { db } = await open();
    const snapshot = await db.snapshot();
    const report = await verifyLedger(snapshot).finally(() => snapshot.close());
    if (isJson) await write(`${JSON.stringify(report)}\n`);
    else {
      const { balanced, accounts, postings, differences } = report;
      await write(`${balanced ? 'balanced' : 'NOT BALANCED'}: ${accounts} accounts, ${postings} postings\n`);
      for (const { merchant, kind, key, kept, added } of differences)
        await write(`  ${merchant} ${kind} ${key}: kept ${kept}, added up ${added}\n`);
    }
    return report.balanced ? 0 : 1;
  },
};
