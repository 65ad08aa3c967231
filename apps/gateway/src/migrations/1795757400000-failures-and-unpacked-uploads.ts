import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class FailuresAndUnpackedUploads1795757400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "run_revision" ADD "failure" jsonb`);
    await runner.query(
      `UPDATE "run_revision" v SET "failure" = r."failure" FROM "run" r WHERE r."office" = v."office" AND r."id" = v."run" AND r."revision" = v."revision"`,
    );
    await runner.query(`ALTER TABLE "upload" ADD "unpacked_sha256" text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "upload" DROP COLUMN "unpacked_sha256"`);
    await runner.query(`ALTER TABLE "run_revision" DROP COLUMN "failure"`);
  }
}
