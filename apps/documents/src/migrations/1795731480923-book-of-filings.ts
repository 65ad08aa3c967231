import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class BookOfFilings1795731480923 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "filing_event" ("office" character varying(40) NOT NULL, "seq" integer NOT NULL, "kind" character varying(24) NOT NULL, "batch" character(16), "body" text NOT NULL, "hash" character(64) NOT NULL, "previous" character(64) NOT NULL, "recorded_by" character varying(80) NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_42e571fa0d57e54267a9bc207ba" PRIMARY KEY ("office", "seq"))`,
    );
    await runner.query(`CREATE INDEX "filing_event_batch" ON "filing_event"  ("office", "batch") `);
    await runner.query(`CREATE UNIQUE INDEX "filing_event_previous" ON "filing_event"  ("office", "previous") `);
    await runner.query(
      `CREATE TABLE "filing_words" ("office" character varying(40) NOT NULL, "seq" integer NOT NULL, "words" text, CONSTRAINT "PK_6fa8e35dac7cdf5d4d82c9002d3" PRIMARY KEY ("office", "seq"))`,
    );
    await runner.query(
      `CREATE TABLE "run_batch" ("office" character varying(40) NOT NULL, "batch" character(16) NOT NULL, "run" uuid NOT NULL, "revision" integer NOT NULL, "folder" character varying(160) NOT NULL, "manifest" character(64) NOT NULL, "data_file" character(64) NOT NULL, "dangers" character(64), "refused" character varying(80), CONSTRAINT "PK_272b5fe51b680084a901eddf6df" PRIMARY KEY ("office", "batch", "run", "revision"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "run_batch"`);
    await runner.query(`DROP TABLE "filing_words"`);
    await runner.query(`DROP INDEX "documents"."filing_event_previous"`);
    await runner.query(`DROP INDEX "documents"."filing_event_batch"`);
    await runner.query(`DROP TABLE "filing_event"`);
  }
}
