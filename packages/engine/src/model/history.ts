import type { Instant } from '@fenrun/kernel';

/**
 * One saved version of a thing. Versions are only ever added: `savedAs` is the number of the rule book that brought it,
 * so that the book of any earlier number can be had back. `value` null means that the thing was ended or deleted then.
 */
export interface Version<T> {
  readonly savedAs: number;
  /** From when it holds: `BEGINNING` for what came with the merchant and for the first version of a programme or of the settings, else the instant of saving. */
  readonly holdsFrom: Instant;
  readonly value: T | null;
}

/** All versions of one thing, in the order of saving (so both `savedAs` and `holdsFrom` never fall). The last that holds at an instant counts there. */
export type History<T> = readonly Version<T>[];

/** All versions of a thing that the merchant knows by a code. */
export interface CodedHistory<T> {
  readonly code: string;
  readonly versions: History<T>;
}
