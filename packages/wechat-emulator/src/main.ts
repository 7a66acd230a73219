import { parseArgs } from 'node:util';
import { type EmulatorOptions, startEmulator } from './start-emulator';

/** The emulator as a process of its own: options from arguments, then environment; one line of JSON when it is ready. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string' },
      'mp-port': { type: 'string' },
      'pay-port': { type: 'string' },
      'control-port': { type: 'string' },
      merchants: { type: 'string' },
      seed: { type: 'string' },
      'no-stdin': { type: 'boolean' },
    },
  });
  const emulator = await startEmulator(optionsOf(values));
  const { mp, pay, control } = emulator;
  process.stdout.write(`${JSON.stringify({ ready: true, mp, pay, control })}\n`);
  let isEnding = false;
  const end = () => {
    if (isEnding) return;
    isEnding = true;
    void emulator.stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('disconnect', end);
  if (!values['no-stdin']) process.stdin.on('end', end).on('error', end).resume();
}

type Values = Record<string, string | boolean | undefined>;

function optionsOf(values: Values): EmulatorOptions {
  const text = (argument: string, variable: string) => {
    const value = values[argument] ?? process.env[variable];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const count = (argument: string, variable: string) => readCount(text(argument, variable) ?? '0', argument);
  const dir = text('dir', 'EMULATOR_DIR');
  const seed = text('seed', 'EMULATOR_SEED');
  return {
    ...(dir === undefined ? {} : { dir }),
    ports: {
      mp: count('mp-port', 'EMULATOR_MP_PORT'),
      pay: count('pay-port', 'EMULATOR_PAY_PORT'),
      control: count('control-port', 'EMULATOR_CONTROL_PORT'),
    },
    merchants: (text('merchants', 'EMULATOR_MERCHANTS') ?? 'demo').split(',').map((name) => name.trim()),
    ...(seed === undefined ? {} : { seed: readCount(seed, 'seed') }),
  };
}

function readCount(value: string, name: string): number {
  const count = Number(value);
  if (Number.isSafeInteger(count) && count >= 0) return count;
  throw new Error(`--${name} is a whole number, not "${value}".`);
}

main().catch((error: unknown) => {
  process.stderr.write(`The emulator did not start: ${String((error as Error).stack ?? error)}\n`);
  process.exit(1);
});
