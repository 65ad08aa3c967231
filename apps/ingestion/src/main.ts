import { startService } from '@clearway/messaging';
import { INGESTION_SETTINGS } from './configuration';
import { IngestionModule } from './ingestion.module';

void startService('ingestion', INGESTION_SETTINGS, (configuration) => IngestionModule.with(configuration));
