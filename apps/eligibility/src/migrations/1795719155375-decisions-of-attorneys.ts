import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class DecisionsOfAttorneys1795719155375 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "case_decision" ("office" character varying(40) NOT NULL, "seq" integer NOT NULL, "id" character(16) NOT NULL, "run" uuid NOT NULL, "kind" character varying(24) NOT NULL, "person" character varying(64), "conviction" character varying(32), "line" text, "hash" character(64) NOT NULL, "previous" character(64) NOT NULL, "recorded_by" character varying(80) NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_a45fa29ba9acdc71d8e5d5a34a4" PRIMARY KEY ("office", "seq"))`,
    );
    await runner.query(`CREATE INDEX "case_decision_person" ON "case_decision"  ("office", "person") `);
    await runner.query(`CREATE INDEX "case_decision_id" ON "case_decision"  ("office", "id") `);
    await runner.query(`ALTER TABLE "determination" ADD "basis" character varying(16) NOT NULL DEFAULT ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "determination" DROP COLUMN "basis"`);
    await runner.query(`DROP INDEX "eligibility"."case_decision_id"`);
    await runner.query(`DROP INDEX "eligibility"."case_decision_person"`);
    await runner.query(`DROP TABLE "case_decision"`);
  }
}
