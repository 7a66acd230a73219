import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { currentSchema } from '../server/src/foundation/db/schema-snapshot';
import '../server/src/tables';

/** Rewrites the snapshot of the first migration from the tables that the code defines. Only before the first release. */
const file = resolve(import.meta.dirname, '../server/src/migrations/0001-initial.json');
writeFileSync(file, `${JSON.stringify(currentSchema(), null, 1)}\n`);
