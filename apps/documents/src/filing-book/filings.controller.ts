import {
  filingBatch,
  filingBatches,
  filingBook,
  filingEvents,
  filingList,
  filingMatchAnswers,
  filingMatchList,
  filingReceipt,
  filingVerified,
  recordFiling,
} from '@clearway/contracts';
import { type Answer, type Asked, Question } from '@clearway/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { BookFiles } from '../filing-exchange/book-files';
import { CourtAnswers } from '../filing-exchange/court-answers';
import { CourtLists } from '../filing-exchange/court-lists';
import { FilingActs } from './filing-acts';
import { FilingDesk } from './filing-desk';

@Controller()
export class FilingsController {
  constructor(
    private readonly desk: FilingDesk,
    private readonly acts: FilingActs,
    private readonly answers: CourtAnswers,
    private readonly lists: CourtLists,
    private readonly files: BookFiles,
  ) {}

  @Question(filingBatches)
  batches(@Payload() asked: Asked<typeof filingBatches>): Promise<Answer<typeof filingBatches>> {
    return this.desk.batches(asked);
  }

  @Question(filingBatch)
  batch(@Payload() asked: Asked<typeof filingBatch>): Promise<Answer<typeof filingBatch>> {
    return this.desk.batch(asked);
  }

  @Question(filingVerified)
  verify(@Payload() asked: Asked<typeof filingVerified>): Promise<Answer<typeof filingVerified>> {
    return this.desk.verify(asked);
  }

  @Question(filingEvents)
  events(@Payload() asked: Asked<typeof filingEvents>): Promise<Answer<typeof filingEvents>> {
    return this.desk.events(asked);
  }

  @Question(recordFiling)
  record(@Payload() asked: Asked<typeof recordFiling>): Promise<Answer<typeof recordFiling>> {
    return this.acts.record(asked);
  }

  @Question(filingReceipt)
  receipt(@Payload() asked: Asked<typeof filingReceipt>): Promise<Answer<typeof filingReceipt>> {
    return this.answers.receipt(asked);
  }

  @Question(filingMatchList)
  matchList(@Payload() asked: Asked<typeof filingMatchList>): Promise<Answer<typeof filingMatchList>> {
    return this.lists.matchList(asked);
  }

  @Question(filingMatchAnswers)
  matchAnswers(@Payload() asked: Asked<typeof filingMatchAnswers>): Promise<Answer<typeof filingMatchAnswers>> {
    return this.answers.matches(asked);
  }

  @Question(filingList)
  list(@Payload() asked: Asked<typeof filingList>): Promise<Answer<typeof filingList>> {
    return this.lists.list(asked);
  }

  @Question(filingBook)
  book(@Payload() asked: Asked<typeof filingBook>): Promise<Answer<typeof filingBook>> {
    return this.files.of(asked);
  }
}
