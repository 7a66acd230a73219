import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables } from '../foundation/db/migrate';
import type { TableSnapshot } from '../foundation/db/schema-snapshot';
import schema from './0001-initial.json';

/** The first schema. */
export class Initial1700000000001 implements MigrationInterface {
  readonly name = 'Initial1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, schema as TableSnapshot[]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of schema) await runner.dropTable(table.name);
  }
}
