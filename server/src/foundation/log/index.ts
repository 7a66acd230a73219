export type Level = 'debug' | 'info' | 'warn' | 'error';

const RANK: Readonly<Record<Level, number>> = { debug: 10, info: 20, warn: 30, error: 40 };

export type Facts = Readonly<Record<string, unknown>>;

/** One line of JSON per happening. Facts are ids and figures, never bodies, secrets or people's data. */
export interface Log {
  debug(what: string, facts?: Facts): void;
  info(what: string, facts?: Facts): void;
  warn(what: string, facts?: Facts): void;
  error(what: string, facts?: Facts): void;
  /** A log that adds the same facts to every line. */
  with(facts: Facts): Log;
}

/** Makes a log that writes lines at or above a level through `write`. */
export function makeLog(level: Level, write: (line: string) => void, always: Facts = {}): Log {
  const at =
    (own: Level) =>
    (what: string, facts: Facts = {}) => {
      if (RANK[own] < RANK[level]) return;
      const line = { at: new Date().toISOString(), level: own, what, ...always, ...plain(facts) };
      write(`${JSON.stringify(line)}\n`);
    };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    with: (facts) => makeLog(level, write, { ...always, ...facts }),
  };
}

/** An error among the facts becomes its name, message and stack: the log is the one place that may hold them. */
function plain(facts: Facts): Facts {
  const { error } = facts;
  if (!(error instanceof Error)) return facts;
  return { ...facts, error: { name: error.name, message: error.message, stack: error.stack } };
}

/** A log that says nothing; for tests and commands. */
export const silentLog: Log = makeLog('error', () => undefined);
