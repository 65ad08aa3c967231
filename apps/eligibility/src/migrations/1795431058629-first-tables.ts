import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class FirstTables1795431058629 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "followed_run" ("office" character varying(40) NOT NULL, "run" uuid NOT NULL, "revision" integer NOT NULL, "state" character varying(12) NOT NULL, CONSTRAINT "PK_0d5a9df2d0eb81b7ea6cd480488" PRIMARY KEY ("office", "run"))`,
    );
    await runner.query(
      `CREATE TABLE "stage" ("office" character varying(40) NOT NULL, "run" uuid NOT NULL, "revision" integer NOT NULL, "stage" character varying(40) NOT NULL, "announced" integer, "done" integer NOT NULL DEFAULT '0', "finished" boolean NOT NULL DEFAULT false, CONSTRAINT "PK_6b97f7fce33764f2596fd9d5984" PRIMARY KEY ("office", "run", "revision", "stage"))`,
    );
    await runner.query(
      `CREATE TABLE "inbox" ("office" character varying(40) NOT NULL, "run" uuid NOT NULL, "revision" integer NOT NULL, "step" character varying(80) NOT NULL, "batch" integer NOT NULL, "message" uuid NOT NULL, CONSTRAINT "PK_c1eb634d0fadaa10132395bae5f" PRIMARY KEY ("office", "run", "revision", "step", "batch"))`,
    );
    await runner.query(
      `CREATE TABLE "outbox" ("seq" BIGSERIAL NOT NULL, "id" uuid NOT NULL, "office" character varying(40) NOT NULL, "run" uuid NOT NULL, "revision" integer NOT NULL, "type" character varying(80) NOT NULL, "batch" integer NOT NULL, "body" text NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "UQ_340ab539f309f03bdaa14aa7649" UNIQUE ("id"), CONSTRAINT "PK_acf0725c6a7245b71c651964ee4" PRIMARY KEY ("seq"))`,
    );
    await runner.query(`CREATE INDEX "outbox_run" ON "outbox"  ("office", "run") `);
    await runner.query(`CREATE INDEX "outbox_waiting" ON "outbox"  ("seq") WHERE published_at IS NULL`);
    await runner.query(
      `CREATE TABLE "dead_letter" ("hash" character(64) NOT NULL, "type" character varying(80) NOT NULL, "office" character varying(40), "run" uuid, "revision" integer, "batch" integer, "code" character varying(80) NOT NULL, "kind" character varying(12) NOT NULL, "attempts" integer NOT NULL, "body" text, "replayed_as" uuid, CONSTRAINT "PK_e15c48e9ebf9ace3f98dc9f6997" PRIMARY KEY ("hash"))`,
    );
    await runner.query(
      `CREATE TABLE "audit" ("seq" BIGSERIAL NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "office" character varying(40) NOT NULL, "run" uuid NOT NULL, "actor" character varying(80) NOT NULL, "action" character varying(80) NOT NULL, "before" character(64), "after" character(64), CONSTRAINT "PK_901dc5054523c0ae6589c355ffe" PRIMARY KEY ("seq"))`,
    );
    await runner.query(`CREATE INDEX "audit_run" ON "audit"  ("office", "run") `);
    await runner.query(
      `CREATE TABLE "decided_run" ("office" character varying(40) NOT NULL, "run" uuid NOT NULL, "revision" integer NOT NULL, "settings" character(64) NOT NULL, "histories" character(64) NOT NULL, "population" character(64) NOT NULL, "rejected_rows" character(64) NOT NULL, "manifest" character(64), CONSTRAINT "PK_5206f55aa133a92b2abde47aca2" PRIMARY KEY ("office", "run", "revision"))`,
    );
    await runner.query(
      `CREATE TABLE "decision_batch" ("office" character varying(40) NOT NULL, "run" uuid NOT NULL, "revision" integer NOT NULL, "batch" integer NOT NULL, "histories" character(64) NOT NULL, "blob" character(64) NOT NULL, "bytes" integer NOT NULL, "persons" integer NOT NULL, "convictions" integer NOT NULL, "rule_set" character varying(80) NOT NULL, "policy" character(64) NOT NULL, CONSTRAINT "PK_cfc3592e8f228df94a0279e863c" PRIMARY KEY ("office", "run", "revision", "batch"))`,
    );
    await runner.query(
      `CREATE TABLE "determination" ("office" character varying(40) NOT NULL, "run" uuid NOT NULL, "revision" integer NOT NULL, "batch" integer NOT NULL, "place" integer NOT NULL, "person" character varying(32) NOT NULL, "conviction" character varying(32) NOT NULL, "outcome" smallint NOT NULL, "relief" smallint NOT NULL, "floor" smallint NOT NULL, "standing" smallint NOT NULL, "questions" character varying(60) array NOT NULL, "section" character varying(40) NOT NULL, "file" smallint NOT NULL, "row" integer NOT NULL, "line" integer NOT NULL, "byte_offset" bigint NOT NULL, "member_offset" integer NOT NULL, "member_length" integer NOT NULL, "trace" character varying(200) NOT NULL, CONSTRAINT "PK_522f0124138c11419f0718bde1f" PRIMARY KEY ("office", "run", "revision", "batch", "place"))`,
    );
    await runner.query(`CREATE INDEX "determination_person" ON "determination"  ("office", "run", "person") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "eligibility"."determination_person"`);
    await runner.query(`DROP TABLE "determination"`);
    await runner.query(`DROP TABLE "decision_batch"`);
    await runner.query(`DROP TABLE "decided_run"`);
    await runner.query(`DROP INDEX "eligibility"."audit_run"`);
    await runner.query(`DROP TABLE "audit"`);
    await runner.query(`DROP TABLE "dead_letter"`);
    await runner.query(`DROP INDEX "eligibility"."outbox_waiting"`);
    await runner.query(`DROP INDEX "eligibility"."outbox_run"`);
    await runner.query(`DROP TABLE "outbox"`);
    await runner.query(`DROP TABLE "inbox"`);
    await runner.query(`DROP TABLE "stage"`);
    await runner.query(`DROP TABLE "followed_run"`);
  }
}
