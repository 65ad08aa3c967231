import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class PeopleOfLists1796030000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "decision_batch" ADD "listed" character(64)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "decision_batch" DROP COLUMN "listed"`);
  }
}
