import type { Settings } from './config/settings';
import type { SettableClock } from './foundation/clock';
import type { Database } from './foundation/db';
import type { Doorkeeper, HotRoute, Readiness } from './foundation/http';
import type { Log } from './foundation/log';
import type { Metrics } from './foundation/metrics';
import type { PushHub } from './foundation/push';
import type { SecretBox } from './foundation/secrets';
import type { SignInLimits } from './modules/identity';
import type { Mailer } from './modules/messaging';
import type { Wechat } from './modules/wechat';

/** What one process stands on: opened once, handed to everything that needs it, closed last. */
export interface Installation {
  readonly settings: Settings;
  readonly db: Database;
  readonly clock: SettableClock;
  readonly box: SecretBox;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly doorkeeper: Doorkeeper;
  readonly limits: SignInLimits;
  readonly push: PushHub;
  readonly wechat: Wechat;
  readonly mailer: Mailer;
  readonly readiness: Readiness;
}

/** The name under which the installation stands in Midway's container: `@Inject(INSTALLATION)`. */
export const INSTALLATION = 'installation';

/** Ends what was started; waits until it is done. */
export type Stop = () => Promise<void>;

/**
 * A part of the running product beside the answering of requests: workers, jobs, the demo. Parts are listed in `parts.ts`,
 * begun in that order and ended in the reverse one.
 */
export interface Part {
  readonly name: string;
  /** Objects for the container, by name, that controllers inject. Made before the first controller. */
  provide?(installation: Installation): Readonly<Record<string, unknown>>;
  /** Paths that are answered before the framework. */
  hot?(installation: Installation): readonly HotRoute[];
  /** Runs before the port is open for traffic: seeding, workers. The server is ready when all have answered. */
  start?(installation: Installation): Promise<Stop | undefined>;
}
