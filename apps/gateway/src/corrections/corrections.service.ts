import { ContentStore } from '@clearway/content-store';
import {
  addCorrections,
  type AnsweredFile,
  correctionsFile,
  correctionsPage,
  importCorrections,
  undoCorrection,
  type WorkbookProblem,
  worklistOfRun,
} from '@clearway/contracts';
import { type Answer, QuestionClient, UnitOfWork } from '@clearway/messaging';
import { CodedError } from '@clearway/platform';
import { parseCalendarDate } from '@clearway/record';
import { Injectable } from '@nestjs/common';
import { IncomingMessage } from 'node:http';
import { Caller } from '../identity/caller';
import { OutputsService } from '../outputs/outputs.service';
import { ApiProblem } from '../problems/api-problem';
import { receiveWorkbook, workbookProblem } from '../review/returned-workbook';
import { RunsService } from '../runs/runs.service';
import { type CorrectionsQuery, type FoundList } from './correction.dto';

/** A whole county's defects are read for these. */
const WORKBOOK_MILLISECONDS = 10 * 60 * 1000;
const ROWS = 'data_quality_rows.csv';

export interface RecordedAnswer {
  readonly recorded: number;
  readonly known: number;
}

/** The corrections of an office: eligibility keeps them, the door notes who asked for what. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly runs: RunsService,
    private readonly outputs: OutputsService,
    private readonly questions: QuestionClient,
    private readonly store: ContentStore,
    private readonly work: UnitOfWork,
    private readonly caller: Caller,
  ) {}

  list(office: string, { state, limit, after }: CorrectionsQuery): Promise<Answer<typeof correctionsPage>> {
    return this.questions.ask(correctionsPage, { office, state: state ?? null, limit, cursor: after ?? null });
  }

  async file(office: string): Promise<AnsweredFile> {
    const { file } = await this.questions.ask(correctionsFile, { office });
    if (!file) throw new ApiProblem(404, 'corrections.none', 'This office has recorded no correction yet.');
    return file;
  }

  async worklist(office: string, run: string, kind: string): Promise<AnsweredFile> {
    await this.runs.findKept(office, run);
    const rows = (await this.outputs.list(office, run)).items.find(({ name }) => name === ROWS)?.sha256;
    if (rows === undefined)
      throw new ApiProblem(
        409,
        'run.not-done',
        'What the data of this run cannot tell is not written yet; wait until it is done.',
      );
    const { file, kinds } = await this.questions.ask(worklistOfRun, { office, run, rows, kind }, WORKBOOK_MILLISECONDS);
    if (file) return file;
    const has = kinds.length === 0 ? 'It has no defects at all.' : `It has: ${kinds.join(', ')}.`;
    throw new ApiProblem(404, 'worklist.not-found', `This run has no defect of that kind. ${has}`);
  }

  async import(
    office: string,
    run: string,
    partial: boolean,
    request: IncomingMessage,
  ): Promise<RecordedAnswer & { readonly leftOut: readonly WorkbookProblem[] }> {
    await this.runs.findKept(office, run);
    const workbook = await receiveWorkbook(this.store, request, `${office}/${run}`);
    const asked = { office, run, actor: this.caller.actor(), workbook, partial };
    const { taken, recorded, known, head, problems, problemsInAll } = await this.questions.ask(
      importCorrections,
      asked,
      WORKBOOK_MILLISECONDS,
    );
    if (!taken) throw workbookProblem('fix.unusable', problems, problemsInAll);
    await this.audit(office, run, 'corrections.imported', {
      before: workbook,
      ...(head === null ? {} : { after: head }),
    });
    return { recorded, known, leftOut: problems };
  }

  async add(office: string, run: string, { corrections }: FoundList): Promise<RecordedAnswer> {
    await this.runs.findKept(office, run);
    const asked = corrections.map(({ by, on, ...found }) => ({
      ...found,
      by: by ?? '',
      on: on === undefined ? 0 : parseCalendarDate(on),
    }));
    const { recorded, known, head } = await this.questions
      .ask(addCorrections, { office, run, actor: this.caller.actor(), corrections: asked })
      .catch(fieldProblem);
    if (recorded > 0 && head !== null) await this.audit(office, run, 'correction.recorded', { after: head });
    return { recorded, known };
  }

  async undo(office: string, id: string, reason: string): Promise<Answer<typeof undoCorrection>> {
    const undone = await this.questions
      .ask(undoCorrection, { office, actor: this.caller.actor(), id, reason })
      .catch((error: unknown) => {
        if (error instanceof CodedError && error.code === 'correction.unknown')
          throw new ApiProblem(404, error.code, error.message);
        throw error;
      });
    if (!undone.known) await this.audit(office, undone.event.run, 'correction.undone', { after: undone.event.hash });
    return undone;
  }

  private async audit(
    office: string,
    run: string,
    action: string,
    hashes: { readonly before?: string; readonly after?: string },
  ): Promise<void> {
    await this.work.run({ office, run, revision: 1, actor: this.caller.actor(), causation: null }, (transaction) =>
      transaction.audit(action, hashes),
    );
  }
}

/** What eligibility refuses of a correction names the field of the body. */
function fieldProblem(error: unknown): never {
  if (error instanceof CodedError && error.code === 'correction.refused') {
    throw new ApiProblem(
      422,
      error.code,
      'The corrections cannot be recorded as they are; the field that is wrong is named with its cure.',
      (error.fields ?? []).map((path) => ({ path, message: error.message })),
    );
  }
  throw error;
}
