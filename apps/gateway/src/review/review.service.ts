import { ContentStore } from '@clearway/content-store';
import {
  certificateOfSample,
  drawnSample,
  publicDefenderList,
  reviewImport,
  reviewWorkbookOfRun,
  type AnsweredFile,
  type SampleCertificate,
  type WorkbookProblem,
} from '@clearway/contracts';
import { QuestionClient, UnitOfWork } from '@clearway/messaging';
import { Injectable } from '@nestjs/common';
import { IncomingMessage } from 'node:http';
import { Caller } from '../identity/caller';
import { OutputsService } from '../outputs/outputs.service';
import { ApiProblem } from '../problems/api-problem';
import { RunsService } from '../runs/runs.service';
import { receiveWorkbook, workbookProblem } from './returned-workbook';

export interface ImportAnswer {
  /** New decisions by kind. */
  readonly recorded: Readonly<Record<string, number>>;
  /** Decisions that the office had already. */
  readonly known: number;
  /** Questions about who is one person that nobody could answer: they are asked again. */
  readonly cannotTell: number;
  /** People whom new decisions about who is one person touch. */
  readonly touched: number;
  /** Cells of rows that were left out; none unless the import is partial. */
  readonly leftOut: readonly WorkbookProblem[];
}

/** A whole county is read for these. */
const WORKBOOK_MILLISECONDS = 10 * 60 * 1000;

/** Workbooks out and in: eligibility makes and reads them, the door hands them through and notes who sent what. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly runs: RunsService,
    private readonly outputs: OutputsService,
    private readonly questions: QuestionClient,
    private readonly store: ContentStore,
    private readonly work: UnitOfWork,
    private readonly caller: Caller,
  ) {}

  async workbook(office: string, run: string, all: boolean): Promise<AnsweredFile> {
    await this.runs.findKept(office, run);
    return (await this.questions.ask(reviewWorkbookOfRun, { office, run, all }, WORKBOOK_MILLISECONDS)).file;
  }

  async import(office: string, run: string, partial: boolean, request: IncomingMessage): Promise<ImportAnswer> {
    const { revision } = await this.runs.findKept(office, run);
    const workbook = await receiveWorkbook(this.store, request, `${office}/${run}`);
    const actor = this.caller.actor();
    const { taken, recorded, known, cannotTell, touched, head, problems, problemsInAll } = await this.questions.ask(
      reviewImport,
      { office, run, actor, workbook, partial },
      WORKBOOK_MILLISECONDS,
    );
    if (!taken) throw workbookProblem('review.unusable', problems, problemsInAll);
    const scope = { office, run, revision, actor, causation: null };
    await this.work.run(scope, (transaction) =>
      transaction.audit('review.imported', { before: workbook, ...(head === null ? {} : { after: head }) }),
    );
    return { recorded, known, cannotTell, touched, leftOut: problems };
  }

  async publicDefender(office: string, run: string, format: 'csv' | 'pdf'): Promise<AnsweredFile> {
    await this.runs.findKept(office, run);
    return (await this.questions.ask(publicDefenderList, { office, run, format }, WORKBOOK_MILLISECONDS)).file;
  }

  /** Of one revision, or of the newest that is done. */
  async sample(
    office: string,
    run: string,
    {
      sample,
      seed,
      revision,
    }: { readonly sample: number; readonly seed: string; readonly revision?: number | undefined },
  ): Promise<AnsweredFile> {
    await this.runs.findKept(office, run);
    const { items } = await this.outputs.list(office, run, revision);
    const results = items.filter(({ name }) => /^Prop64_Results(?:_\d+)?\.csv$/.test(name)).map(({ sha256 }) => sha256);
    if (results.length === 0)
      throw new ApiProblem(
        409,
        'run.not-done',
        'The results of this run are not written yet; a sample can be drawn when it is done.',
      );
    return (await this.questions.ask(drawnSample, { office, run, results, sample, seed }, WORKBOOK_MILLISECONDS)).file;
  }

  async certificate(office: string, run: string, request: IncomingMessage): Promise<SampleCertificate> {
    const { revision } = await this.runs.findKept(office, run);
    const workbook = await receiveWorkbook(this.store, request, `${office}/${run}`);
    const { certificate, problems, problemsInAll } = await this.questions.ask(
      certificateOfSample,
      { office, run, workbook },
      WORKBOOK_MILLISECONDS,
    );
    if (!certificate) throw workbookProblem('certify.unusable', problems, problemsInAll);
    const scope = { office, run, revision, actor: this.caller.actor(), causation: null };
    await this.work.run(scope, (transaction) => transaction.audit('sample.certified', { before: workbook }));
    return certificate;
  }
}
