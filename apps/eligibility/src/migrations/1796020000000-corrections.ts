import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Corrections1796020000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "correction" ("office" character varying(40) NOT NULL, "seq" integer NOT NULL, "id" character(16) NOT NULL, "run" uuid NOT NULL, "what" character varying(24) NOT NULL, "person" character varying(64), "line" text, "hash" character(64) NOT NULL, "previous" character(64) NOT NULL, "recorded_by" character varying(80) NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_61e78402d30a105ce0fe9d60c14" PRIMARY KEY ("office", "seq"))`,
    );
    await runner.query(`CREATE INDEX "correction_person" ON "correction"  ("office", "person") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "eligibility"."correction_person"`);
    await runner.query(`DROP TABLE "correction"`);
  }
}
