import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A duty whose clock stands has no due instant, and says for what and whom it waits. */
export class StoppedClocks1764250000000 implements MigrationInterface {
  readonly name = 'StoppedClocks1764250000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table read.duty add column stopped jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table read.duty drop column stopped');
  }
}
