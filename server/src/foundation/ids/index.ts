import { randomFillSync } from 'node:crypto';
import { type Id, type Instant, idMaker } from '@fenrun/kernel';

const make = idMaker((bytes) => randomFillSync(bytes));

/** A new id for something that comes into being at that instant. */
export function newId(now: Instant): Id {
  return make(now);
}
