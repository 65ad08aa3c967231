import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class OtherRowsOfConvictions1795743097824 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "determination" ADD "named_by" character varying(24) array NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "determination" DROP COLUMN "named_by"`);
  }
}
