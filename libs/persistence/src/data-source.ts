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
    extra: { options: `-c search_path=${schema}`, connectionTimeoutMillis: 10_000, keepAlive: true },
    poolErrorHandler: () => undefined,
  });
}
