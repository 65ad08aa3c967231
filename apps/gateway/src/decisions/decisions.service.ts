import {
  addDecision,
  type DecisionRequest,
  decisionsFile,
  decisionsPage,
  importDecisionsFile,
  type AnsweredFile,
  undoDecision,
} from '@clearway/contracts';
import { ContentStore } from '@clearway/content-store';
import { type Answer, QuestionClient, UnitOfWork } from '@clearway/messaging';
import { CodedError } from '@clearway/platform';
import { parseCalendarDate } from '@clearway/record';
import { Injectable } from '@nestjs/common';
import { IncomingMessage } from 'node:http';
import { Caller, NO_RUN } from '../identity/caller';
import { ApiProblem } from '../problems/api-problem';
import { type ImportedFile } from '../corrections/correction.dto';
import { unusableFile } from '../problems/unusable-file';
import { RunsService } from '../runs/runs.service';
import { receiveFile } from '../uploads/received-file';
import { type DecisionBody, type DecisionsQuery } from './decision.dto';

/** An office's whole file is read and checked. */
const FILE_MILLISECONDS = 10 * 60 * 1000;

type Recorded = Answer<typeof addDecision>;

/** The decisions of an office: eligibility keeps them, the door notes who asked for what. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly runs: RunsService,
    private readonly questions: QuestionClient,
    private readonly work: UnitOfWork,
    private readonly caller: Caller,
    private readonly store: ContentStore,
  ) {}

  async list(office: string, { run, state, limit, after }: DecisionsQuery): Promise<Answer<typeof decisionsPage>> {
    if (run !== undefined) await this.runs.findKept(office, run);
    return this.questions.ask(decisionsPage, {
      office,
      run: run ?? null,
      state: state ?? null,
      limit,
      cursor: after ?? null,
    });
  }

  async file(office: string): Promise<AnsweredFile> {
    const { file } = await this.questions.ask(decisionsFile, { office });
    if (!file) throw new ApiProblem(404, 'decisions.none', 'This office has recorded no decision yet.');
    return file;
  }

  async add(
    office: string,
    run: string,
    person: string,
    conviction: string,
    { by, on, ...decision }: DecisionBody,
  ): Promise<Recorded> {
    await this.runs.findKept(office, run);
    const signed = { by: by ?? '', on: on === undefined ? 0 : parseCalendarDate(on) };
    const asked = {
      office,
      run,
      actor: this.caller.actor(),
      person,
      conviction,
      decision: decision as DecisionRequest,
      signed,
    };
    const recorded = await this.questions.ask(addDecision, asked).catch(fieldProblem);
    if (!recorded.known) await this.audit(office, run, 'decision.recorded', recorded.event.hash);
    return recorded;
  }

  /** A decisions file of the command line: what the office has not yet is added to its history, also who is one person. */
  async importFile(office: string, run: string, request: IncomingMessage): Promise<ImportedFile> {
    await this.runs.findKept(office, run);
    const kept = { owner: `${office}/${run}`, kind: 'decisions file', tooLarge: 'decisions.too-large' };
    const file = await receiveFile(this.store, request, kept);
    const { head, ...imported } = await this.questions
      .ask(importDecisionsFile, { office, run, actor: this.caller.actor(), file }, FILE_MILLISECONDS)
      .catch(unusableFile);
    await this.audit(office, run, 'decisions.imported', head ?? file);
    return imported;
  }

  async undo(office: string, id: string, reason: string): Promise<Recorded> {
    const recorded = await this.questions
      .ask(undoDecision, { office, actor: this.caller.actor(), id, reason })
      .catch((error: unknown) => {
        if (error instanceof CodedError && error.code === 'decision.unknown')
          throw new ApiProblem(404, error.code, error.message);
        throw error;
      });
    if (!recorded.known) await this.audit(office, recorded.event.run, 'decision.undone', recorded.event.hash);
    return recorded;
  }

  private async audit(office: string, run: string, action: string, after: string): Promise<void> {
    await this.work.run(
      { office, run: run || NO_RUN, revision: 1, actor: this.caller.actor(), causation: null },
      (transaction) => transaction.audit(action, { after }),
    );
  }
}

/** What eligibility refuses of a decision names the field of the body. */
function fieldProblem(error: unknown): never {
  if (error instanceof CodedError && error.code === 'decision.refused') {
    throw new ApiProblem(
      422,
      error.code,
      'The decision cannot be recorded as it is; the field that is wrong is named with its cure.',
      (error.fields ?? []).map((path) => ({ path, message: error.message })),
    );
  }
  throw error;
}
