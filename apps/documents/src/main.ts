import { startService } from '@clearway/messaging';
import { DOCUMENTS_SETTINGS } from './configuration';
import { DocumentsModule } from './documents.module';

void startService('documents', DOCUMENTS_SETTINGS, (configuration) => DocumentsModule.with(configuration));
