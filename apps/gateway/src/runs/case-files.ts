import { FactsFileError } from '@clearway/case-facts';
import { ContentStore } from '@clearway/content-store';
import { correctionsFile, decisionsFile, filingBook, type RunSettings } from '@clearway/contracts';
import { QuestionClient } from '@clearway/messaging';
import { readFactsInput } from '@clearway/outputs';
import { CorrectionsFileError, readCorrections } from '@clearway/record';
import { type Policy } from '@clearway/rules';
import { DecisionsFileError, readDecisions } from '@clearway/review';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type FieldProblem } from '../problems/api-problem';
import { UploadEntity } from '../uploads/upload.entity';
import { type CreateRun } from './run.dto';

/** A larger one is no facts file of an office; it would be read whole. */
const MOST_BYTES = 64 << 20;
const ANSWER_MILLISECONDS = 10_000;
/** A county's book is read and printed whole. */
const BOOK_MILLISECONDS = 60_000;

/** Facts files, decisions and corrections of a run: found, and read once, so that a wrong line is told before anything is started. */
@Injectable()
export class CaseFiles {
  constructor(
    private readonly database: DataSource,
    private readonly store: ContentStore,
    private readonly questions: QuestionClient,
  ) {}

  async of(
    office: string,
    { facts, decisions, corrections }: Pick<CreateRun, 'facts' | 'decisions' | 'corrections'>,
    kind: Policy['kind'],
    problems: FieldProblem[],
  ): Promise<Pick<RunSettings, 'facts' | 'decisions' | 'corrections'>> {
    if (kind === 'replay') {
      const cure =
        'a replay decides as it was decided then, without facts of cases, decisions and corrections; leave it out, or name a policy for filing';
      if (facts.length > 0) problems.push({ path: 'facts', message: cure });
      if (decisions !== undefined && decisions !== 'none') problems.push({ path: 'decisions', message: cure });
      if (corrections !== undefined && corrections !== 'none') problems.push({ path: 'corrections', message: cure });
      return { facts: [], decisions: null, corrections: null };
    }
    for (const [index, { name, sha256 }] of facts.entries()) {
      await this.read(office, sha256, `facts.${index}`, problems, (bytes) => void readFactsInput(bytes, index, name));
    }
    return {
      facts,
      decisions: await this.decisionsOf(office, decisions, problems),
      corrections: await this.correctionsOf(office, corrections, problems),
    };
  }

  /** The office's decisions as they stand now, as a file. */
  async ofOffice(office: string): Promise<string | null> {
    const { file } = await this.questions.ask(decisionsFile, { office }, ANSWER_MILLISECONDS);
    return file?.sha256 ?? null;
  }

  /** The values that the office has corrected by now, as a file. */
  async correctionsOfOffice(office: string): Promise<string | null> {
    const { file } = await this.questions.ask(correctionsFile, { office }, ANSWER_MILLISECONDS);
    return file?.sha256 ?? null;
  }

  /** What courts have said of cases by now, for a run that draws papers to be filed. */
  async bookOf(
    office: string,
    { book }: Pick<CreateRun, 'book'>,
    papers: RunSettings['papers'],
    replay: boolean,
  ): Promise<string | null> {
    if (book === 'none' || papers === 'none' || replay) return null;
    const { file } = await this.questions.ask(filingBook, { office, part: 'answers' }, BOOK_MILLISECONDS);
    return file?.sha256 ?? null;
  }

  private async decisionsOf(
    office: string,
    asked: CreateRun['decisions'],
    problems: FieldProblem[],
  ): Promise<string | null> {
    if (asked === 'none') return null;
    // Not when the run cannot be made anyway: nobody is asked for nothing.
    if (asked === undefined || asked === 'office') return problems.length > 0 ? null : this.ofOffice(office);
    await this.read(office, asked, 'decisions', problems, (bytes) => void readDecisions(bytes.toString('utf8')));
    return asked;
  }

  private async correctionsOf(
    office: string,
    asked: CreateRun['corrections'],
    problems: FieldProblem[],
  ): Promise<string | null> {
    if (asked === 'none') return null;
    if (asked === undefined || asked === 'office') return problems.length > 0 ? null : this.correctionsOfOffice(office);
    await this.read(office, asked, 'corrections', problems, (bytes) => void readCorrections(bytes.toString('utf8')));
    return asked;
  }

  private async read(
    office: string,
    sha256: string,
    path: string,
    problems: FieldProblem[],
    read: (bytes: Buffer) => void,
  ): Promise<void> {
    const upload = await this.database.getRepository(UploadEntity).findOne({ where: { office, sha256 } });
    if (!upload || !(await this.store.has(sha256))) {
      problems.push({
        path,
        message: 'is not the hash of a file that this office has uploaded; upload the file first',
      });
      return;
    }
    if (Number(upload.bytes) > MOST_BYTES) {
      problems.push({ path, message: `has more than ${MOST_BYTES >> 20} MB; divide it into several files` });
      return;
    }
    try {
      read(await this.store.read(sha256));
    } catch (error) {
      if (error instanceof FactsFileError)
        problems.push(
          ...error.problems.map(({ line, column, cure }) => ({ path, message: `line ${line}, ${column}: ${cure}` })),
        );
      else if (error instanceof DecisionsFileError || error instanceof CorrectionsFileError)
        problems.push({ path, message: error.message });
      else throw error;
    }
  }
}
