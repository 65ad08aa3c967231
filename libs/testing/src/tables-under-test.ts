import { type DataSource } from 'typeorm';
import { SERVICES } from '@clearway/contracts';
import {
  migrate,
  scratchDatabase,
  schemaOf,
  serviceDataSource,
  type ScratchDatabase,
  type ServiceDatabase,
} from '@clearway/persistence';

/** A statement that a service's role was allowed, or what it was refused with. */
export interface Attempt {
  readonly statement: string;
  /** SQLSTATE; `42501` is "insufficient privilege"; undefined where the statement was carried out. */
  readonly refused: string | undefined;
}

/** The tables of one service as its migrations make them in an empty database, beside the schemas of all others. */
export class TablesUnderTest {
  private readonly open: DataSource[] = [];

  private constructor(
    readonly database: ServiceDatabase,
    private readonly scratch: ScratchDatabase,
  ) {}

  static async create(database: ServiceDatabase): Promise<TablesUnderTest> {
    return new TablesUnderTest(database, await scratchDatabase(SERVICES));
  }

  async close(): Promise<void> {
    for (const source of this.open.splice(0)) await source.destroy();
    await this.scratch.drop();
  }

  /** As a process does when it starts. */
  migrate(): Promise<{ readonly ran: number }> {
    const { ownerUrl, databaseUrl } = this.scratch.of(this.database.service);
    return migrate(this.database, ownerUrl, databaseUrl);
  }

  /** A connection as the role that the service runs as. */
  asService(): Promise<DataSource> {
    return this.as(this.scratch.of(this.database.service).databaseUrl);
  }

  /** What only an administrator of the database can do. */
  async asAdministrator(sql: string): Promise<void> {
    await (await this.as(this.scratch.adminUrl)).query(sql);
  }

  /** Every column, key and index of the service's schema, one a line. */
  async shape(): Promise<string[]> {
    const admin = await this.as(this.scratch.adminUrl);
    const rows: { line: string }[] = await admin.query(
      `SELECT concat_ws(' ', 'column', table_name, column_name, data_type, character_maximum_length, is_nullable, column_default) AS line FROM information_schema.columns WHERE table_schema = $1
       UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = $1 ORDER BY 1`,
      [schemaOf(this.database.service)],
    );
    return rows.map(({ line }) => line);
  }

  /** Tables of which a row could be reached without saying whose it is: the office is not the first part of their key. */
  async tablesKeyedWithoutOffice(): Promise<string[]> {
    const admin = await this.as(this.scratch.adminUrl);
    const rows: { name: string }[] = await admin.query(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
         LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
       WHERE n.nspname = $1 AND c.relkind = 'r' AND a.attname IS DISTINCT FROM 'office' ORDER BY 1`,
      [schemaOf(this.database.service)],
    );
    return rows.map(({ name }) => name);
  }

  /** What the service's role may do outside of its schema, and to its own tables beyond their rows: all of it must be refused. */
  async forbidden(): Promise<Attempt[]> {
    const own = schemaOf(this.database.service);
    const others = SERVICES.map(schemaOf).filter((schema) => schema !== own);
    const admin = await this.as(this.scratch.adminUrl);
    for (const schema of others) await admin.query(`CREATE TABLE IF NOT EXISTS ${schema}.probe (one int)`);
    const attempts = [
      ...others.flatMap((schema) => [
        `SELECT * FROM ${schema}.probe`,
        `INSERT INTO ${schema}.probe VALUES (1)`,
        `CREATE TABLE ${schema}.mine (one int)`,
      ]),
      'CREATE TABLE public.mine (one int)',
      'CREATE SCHEMA mine',
      `CREATE TABLE ${own}.mine (one int)`,
      `ALTER TABLE ${own}.audit ADD COLUMN mine int`,
      `DROP TABLE ${own}.inbox`,
      `UPDATE ${own}.audit SET actor = 'user:nobody'`,
      `DELETE FROM ${own}.audit`,
      `TRUNCATE ${own}.audit`,
      `DELETE FROM ${own}.migration`,
      `SET ROLE ${this.scratch.name}_${own}_owner`,
    ];
    const service = await this.asService();
    const made: Attempt[] = [];
    for (const statement of attempts) {
      const refused = await service.query(statement).then(
        () => undefined,
        (error: { readonly driverError?: { readonly code?: string } }) => error.driverError?.code ?? 'unknown',
      );
      made.push({ statement, refused });
    }
    return made;
  }

  private async as(url: string): Promise<DataSource> {
    const source = await serviceDataSource(this.database, url, 2).initialize();
    this.open.push(source);
    return source;
  }
}
