import { ServiceModule } from '@clearway/messaging';
import { type DynamicModule, Module } from '@nestjs/common';
import { CloseRun } from './closing/close-run.consumer';
import { ClosingBooks } from './closing/closing-books';
import { type DocumentsConfiguration } from './configuration';
import { DOCUMENTS_ENTITIES } from './database';
import { DrawRun } from './drawing/draw-run.consumer';
import { Drawing } from './drawing/drawing';
import { BatchContents } from './filing-book/batch-contents';
import { BookPurger } from './filing-book/book.purger';
import { FilingActs } from './filing-book/filing-acts';
import { FilingDesk } from './filing-book/filing-desk';
import { FilingsController } from './filing-book/filings.controller';
import { OfficeBook } from './filing-book/office-book';
import { TakingIn } from './filing-book/taking-in';
import { BookFiles } from './filing-exchange/book-files';
import { CourtAnswers } from './filing-exchange/court-answers';
import { CourtLists } from './filing-exchange/court-lists';
import { Exchanging } from './filing-exchange/exchanging';
import { DOCUMENTS_MIGRATIONS } from './migrations';
import { PacketsController } from './packets/packets.controller';

/** Determinations in; results, reports and papers out; and the office's book of what was filed. */
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
      purger: BookPurger,
      providers: [
        Drawing,
        ClosingBooks,
        OfficeBook,
        BatchContents,
        TakingIn,
        Exchanging,
        FilingDesk,
        FilingActs,
        CourtAnswers,
        CourtLists,
        BookFiles,
      ],
      controllers: [PacketsController, FilingsController],
    });
    return { module: DocumentsModule, imports: [service] };
  }
}
