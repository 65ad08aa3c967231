// Real: Postgres, roles, migrations, COPY. Nothing is replaced.
import { createServer, connect as connectTo, type AddressInfo, type Server } from 'node:net';
import { Column, Entity, PrimaryColumn, type DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import {
  copyInto,
  copyLine,
  guarded,
  migrate,
  scratchDatabase,
  serviceDataSource,
  type ScratchDatabase,
  type ServiceDatabase,
} from './index';

@Entity('audit')
class AuditRow {
  @PrimaryColumn('int')
  seq!: number;

  @Column('text', { nullable: true })
  words!: string | null;
}

@Entity('forgotten')
class ForgottenRow {
  @PrimaryColumn('int')
  id!: number;
}

class First1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner
      .query(
        'CREATE TABLE "audit" ("seq" integer NOT NULL, "words" text, CONSTRAINT "PK_a99b354bff83da4729ab15eddd4" PRIMARY KEY ("seq"))',
      )
      .catch(() => undefined);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "audit"');
  }
}

const first: ServiceDatabase = { service: 'first', entities: [AuditRow], migrations: [First1700000000000] };

describe('the database of a service', () => {
  let scratch: ScratchDatabase;
  const open: DataSource[] = [];
  const as = async (url: string, database: ServiceDatabase = first): Promise<DataSource> => {
    const source = await serviceDataSource(database, url, 2).initialize();
    open.push(source);
    return source;
  };

  beforeAll(async () => {
    scratch = await scratchDatabase(['first', 'second']);
  });
  afterEach(() => Promise.all(open.splice(0).map((source) => source.destroy())));
  afterAll(() => scratch.drop());

  const migrated = (database = first): Promise<{ readonly ran: number }> =>
    migrate(database, scratch.of(database.service).ownerUrl, scratch.of(database.service).databaseUrl);

  it('is migrated once by two processes that start together, and not again', async () => {
    const both = await Promise.all([migrated(), migrated()]);
    expect(both.map(({ ran }) => ran).sort()).toEqual([0, 1]);
    expect(await migrated()).toEqual({ ran: 0 });
  });

  it('is refused when a migration is missing', async () => {
    await expect(migrated({ ...first, entities: [AuditRow, ForgottenRow] })).rejects.toMatchObject({
      code: 'migration.missing',
    });
  });

  it('adds to the audit and can neither change nor remove it', async () => {
    await migrated();
    const runner = await as(scratch.of('first').databaseUrl);
    await runner.query("INSERT INTO audit (seq, words) VALUES (1, 'done')");
    await runner.query('GRANT ALL ON audit TO CURRENT_USER');
    for (const statement of [
      "UPDATE audit SET words = 'undone'",
      'DELETE FROM audit',
      'TRUNCATE audit',
      'DROP TABLE audit',
      'CREATE TABLE mine (a int)',
    ]) {
      await expect(guarded(() => runner.query(statement))).rejects.toMatchObject({ code: 'database.42501' });
    }
    expect(await runner.query('SELECT words FROM audit')).toEqual([{ words: 'done' }]);
  });

  it('is refused every other schema, and others are refused it', async () => {
    await migrated();
    for (const url of [scratch.of('second').databaseUrl, scratch.of('second').ownerUrl]) {
      const stranger = await as(url, { ...first, service: 'second' });
      for (const statement of [
        'SELECT * FROM first.audit',
        'INSERT INTO first.audit VALUES (9)',
        'CREATE TABLE first.mine (a int)',
        'CREATE TABLE public.mine (a int)',
        'CREATE SCHEMA mine',
      ]) {
        await expect(guarded(() => stranger.query(statement))).rejects.toMatchObject({ code: 'database.42501' });
      }
    }
  });

  it('copies what is awkward to write', async () => {
    await migrated();
    const runner = await as(scratch.of('first').databaseUrl);
    const words = ['a\tb', 'c\\d', 'e\nf\rg', '\\N', 'Ä\u{1f600}', '', null];
    const query = runner.createQueryRunner();
    await copyInto(
      query,
      'audit',
      ['seq', 'words'],
      words.map((word, index) => copyLine([100 + index, word])).join(''),
    );
    await query.release();
    const rows: { words: string | null }[] = await runner.query(
      'SELECT words FROM audit WHERE seq >= 100 ORDER BY seq',
    );
    expect(rows.map((row) => row.words)).toEqual(words);
  });

  it('says what it refused without a value of the row', async () => {
    await migrated();
    const runner = await as(scratch.of('first').databaseUrl);
    await runner.query("INSERT INTO audit VALUES (7, 'DOE,JANE')");
    const failure: unknown = await guarded(() =>
      runner.query('INSERT INTO audit VALUES ($1, $2)', [7, 'DOE,JANE']),
    ).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'database.23505', kind: 'bug' });
    const words = `${String(failure)} ${JSON.stringify(failure)} ${JSON.stringify(Object.getOwnPropertyDescriptors(failure))} ${(failure as Error).stack ?? ''}`;
    expect(words).not.toMatch(/DOE/);
    await expect(guarded(() => runner.query("SELECT 'DOE'::int"))).rejects.not.toThrow(/DOE/);
  });

  it('tells a connection that was lost inside a transaction from a defect, at a statement and at a COPY', async () => {
    await migrated();
    const source = await as(scratch.of('first').databaseUrl);
    const killer = await serviceDataSource({ ...first, service: 'first' }, scratch.adminUrl, 1).initialize();
    open.push(killer);
    for (const next of [
      (runner: QueryRunner) => runner.query('SELECT 1'),
      (runner: QueryRunner) => copyInto(runner, 'audit', ['seq'], copyLine([900])),
    ]) {
      const runner = source.createQueryRunner();
      await runner.startTransaction();
      const [{ pid }] = (await runner.query('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
      await killer.query('SELECT pg_terminate_backend($1)', [pid]);
      for (const until = performance.now() + 10_000; !runner.isReleased && performance.now() < until; )
        await new Promise((resolve) => setTimeout(resolve, 10));
      await expect(guarded(() => next(runner))).rejects.toMatchObject({ code: 'database.away', kind: 'transient' });
      await runner.release();
    }
    expect(await source.query('SELECT 1 AS one FROM audit WHERE seq = 900')).toEqual([]);
  });

  it('lives through a server that ends in the very moment in which a connection to it was made', async () => {
    await migrated();
    const { door, told, url } = await doorThatEnds(scratch.of('first').databaseUrl);
    try {
      const source = await as(url);
      told.armed = true;
      // All but the connection that the pool has already are new ones.
      const all = await Promise.all(
        Array.from({ length: 4 }, () =>
          guarded(() => source.query('SELECT pg_sleep(0.2)')).catch((error: unknown) => error),
        ),
      );
      expect(told.ended).toBeGreaterThan(0);
      expect(all.filter((answer) => (answer as { code?: string }).code !== undefined)).toHaveLength(told.ended);
      for (const answer of all) expect(answer).toMatchObject(Array.isArray(answer) ? [{}] : { kind: 'transient' });
      told.armed = false;
      expect(await source.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    } finally {
      door.close();
    }
  });

  it('tells a server that is away from a statement that is wrong', async () => {
    const away = new URL(scratch.of('first').databaseUrl);
    away.port = '1';
    await expect(migrate(first, away.toString(), away.toString())).rejects.toMatchObject({
      code: 'database.away',
      kind: 'transient',
    });
  });
});

/**
 * A door before the server. While it is armed, a new connection's greeting and the server's last words come in one piece,
 * as they do when the server is killed just then and the process is too busy to look in between.
 */
async function doorThatEnds(
  url: string,
): Promise<{ readonly door: Server; readonly url: string; readonly told: { armed: boolean; ended: number } }> {
  const told = { armed: false, ended: 0 };
  const words = Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0');
  const length = Buffer.alloc(4);
  length.writeInt32BE(words.length + 4);
  const greeting = Buffer.from('Z\0\0\0\x05I', 'latin1');
  const door = createServer((client) => {
    const server = connectTo({ port: Number(new URL(url).port), host: new URL(url).hostname });
    let greeted = false;
    server.on('data', (chunk: Buffer) => {
      const first = !greeted && chunk.subarray(-greeting.length).equals(greeting);
      greeted ||= first;
      if (!first || !told.armed) return void client.write(chunk);
      told.ended += 1;
      client.end(Buffer.concat([chunk, Buffer.from('E'), length, words]));
      server.destroy();
    });
    client.on('data', (chunk: Buffer) => void server.write(chunk));
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const)
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  through.port = String((door.address() as AddressInfo).port);
  return { door, told, url: through.toString() };
}
