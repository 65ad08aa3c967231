import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Revisions1795739203666 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "touched_person" ("office" character varying(40) NOT NULL, "run" uuid NOT NULL, "revision" integer NOT NULL, "person" character varying(32) NOT NULL, "why" character varying(16) NOT NULL, CONSTRAINT "PK_6b755d2c17f86c310d8e6f36427" PRIMARY KEY ("office", "run", "revision", "person"))`,
    );
    await runner.query(
      `CREATE TABLE "determination_change" ("office" character varying(40) NOT NULL, "run" uuid NOT NULL, "revision" integer NOT NULL, "number" integer NOT NULL, "why" character varying(16) NOT NULL, "section" character varying(40) NOT NULL, "file" smallint NOT NULL, "line" integer NOT NULL, "person_before" character varying(32), "conviction_before" character varying(32), "outcome_before" smallint, "relief_before" smallint, "floor_before" smallint, "standing_before" smallint, "questions_before" character varying(60) array, "person" character varying(32), "conviction" character varying(32), "outcome" smallint, "relief" smallint, "floor" smallint, "standing" smallint, "questions" character varying(60) array, CONSTRAINT "PK_06a53df4f56742527d4a430d563" PRIMARY KEY ("office", "run", "revision", "number"))`,
    );
    await runner.query(`ALTER TABLE "decided_run" ADD "before" integer`);
    await runner.query(`ALTER TABLE "decision_batch" ADD "carried" integer NOT NULL DEFAULT '0'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "decision_batch" DROP COLUMN "carried"`);
    await runner.query(`ALTER TABLE "decided_run" DROP COLUMN "before"`);
    await runner.query(`DROP TABLE "determination_change"`);
    await runner.query(`DROP TABLE "touched_person"`);
  }
}
