import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Revisions1795739201627 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "run_revision" ("office" text NOT NULL, "run" uuid NOT NULL, "revision" integer NOT NULL, "reason" text NOT NULL, "idempotency_key" text, "request_hash" text NOT NULL, "settings" text NOT NULL, "request" jsonb NOT NULL, "state" text NOT NULL, "counts" jsonb NOT NULL, "created_by" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "finished_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_84f90edf39f03ceea60cd874779" PRIMARY KEY ("office", "run", "revision"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "run_revision_by_key" ON "run_revision"  ("office", "run", "idempotency_key") `,
    );
    // What runs had before there were revisions is their first.
    await runner.query(
      `INSERT INTO "run_revision" ("office", "run", "revision", "reason", "request_hash", "settings", "request", "state", "counts", "created_by", "created_at", "finished_at") SELECT "office", "id", "revision", 'first', "request_hash", "settings", "request", "state", "counts", "created_by", "created_at", "finished_at" FROM "run"`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "gateway"."run_revision_by_key"`);
    await runner.query(`DROP TABLE "run_revision"`);
  }
}
