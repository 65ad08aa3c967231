import { Client, type ClientConfig } from 'pg';
import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';

// TypeORM's own types of classes to build.
type Constructor<Of = object> = new (...parameters: never[]) => Of;

export interface ServiceDatabase {
  /** Also the name of the schema. */
  readonly service: string;
  readonly entities: readonly (Constructor | EntitySchema)[];
  readonly migrations: readonly Constructor<MigrationInterface>[];
}

/** The schema of a service: its name, with underscores. */
export function schemaOf(service: string): string {
  return service.replaceAll('-', '_');
}

/**
 * A connection whose loss is always heard. Between the pool, which stops listening when it hands a connection out, and the
 * query runner, which begins a turn later, nobody else listens: a server killed just then would end the whole process. Whoever
 * uses the connection learns of the loss at the next statement.
 */
class HeardClient extends Client {
  constructor(configuration?: string | ClientConfig) {
    super(configuration);
    this.on('error', () => undefined);
  }
}

/**
 * A data source of one service: its own schema, nothing synchronised, nothing logged (statements and parameters are about
 * people). Unqualified names in SQL mean the service's schema.
 */
export function serviceDataSource(database: ServiceDatabase, url: string, poolSize = 8): DataSource {
  const schema = schemaOf(database.service);
  return new DataSource({
    type: 'postgres',
    url,
    schema,
    entities: [...database.entities] as never,
    migrations: [...database.migrations] as never,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    migrationsRun: false,
    logging: false,
    installExtensions: false,
    applicationName: `clearway-${database.service}`,
    poolSize,
    extra: {
      Client: HeardClient,
      options: `-c search_path=${schema}`,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    },
    poolErrorHandler: () => undefined,
  });
}
