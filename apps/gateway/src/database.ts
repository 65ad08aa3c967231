import { BOOKKEEPING } from '@clearway/messaging';
import { type ServiceDatabase } from '@clearway/persistence';
import { RunEventEntity } from './follow/run-event.entity';
import { GATEWAY_MIGRATIONS } from './migrations';
import { RunOutputEntity } from './outputs/run-output.entity';
import { RunRevisionEntity } from './runs/run-revision.entity';
import { RunEntity } from './runs/run.entity';
import { UploadEntity } from './uploads/upload.entity';

export const GATEWAY_ENTITIES = [UploadEntity, RunEntity, RunRevisionEntity, RunEventEntity, RunOutputEntity] as const;

/** What the tool that writes migrations and the tests read. */
export const DATABASE: ServiceDatabase = {
  service: 'gateway',
  entities: [...BOOKKEEPING, ...GATEWAY_ENTITIES],
  migrations: GATEWAY_MIGRATIONS,
};
