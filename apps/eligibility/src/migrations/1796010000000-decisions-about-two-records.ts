import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class DecisionsAboutTwoRecords1796010000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "case_decision" ADD "other_person" character varying(64)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "case_decision" DROP COLUMN "other_person"`);
  }
}
