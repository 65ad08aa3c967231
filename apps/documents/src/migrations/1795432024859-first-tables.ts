import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class FirstTables1795432024859 implements MigrationInterface {
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
      `CREATE TABLE "drawn_run" ("office" character varying(40) NOT NULL, "run" uuid NOT NULL, "revision" integer NOT NULL, "drawn" character(64), "notices" character(64), "manifest" character(64), CONSTRAINT "PK_8c0b8f32d5c86dc52937bfc851d" PRIMARY KEY ("office", "run", "revision"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "drawn_run"`);
    await runner.query(`DROP INDEX "documents"."audit_run"`);
    await runner.query(`DROP TABLE "audit"`);
    await runner.query(`DROP TABLE "dead_letter"`);
    await runner.query(`DROP INDEX "documents"."outbox_waiting"`);
    await runner.query(`DROP INDEX "documents"."outbox_run"`);
    await runner.query(`DROP TABLE "outbox"`);
    await runner.query(`DROP TABLE "inbox"`);
    await runner.query(`DROP TABLE "stage"`);
    await runner.query(`DROP TABLE "followed_run"`);
  }
}
