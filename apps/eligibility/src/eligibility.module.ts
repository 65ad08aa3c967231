import { Module, type DynamicModule } from '@nestjs/common';
import { ServiceModule } from '@clearway/messaging';
import { type EligibilityConfiguration } from './configuration';
import { DecideBatch } from './deciding/decide-batch.consumer';
import { Deciding } from './deciding/deciding';
import { SealHistories } from './deciding/seal-histories.consumer';
import { Sealing } from './deciding/sealing';
import { ELIGIBILITY_ENTITIES } from './determinations/determination.entities';
import { Determinations } from './determinations/determinations';
import { DeterminationsController } from './determinations/determinations.controller';
import { EligibilityPurger } from './determinations/eligibility.purger';
import { ELIGIBILITY_MIGRATIONS } from './migrations';

/** Histories in, determinations out. */
@Module({})
export class EligibilityModule {
  static with(configuration: EligibilityConfiguration): DynamicModule {
    const service = ServiceModule.forService({
      service: 'eligibility',
      configuration,
      stage: 'deciding',
      entities: ELIGIBILITY_ENTITIES,
      migrations: ELIGIBILITY_MIGRATIONS,
      consumers: [DecideBatch, SealHistories],
      purger: EligibilityPurger,
      providers: [Deciding, Sealing, Determinations],
      controllers: [DeterminationsController],
    });
    return { module: EligibilityModule, imports: [service] };
  }
}
