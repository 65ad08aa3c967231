import { ServiceModule } from '@clearway/messaging';
import { type ServiceConfiguration } from '@clearway/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { NOTIFICATION_ENTITIES } from './database';
import { NOTIFICATION_MIGRATIONS } from './migrations';
import { NoticesController } from './notices/notices.controller';
import { WriteNotices } from './writing/write-notices.consumer';
import { Writing } from './writing/writing';

/** Determinations in; mail-merge files out. Its tables hold hashes only: there is nothing to purge in them. */
@Module({})
export class NotificationModule {
  static with(configuration: ServiceConfiguration): DynamicModule {
    const service = ServiceModule.forService({
      service: 'notification',
      configuration,
      stage: 'drawing',
      entities: NOTIFICATION_ENTITIES,
      migrations: NOTIFICATION_MIGRATIONS,
      consumers: [WriteNotices],
      providers: [Writing],
      controllers: [NoticesController],
    });
    return { module: NotificationModule, imports: [service] };
  }
}
