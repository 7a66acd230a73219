import 'reflect-metadata';
import { resolve } from 'node:path';
import './tables';
import { startApp } from './app';
import { readSettings, WrongSetting } from './config/settings';
import { openInstallation } from './open-installation';

/** After this the process ends whatever is still open: doors.md promises 10 seconds. */
const END_WITHIN_MS = 9500;

async function main(): Promise<void> {
  const installation = await openInstallation(readSettings(process.env, resolve(__dirname, '../..'), __dirname));
  const app = await startApp(installation);
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), END_WITHIN_MS).unref();
    app.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        installation.log.error('did not end cleanly', { error });
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
  // The launcher's channel closes with it, so that no server outlives its launcher.
  process.on('disconnect', end);
  process.on('unhandledRejection', (error) => installation.log.error('unhandled', { error }));
}

main().catch((error: unknown) => {
  const text =
    error instanceof WrongSetting
      ? error.message
      : isInUse(error)
        ? 'the port is in use: set PORT to another one'
        : String((error as Error).stack ?? error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});

function isInUse(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
}
