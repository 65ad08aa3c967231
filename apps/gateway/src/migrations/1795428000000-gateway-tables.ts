import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class GatewayTables1795428000000 implements MigrationInterface {
  readonly name = 'GatewayTables1795428000000';

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
    await runner.query(`CREATE INDEX "outbox_run" ON "outbox" ("office", "run")`);
    await runner.query(`CREATE INDEX "outbox_waiting" ON "outbox" ("seq") WHERE published_at IS NULL`);
    await runner.query(
      `CREATE TABLE "dead_letter" ("hash" character(64) NOT NULL, "type" character varying(80) NOT NULL, "office" character varying(40), "run" uuid, "revision" integer, "batch" integer, "code" character varying(80) NOT NULL, "kind" character varying(12) NOT NULL, "attempts" integer NOT NULL, "body" text, "replayed_as" uuid, CONSTRAINT "PK_e15c48e9ebf9ace3f98dc9f6997" PRIMARY KEY ("hash"))`,
    );
    await runner.query(
      `CREATE TABLE "audit" ("seq" BIGSERIAL NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "office" character varying(40) NOT NULL, "run" uuid NOT NULL, "actor" character varying(80) NOT NULL, "action" character varying(80) NOT NULL, "before" character(64), "after" character(64), CONSTRAINT "PK_901dc5054523c0ae6589c355ffe" PRIMARY KEY ("seq"))`,
    );
    await runner.query(`CREATE INDEX "audit_run" ON "audit" ("office", "run")`);
    await runner.query(
      `CREATE TABLE "run" ("office" text NOT NULL, "id" uuid NOT NULL, "idempotency_key" text NOT NULL, "request_hash" text NOT NULL, "revision" integer NOT NULL, "state" text NOT NULL, "settings" text NOT NULL, "request" jsonb NOT NULL, "counts" jsonb NOT NULL, "failure" jsonb, "stall" jsonb, "last_event" integer NOT NULL, "packets_sealed" boolean NOT NULL, "notices_sealed" boolean NOT NULL, "created_by" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "finished_at" TIMESTAMP WITH TIME ZONE, "purged_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_0f73b1e6403ecc1d2e378da9393" PRIMARY KEY ("office", "id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "run_by_key" ON "run" ("office", "idempotency_key")`);
    await runner.query(
      `CREATE TABLE "upload" ("office" text NOT NULL, "sha256" text NOT NULL, "bytes" bigint NOT NULL, "uploaded_by" text NOT NULL, "uploaded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_7bdecde2fd976e752eb4ba645e8" PRIMARY KEY ("office", "sha256"))`,
    );
    await runner.query(
      `CREATE TABLE "run_event" ("office" text NOT NULL, "run" uuid NOT NULL, "sequence" integer NOT NULL, "type" text NOT NULL, "data" jsonb NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_72520ad45cff7414e23fece8f50" PRIMARY KEY ("office", "run", "sequence"))`,
    );
    await runner.query(
      `CREATE TABLE "run_output" ("office" text NOT NULL, "run" uuid NOT NULL, "revision" integer NOT NULL, "name" text NOT NULL, "sha256" text NOT NULL, "bytes" bigint NOT NULL, "made_by" text NOT NULL, CONSTRAINT "PK_1a071fe7dc8bdd841899455ae72" PRIMARY KEY ("office", "run", "revision", "name"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "run_output"`);
    await runner.query(`DROP TABLE "run_event"`);
    await runner.query(`DROP TABLE "upload"`);
    await runner.query(`DROP TABLE "run"`);
    await runner.query(`DROP TABLE "audit"`);
    await runner.query(`DROP TABLE "dead_letter"`);
    await runner.query(`DROP TABLE "outbox"`);
    await runner.query(`DROP TABLE "inbox"`);
    await runner.query(`DROP TABLE "stage"`);
    await runner.query(`DROP TABLE "followed_run"`);
  }
}
