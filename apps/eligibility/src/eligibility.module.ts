import { Module, type DynamicModule } from '@nestjs/common';
import { ServiceModule } from '@clearway/messaging';
import { type EligibilityConfiguration } from './configuration';
import { CorrectionsController } from './corrections/corrections.controller';
import { OfficeCorrections } from './corrections/office-corrections';
import { Worklists } from './corrections/worklists';
import { DecideBatch } from './deciding/decide-batch.consumer';
import { Deciding } from './deciding/deciding';
import { SealHistories } from './deciding/seal-histories.consumer';
import { Sealing } from './deciding/sealing';
import { DecisionsController } from './decisions/decisions.controller';
import { OfficeDecisions } from './decisions/office-decisions';
import { DecidedRuns } from './determinations/decided-runs';
import { ELIGIBILITY_ENTITIES } from './determinations/determination.entities';
import { Determinations } from './determinations/determinations';
import { DeterminationsController } from './determinations/determinations.controller';
import { EligibilityPurger } from './determinations/eligibility.purger';
import { StoredConvictions } from './determinations/stored-convictions';
import { ExplanationController } from './explanation/explanation.controller';
import { Explanations } from './explanation/explanations';
import { ELIGIBILITY_MIGRATIONS } from './migrations';
import { ChangesController } from './revisions/changes.controller';
import { DeterminationChanges } from './revisions/determination-changes';
import { RevisionsBefore } from './revisions/revisions-before';
import { ReviewController } from './review/review.controller';
import { ReviewItems } from './review/review-items';
import { Reviewing } from './review/reviewing';
import { Reviews } from './review/reviews';
import { AskedPairs } from './review/same-person/asked-pairs';
import { PurgedPairs } from './review/same-person/purged-pairs';
import { SamePerson } from './review/same-person/same-person';
import { SamePersonController } from './review/same-person/same-person.controller';

/** Histories in, determinations out; and what attorneys decide about them. */
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
      providers: [
        Deciding,
        Sealing,
        RevisionsBefore,
        DeterminationChanges,
        Determinations,
        DecidedRuns,
        StoredConvictions,
        OfficeDecisions,
        OfficeCorrections,
        Worklists,
        AskedPairs,
        PurgedPairs,
        SamePerson,
        Reviewing,
        ReviewItems,
        Reviews,
        Explanations,
      ],
      controllers: [
        DeterminationsController,
        DecisionsController,
        CorrectionsController,
        ReviewController,
        SamePersonController,
        ExplanationController,
        ChangesController,
      ],
    });
    return { module: EligibilityModule, imports: [service] };
  }
}
