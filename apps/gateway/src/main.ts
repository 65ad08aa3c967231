import { startService } from '@clearway/messaging';
import { SERVICE_SETTINGS } from '@clearway/platform';
import { GatewayModule } from './gateway.module';
import { prepareApplication } from './prepare-application';

void startService(
  'gateway',
  SERVICE_SETTINGS,
  (configuration) => GatewayModule.with(configuration),
  prepareApplication,
);
