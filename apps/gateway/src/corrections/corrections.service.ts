import { ContentStore } from '@clearway/content-store';
import {
  addCorrections,
  type AnsweredFile,
  correctionsFile,
  correctionsPage,
  importCorrections,
  importCorrectionsFile,
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
import { unusableFile } from '../problems/unusable-file';
import { receiveWorkbook, workbookProblem } from '../review/returned-workbook';
import { RunsService } from '../runs/runs.service';
import { receiveFile } from '../uploads/received-file';
import { CorrectionUses, useOf } from './correction-uses';
import { type CorrectionsPage, type CorrectionsQuery, type FoundList, type ImportedFile } from './correction.dto';

/** A whole county's defects are read for these. */
const WORKBOOK_MILLISECONDS = 10 * 60 * 1000;
const ROWS = 'data_quality_rows.csv';

/** A worklist that does not say which files it was made of. */
const NOT_SAID =
  'The worklist does not say which files it was made of, as those of older versions: values of other files come to nothing, and corrections.csv of the next run says no-such-place. Where you are not sure, export it again.';

export interface ImportedAnswer extends RecordedAnswer {
  readonly leftOut: readonly WorkbookProblem[];
  readonly warnings: readonly string[];
}

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
    private readonly uses: CorrectionUses,
  ) {}

  async list(office: string, { state, limit, after, run }: CorrectionsQuery): Promise<CorrectionsPage> {
    const uses = await this.uses.of(office, run);
    const asked = { office, state: state ?? null, limit, cursor: after ?? null };
    const { items, ...page } = await this.questions.ask(correctionsPage, asked);
    const against = { run: uses?.run ?? null, revision: uses?.revision ?? null };
    return { ...against, items: items.map((each) => ({ ...each, use: useOf(each, uses) })), ...page };
  }

  /** A corrections file of the command line: what the office has not yet is added to its history. */
  async importFile(office: string, run: string, request: IncomingMessage): Promise<ImportedFile> {
    await this.runs.findKept(office, run);
    const kept = { owner: `${office}/${run}`, kind: 'corrections file', tooLarge: 'corrections.too-large' };
    const file = await receiveFile(this.store, request, kept);
    const { head, ...imported } = await this.questions
      .ask(importCorrectionsFile, { office, run, actor: this.caller.actor(), file }, WORKBOOK_MILLISECONDS)
      .catch(unusableFile);
    await this.audit(office, run, 'corrections.imported', { before: file, ...(head === null ? {} : { after: head }) });
    return imported;
  }

  async file(office: string): Promise<AnsweredFile> {
    const { file } = await this.questions.ask(correctionsFile, { office });
    if (!file) throw new ApiProblem(404, 'corrections.none', 'This office has recorded no correction yet.');
    return file;
  }

  async worklist(office: string, run: string, kind: string, asked?: number): Promise<AnsweredFile> {
    await this.runs.findKept(office, run);
    const { revision, items } = await this.outputs.list(office, run, asked);
    const rows = items.find(({ name }) => name === ROWS)?.sha256;
    if (rows === undefined)
      throw new ApiProblem(
        409,
        'run.not-done',
        'What the data of this run cannot tell is not written yet; wait until it is done.',
      );
    const question = { office, run, revision, rows, kind };
    const { file, kinds } = await this.questions.ask(worklistOfRun, question, WORKBOOK_MILLISECONDS);
    if (file) return file;
    const has = kinds.length === 0 ? 'It has no defects at all.' : `It has: ${kinds.join(', ')}.`;
    throw new ApiProblem(404, 'worklist.not-found', `This run has no defect of that kind. ${has}`);
  }

  async import(office: string, run: string, partial: boolean, request: IncomingMessage): Promise<ImportedAnswer> {
    await this.runs.findKept(office, run);
    const workbook = await receiveWorkbook(this.store, request, `${office}/${run}`);
    const asked = { office, run, actor: this.caller.actor(), workbook, partial };
    const { taken, recorded, known, head, problems, problemsInAll, saysMadeOf } = await this.questions
      .ask(importCorrections, asked, WORKBOOK_MILLISECONDS)
      .catch(unusableFile);
    if (!taken) throw workbookProblem('fix.unusable', problems, problemsInAll);
    await this.audit(office, run, 'corrections.imported', {
      before: workbook,
      ...(head === null ? {} : { after: head }),
    });
    return { recorded, known, leftOut: problems, warnings: saysMadeOf ? [] : [NOT_SAID] };
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
