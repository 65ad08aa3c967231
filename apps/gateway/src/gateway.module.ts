import { ServiceModule } from '@clearway/messaging';
import { type ServiceConfiguration } from '@clearway/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AuditController, AuditTrail } from './audit/audit.controller';
import { ConvictionsController } from './convictions/convictions.controller';
import { ExplanationController } from './convictions/explanation.controller';
import { CorrectionsController } from './corrections/corrections.controller';
import { CorrectionUses } from './corrections/correction-uses';
import { CorrectionsService } from './corrections/corrections.service';
import { GATEWAY_ENTITIES } from './database';
import { DeadLettersController } from './dead-letters/dead-letters.controller';
import { DeadLettersService } from './dead-letters/dead-letters.service';
import { DecisionsController } from './decisions/decisions.controller';
import { DecisionsService } from './decisions/decisions.service';
import { BatchesController } from './filings/batches.controller';
import { BookController } from './filings/book.controller';
import { CourtFilesController } from './filings/court-files.controller';
import { CourtFilesService } from './filings/court-files.service';
import { FilingsService } from './filings/filings.service';
import { FollowController } from './follow/follow.controller';
import { FollowService } from './follow/follow.service';
import { Caller } from './identity/caller';
import { GATEWAY_MIGRATIONS } from './migrations';
import { OutputsController } from './outputs/outputs.controller';
import { OutputsService } from './outputs/outputs.service';
import { ProblemFilter } from './problems/problem.filter';
import { ReviewController } from './review/review.controller';
import { ReviewService } from './review/review.service';
import { SamePersonController } from './review/same-person/same-person.controller';
import { SamePersonService } from './review/same-person/same-person.service';
import { CaseFiles } from './runs/case-files';
import { DoneListFiles } from './runs/done-lists';
import { RevisionsController } from './runs/revisions.controller';
import { RevisionsService } from './runs/revisions.service';
import { RUN_PROJECTORS } from './runs/run-projector';
import { RunsController } from './runs/runs.controller';
import { RunsService } from './runs/runs.service';
import { SettingsOfRequest } from './runs/settings-of-request';
import { SourceInputs } from './runs/source-inputs';
import { UploadsController } from './uploads/uploads.controller';
import { UploadsService } from './uploads/uploads.service';

@Module({})
export class GatewayModule {
  static with(configuration: ServiceConfiguration): DynamicModule {
    return {
      module: GatewayModule,
      imports: [
        ServiceModule.forService({
          service: 'gateway',
          configuration,
          stage: 'drawing',
          entities: GATEWAY_ENTITIES,
          migrations: GATEWAY_MIGRATIONS,
          consumers: RUN_PROJECTORS,
          providers: [Caller, UploadsService, CaseFiles, DoneListFiles, SourceInputs, SettingsOfRequest, RunsService, RevisionsService, ReviewService, SamePersonService, DecisionsService, CorrectionsService, CorrectionUses, FilingsService, CourtFilesService, FollowService, OutputsService, DeadLettersService, AuditTrail, { provide: APP_FILTER, useClass: ProblemFilter }],
          // Fixed addresses stand before those with a name in them.
          controllers: [UploadsController, RunsController, RevisionsController, FollowController, ConvictionsController, ExplanationController, ReviewController, SamePersonController, DecisionsController, CorrectionsController, CourtFilesController, BatchesController, BookController, OutputsController, DeadLettersController, AuditController],
        }),
      ],
    };
  }
}
