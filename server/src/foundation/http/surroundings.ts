import type { Clock } from '../clock';
import type { Database } from '../db';
import type { Log } from '../log';
import type { Doorkeeper } from './doorkeeper';

/** What the edge stands on; made once per process. */
export interface HttpSurroundings {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly doorkeeper: Doorkeeper;
  readonly publicUrl: string;
  readonly trustProxy: number;
  /** Whether the demo's doors exist. */
  readonly demo: boolean;
  /** Whether answers are checked against their schemas: in tests and while developing, never in production. */
  readonly checkAnswers: boolean;
}
