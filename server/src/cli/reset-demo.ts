import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readSettings } from '../config/settings';
import { allMerchants } from '../modules/identity';
import { type Command, CommandStop } from './command';

/** The files of the embedded database. */
const DATABASE_FILES = ['fenrun.db', 'fenrun.db-wal', 'fenrun.db-shm'];

export const resetDemo: Command = {
  name: 'reset-demo',
  usage: '',
  summary: 'Empties a database that holds the demo and nothing else. Anything else is refused.',
  options: {},
  run: async ({ open, close, write }) => {
    const settings = readSettings(process.env, resolve(__dirname, '../..'));
    if (!settings.dbUrl && !existsSync(join(settings.dataDir, 'fenrun.db'))) return 0;
    const { db } = await open();
    const merchants = await allMerchants(db.read);
    if (merchants.some(({ isDemo }) => !isDemo))
      throw new CommandStop('this database has merchants that are no demo: nothing was reset', 1);
    if (settings.dbUrl) {
      await db.source.dropDatabase();
    } else {
      await close();
      for (const name of [...DATABASE_FILES, 'files', 'imports', 'exports'])
        rmSync(join(settings.dataDir, name), { recursive: true, force: true });
    }
    await write('the demo was reset\n');
    return 0;
  },
};
