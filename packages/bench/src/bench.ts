import { benchBackTest } from './backtest';
import { benchEngine } from './engine';
import type { Figure } from './figure';
import { benchIngest } from './ingest';

type Bench = (print: (figure: Figure) => void, args: readonly string[]) => void | Promise<void>;

/** Every benchmark by the name that `pnpm bench NAME` takes. */
const BENCHES: Readonly<Record<string, Bench>> = { engine: benchEngine, ingest: benchIngest, backtest: benchBackTest };

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const bench = BENCHES[name];
  if (!bench) {
    process.stderr.write(`bench NAME, one of: ${Object.keys(BENCHES).join(', ')}\n`);
    return 2;
  }
  await bench((figure) => process.stdout.write(`${JSON.stringify(figure)}\n`), args);
  return 0;
}

// What was started ends with this process, and it does so in the handlers of its exit.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
