import { ServiceModule } from '@clearway/messaging';
import { type DynamicModule, Module } from '@nestjs/common';
import { CloseRun } from './closing/close-run.consumer';
import { ClosingBooks } from './closing/closing-books';
import { type DocumentsConfiguration } from './configuration';
import { DOCUMENTS_ENTITIES } from './database';
import { DrawRun } from './drawing/draw-run.consumer';
import { Drawing } from './drawing/drawing';
import { DOCUMENTS_MIGRATIONS } from './migrations';
import { PacketsController } from './packets/packets.controller';

/** Determinations in; results, reports and papers out. Its tables hold hashes only: there is nothing to purge in them. */
@Module({})
export class DocumentsModule {
  static with(configuration: DocumentsConfiguration): DynamicModule {
    const service = ServiceModule.forService({
      service: 'documents',
      configuration,
      stage: 'drawing',
      entities: DOCUMENTS_ENTITIES,
      migrations: DOCUMENTS_MIGRATIONS,
      consumers: [DrawRun, CloseRun],
      providers: [Drawing, ClosingBooks],
      controllers: [PacketsController],
    });
    return { module: DocumentsModule, imports: [service] };
  }
}
