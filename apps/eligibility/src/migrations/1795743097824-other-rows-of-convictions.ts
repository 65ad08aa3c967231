import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class OtherRowsOfConvictions1795743097824 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "determination" ADD "named_by" character varying(24) array NOT NULL DEFAULT '{}'`);
    await runner.query(`ALTER TABLE "decision_batch" ADD "sources" character(64)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "decision_batch" DROP COLUMN "sources"`);
    await runner.query(`ALTER TABLE "determination" DROP COLUMN "named_by"`);
  }
}
