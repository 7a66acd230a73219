import type { Settings } from './config/settings';
import { SettableClock } from './foundation/clock';
import { type Database, openDatabase } from './foundation/db';
import { type Log, makeLog } from './foundation/log';
import { makeMetrics } from './foundation/metrics';
import { pushHub } from './foundation/push';
import { secretBox } from './foundation/secrets';
import type { Installation } from './installation';
import { doorkeeper, SignInLimits } from './modules/identity';
import { openMailer } from './modules/messaging';
import { API_BASE, openWechat, PAY_BASE } from './modules/wechat';

/** What a test hands in instead of what the settings would make. */
export interface Given {
  readonly db?: Database;
  readonly clock?: SettableClock;
  readonly log?: Log;
}

/** Opens the database and makes everything that a process stands on. The server and the commands begin here. */
export async function openInstallation(settings: Settings, given: Given = {}): Promise<Installation> {
  const log = given.log ?? makeLog(settings.logLevel, (line) => void process.stdout.write(line));
  const db = given.db ?? (await openDatabase({ url: settings.dbUrl, dataDir: settings.dataDir }));
  const clock = given.clock ?? new SettableClock();
  const box = secretBox(settings.secretKey);
  const metrics = makeMetrics();
  const keeper = doorkeeper(db);
  return {
    settings,
    db,
    clock,
    box,
    log,
    metrics,
    doorkeeper: keeper,
    limits: new SignInLimits(),
    push: pushHub({ clock, doorkeeper: keeper, publicUrl: settings.publicUrl, metrics }),
    wechat: openWechat({
      db,
      clock,
      box,
      apiBase: settings.wechatApiBase ?? API_BASE,
      payBase: settings.wechatPayBase ?? PAY_BASE,
    }),
    mailer: openMailer(settings.smtpUrl),
    readiness: { state: 'starting' },
  };
}
