import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class FilesOfRevisions1795743097010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "run_revision" ADD "files" jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "run_revision" DROP COLUMN "files"`);
  }
}
