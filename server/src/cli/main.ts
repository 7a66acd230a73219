import 'reflect-metadata';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import '../tables';
import { readSettings, WrongSetting } from '../config/settings';
import { makeLog } from '../foundation/log';
import type { Installation } from '../installation';
import { openInstallation } from '../open-installation';
import { type Ask, type Command, CommandStop } from './command';
import { createMerchant } from './create-merchant';
import { exportCommissionsCommand } from './export-commissions';
import { importOrdersCommand } from './import-orders';
import { importPromotersCommand } from './import-promoters';
import { recountCommand } from './recount';
import { resetDemo } from './reset-demo';
import { verifyLedgerCommand } from './verify-ledger';

const commands: readonly Command[] = [
  verifyLedgerCommand,
  recountCommand,
  createMerchant,
  importPromotersCommand,
  importOrdersCommand,
  exportCommissionsCommand,
  resetDemo,
];

const COMMON = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    const isHelp = name === '--help' || name === '-h' || name === 'help';
    (isHelp ? process.stdout : process.stderr).write(overview());
    return isHelp ? 0 : 2;
  }
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: { ...command.options, ...COMMON },
  });
  if (values['help']) {
    process.stdout.write(helpOf(command));
    return 0;
  }
  let opened: Installation | undefined;
  const open = async () => {
    opened ??= await openInstallation(readSettings(process.env, resolve(__dirname, '../..')), { log: errorLog() });
    return opened;
  };
  const close = async () => {
    await opened?.db.close();
    opened = undefined;
  };
  const ask: Ask = {
    values: values as Ask['values'],
    positionals,
    isJson: values['json'] === true,
    open,
    close,
    write,
  };
  try {
    return await command.run(ask);
  } finally {
    await close();
  }
}

/** Standard output belongs to the answer. */
const errorLog = () => makeLog('warn', (line) => void process.stderr.write(line));

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

function overview(): string {
  const lines = commands.map((command) => `  ${command.name.padEnd(20)} ${command.summary}`);
  return `pnpm cli COMMAND [--json] [--help]\n\n${lines.join('\n')}\n\nRuns against DB_URL or DATA_DIR, and may run beside the server.\n`;
}

function helpOf({ name, usage, summary, options }: Command): string {
  const names = Object.entries(options).map(([option, { type }]) => `  --${option}${type === 'string' ? ' …' : ''}`);
  return `pnpm cli ${name} ${usage}\n\n${summary}\n\n${[...names, '  --json'].join('\n')}\n`;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isExpected =
      error instanceof CommandStop ||
      error instanceof WrongSetting ||
      (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
    process.stderr.write(`${isExpected ? (error as Error).message : (error as Error).stack}\n`);
    process.exitCode = error instanceof CommandStop ? error.exitCode : 2;
  },
);

// Whoever reads our output may stop early (`| head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
