import { ContentStore } from '@clearway/content-store';
import { type AnsweredFile, filingMatchAnswers, filingMatchList, filingReceipt } from '@clearway/contracts';
import { type Answer, QuestionClient, UnitOfWork } from '@clearway/messaging';
import { Injectable } from '@nestjs/common';
import { IncomingMessage } from 'node:http';
import { Caller, NO_RUN } from '../identity/caller';
import { RunsService } from '../runs/runs.service';
import { receiveFile } from '../uploads/received-file';
import { type MatchListBody, type ReceiptQuery } from './filing.dto';
import { courtFileProblem, filingProblem } from './filing-problem';

type Receipt = Answer<typeof filingReceipt>;
type MatchAnswers = Answer<typeof filingMatchAnswers>;

export interface ReceiptAnswer extends Pick<Receipt, 'recorded' | 'known' | 'passedOver' | 'batches' | 'events'> {
  readonly leftOut: Receipt['problems'];
}

const FILE_MILLISECONDS = 10 * 60 * 1000;

/** What goes to courts to be filled in, and what they send back. Their files are read and destroyed; the book has their hashes. */
@Injectable()
export class CourtFilesService {
  /** How many read a file: the same can be sent twice at once. */
  private readonly reading = new Map<string, number>();

  constructor(
    private readonly runs: RunsService,
    private readonly questions: QuestionClient,
    private readonly store: ContentStore,
    private readonly work: UnitOfWork,
    private readonly caller: Caller,
  ) {}

  /** Null: every case was asked about and answered. */
  async matchList(office: string, run: string, body: MatchListBody): Promise<AnsweredFile | null> {
    await this.runs.findKept(office, run);
    const { test, withoutTest, court, format } = body;
    const asked = {
      office,
      run,
      actor: this.caller.actor(),
      test: test ?? null,
      withoutTest,
      court: court ?? null,
      format,
    };
    const { file } = await this.questions.ask(filingMatchList, asked, FILE_MILLISECONDS).catch(filingProblem);
    if (file) await this.audit(office, 'filing.match-asked', { after: file.sha256 }, run);
    return file;
  }

  async matchAnswers(
    office: string,
    name: string,
    request: IncomingMessage,
  ): Promise<Omit<MatchAnswers, 'taken' | 'problems' | 'problemsInAll' | 'head'>> {
    return this.received(office, request, async (file) => {
      const asked = { office, actor: this.caller.actor(), file, name };
      const answered = await this.questions.ask(filingMatchAnswers, asked, FILE_MILLISECONDS).catch(filingProblem);
      const { taken, problems, problemsInAll, head, recorded, known, unanswered, open, events } = answered;
      if (!taken) throw courtFileProblem('match.unusable', problems, problemsInAll);
      await this.audit(office, 'filing.match-answered', { before: file, ...(head === null ? {} : { after: head }) });
      return { recorded, known, unanswered, open, events };
    });
  }

  async receipt(
    office: string,
    { name, batch, on, partial }: ReceiptQuery,
    request: IncomingMessage,
  ): Promise<ReceiptAnswer> {
    return this.received(office, request, async (file) => {
      const asked = {
        office,
        actor: this.caller.actor(),
        file,
        name,
        batch: batch ?? null,
        on: on ?? null,
        partial: partial === 'true',
      };
      const answered = await this.questions.ask(filingReceipt, asked, FILE_MILLISECONDS).catch(filingProblem);
      const { taken, problems, problemsInAll, head, recorded, known, passedOver, batches, events } = answered;
      if (!taken) throw courtFileProblem('receipt.unusable', problems, problemsInAll);
      await this.audit(office, 'filing.receipt', { before: file, ...(head === null ? {} : { after: head }) });
      return { recorded, known, passedOver, leftOut: problems, batches, events };
    });
  }

  /** The file is there while it is read, and destroyed then: nobody keeps names that the book does not need. */
  private async received<Result>(
    office: string,
    request: IncomingMessage,
    read: (file: string) => Promise<Result>,
  ): Promise<Result> {
    const file = await receiveFile(this.store, request, { kind: "court's file", tooLarge: 'court-file.too-large' });
    this.reading.set(file, (this.reading.get(file) ?? 0) + 1);
    try {
      return await read(file);
    } finally {
      const others = (this.reading.get(file) ?? 1) - 1;
      this.reading.set(file, others);
      if (others === 0) await this.destroy(office, file);
    }
  }

  /** Unless something else of the office is the same bytes. */
  private async destroy(office: string, file: string): Promise<void> {
    this.reading.delete(file);
    const owner = `${office}/received-${file.slice(0, 48)}`;
    await this.store.pin(file, owner);
    await this.store.release(owner);
  }

  private async audit(
    office: string,
    action: string,
    hashes: { readonly before?: string; readonly after?: string },
    run: string = NO_RUN,
  ): Promise<void> {
    const scope = { office, run, revision: 1, actor: this.caller.actor(), causation: null };
    await this.work.run(scope, (transaction) => transaction.audit(action, hashes));
  }
}
