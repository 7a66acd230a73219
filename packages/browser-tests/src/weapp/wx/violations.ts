/** What must not happen in a walk: calls that nobody modelled, errors of the app. Each is kept with where it came from. */
export interface Violations {
  add(what: string): void;
  readonly all: readonly string[];
}

export function violations(): Violations {
  const all: string[] = [];
  return { all, add: (what) => void all.push(what) };
}
