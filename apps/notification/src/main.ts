import { startService } from '@clearway/messaging';
import { SERVICE_SETTINGS } from '@clearway/platform';
import { NotificationModule } from './notification.module';

void startService('notification', SERVICE_SETTINGS, (configuration) => NotificationModule.with(configuration));
