export interface PrivateDatabase {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly pid: number;
  /** The address of one of its databases, as `DB_URL` wants it. */
  url(database: string): string;
  stop(): Promise<void>;
}

export function findMariadb(): { server: string; install: string | undefined } | undefined;

/** `full` flushes at every commit, as production does; `fast` promises nothing. `folder` is kept, a temporary one is removed. */
export function startMariadb(options?: {
  durability?: 'fast' | 'full';
  databases?: readonly string[];
  folder?: string;
}): Promise<PrivateDatabase | undefined>;
