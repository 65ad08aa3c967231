import { Module, type DynamicModule } from '@nestjs/common';
import { ServiceModule } from '@clearway/messaging';
import { type IngestionConfiguration } from './configuration';
import { ReadRun } from './indexing/read-run.consumer';
import { Reading } from './indexing/reading';
import { INGESTION_MIGRATIONS } from './migrations';
import { IngestionPurger } from './population/ingestion.purger';
import { PopulationController } from './population/population.controller';
import { INGESTION_ENTITIES } from './population/population.entities';
import { Populations } from './population/populations';
import { Sweeping } from './population/sweeping';

/** Files in, histories out. */
@Module({})
export class IngestionModule {
  static with(configuration: IngestionConfiguration): DynamicModule {
    const service = ServiceModule.forService({
      service: 'ingestion',
      configuration,
      stage: 'indexing',
      entities: INGESTION_ENTITIES,
      migrations: INGESTION_MIGRATIONS,
      consumers: [ReadRun],
      purger: IngestionPurger,
      providers: [Reading, Populations, Sweeping],
      controllers: [PopulationController],
    });
    return { module: IngestionModule, imports: [service] };
  }
}
