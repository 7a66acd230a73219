/** A scenario file that cannot be played: where in it, as a JSON path, and why. */
export class InvalidScenario extends Error {
  constructor(
    readonly path: string,
    readonly why: string,
  ) {
    super(`${path}: ${why}`);
  }
}

export function invalid(path: string, why: string): InvalidScenario {
  return new InvalidScenario(path, why);
}
