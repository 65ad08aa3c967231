import {
  type AnsweredFile,
  FILING_LISTS,
  type FilingAct,
  filingBatch,
  filingBatches,
  filingBook,
  filingEvents,
  filingList,
  filingVerified,
  recordFiling,
} from '@clearway/contracts';
import { type Answer, QuestionClient, UnitOfWork } from '@clearway/messaging';
import { Clock, CodedError } from '@clearway/platform';
import { Injectable } from '@nestjs/common';
import { Caller, NO_RUN } from '../identity/caller';
import { ApiProblem } from '../problems/api-problem';
import { RunsService } from '../runs/runs.service';
import { type BatchesQuery, type BatchQuery, type EventsQuery, type ListQuery } from './filing.dto';
import { dangersNotRead, filingProblem } from './filing-problem';

type Recorded = Answer<typeof recordFiling>;
type List = Answer<typeof filingList>;
type FilingListName = (typeof FILING_LISTS)[number];

/** Every file of a batch is read for these. */
const VERIFY_MILLISECONDS = 10 * 60 * 1000;

/** The batches of an office and its book: documents keeps them, the door checks and notes who asked for what. */
@Injectable()
export class FilingsService {
  constructor(
    private readonly runs: RunsService,
    private readonly questions: QuestionClient,
    private readonly work: UnitOfWork,
    private readonly caller: Caller,
    private readonly clock: Clock,
  ) {}

  async batches(office: string, { run, stage, limit, after }: BatchesQuery): Promise<Answer<typeof filingBatches>> {
    if (run !== undefined) await this.runs.findKept(office, run);
    const asked = { office, run: run ?? null, stage: stage ?? null, limit, cursor: after ?? null };
    return this.questions.ask(filingBatches, asked).catch(filingProblem);
  }

  async batch(
    office: string,
    batch: string,
    { standing, limit, after }: BatchQuery,
  ): Promise<Answer<typeof filingBatch>> {
    const asked = { office, batch, standing: standing ?? null, limit, cursor: after ?? null };
    return this.questions.ask(filingBatch, asked).catch(filingProblem);
  }

  async dangerList(office: string, batch: string): Promise<AnsweredFile> {
    const { dangers } = await this.batch(office, batch, { limit: 1 });
    if (!dangers.file)
      throw new ApiProblem(
        404,
        'batch.no-dangers',
        'No danger list stands beside this batch, or it was destroyed with its run.',
      );
    await this.audit(office, 'filing.dangers-read', dangers.file.sha256);
    return dangers.file;
  }

  async verify(office: string, batch: string): Promise<Answer<typeof filingVerified>> {
    const asked = { office, batch, actor: this.caller.actor() };
    const verified = await this.questions.ask(filingVerified, asked, VERIFY_MILLISECONDS).catch(filingProblem);
    await this.audit(office, 'filing.verified');
    return verified;
  }

  async record(office: string, act: FilingAct): Promise<Recorded> {
    const asked = { office, actor: this.caller.actor(), act };
    const recorded = await this.questions
      .ask(recordFiling, asked, VERIFY_MILLISECONDS)
      .catch(async (error: unknown) => {
        if (act.act === 'release' && error instanceof CodedError && error.code === 'batch.dangers-not-read')
          throw dangersNotRead((await this.batch(office, act.batch, { limit: 1 })).dangers);
        return filingProblem(error);
      });
    if (!recorded.known)
      await this.audit(office, `filing.${act.act}`, recorded.head ?? undefined, recorded.batch?.runs[0]);
    return recorded;
  }

  async events(office: string, { batch, limit, after }: EventsQuery): Promise<Answer<typeof filingEvents>> {
    const asked = { office, batch: batch ?? null, limit, cursor: after ?? null };
    return this.questions.ask(filingEvents, asked).catch(filingProblem);
  }

  async list(office: string, list: FilingListName, query: ListQuery): Promise<List> {
    const answered = await this.questions
      .ask(filingList, this.asked(office, list, query), VERIFY_MILLISECONDS)
      .catch(filingProblem);
    if (answered.file) await this.audit(office, `filing.list-${list}`, answered.file.sha256);
    return answered;
  }

  async book(office: string): Promise<AnsweredFile> {
    const { file } = await this.questions.ask(filingBook, { office, part: 'whole' }, VERIFY_MILLISECONDS);
    if (!file)
      throw new ApiProblem(
        404,
        'book.empty',
        'This office has no book of filings yet; it begins with the first batch or list of cases.',
      );
    await this.audit(office, 'filing.book-read', file.sha256);
    return file;
  }

  private asked(office: string, list: FilingListName, { format, asOf, batch }: ListQuery) {
    const now = this.clock.now();
    const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
    return {
      office,
      actor: this.caller.actor(),
      list,
      batch: batch ?? null,
      asOf: asOf ?? today,
      format: format ?? null,
    };
  }

  private async audit(office: string, action: string, after?: string, run: string = NO_RUN): Promise<void> {
    const scope = { office, run, revision: 1, actor: this.caller.actor(), causation: null };
    await this.work.run(scope, (transaction) => transaction.audit(action, after === undefined ? {} : { after }));
  }
}
