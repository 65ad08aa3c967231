import { startService } from '@clearway/messaging';
import { ELIGIBILITY_SETTINGS } from './configuration';
import { EligibilityModule } from './eligibility.module';

void startService('eligibility', ELIGIBILITY_SETTINGS, (configuration) => EligibilityModule.with(configuration));
