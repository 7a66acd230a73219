/** An expected no: returned as a value, turned into problem+json at the edge. `code` is stable and kebab-case. */
export interface Refusal<Code extends string = string> {
  readonly refused: Code;
  /** Facts for the message, by name: plain values only. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
  /** What was wrong, as JSON pointers into the input, when single fields can be named. */
  readonly errors?: readonly FieldError[];
}

export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly detail?: string;
}

export function refuse<Code extends string>(
  code: Code,
  facts?: Refusal['facts'],
  errors?: readonly FieldError[],
): Refusal<Code> {
  return { refused: code, ...(facts ? { facts } : {}), ...(errors ? { errors } : {}) };
}

/** Tells a refusal from the value that was hoped for. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && typeof (value as { refused?: unknown }).refused === 'string';
}

/** A broken invariant: the transaction rolls back, the caller answers 500, somebody is told. */
export class BrokenInvariant extends Error {
  override readonly name = 'BrokenInvariant';
}

/** Asserts what must always hold. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new BrokenInvariant(message);
}
