import { ContentStore } from '@clearway/content-store';
import { type AnsweredFile, type filingList, type filingMatchList, OutputManifest } from '@clearway/contracts';
import { type ListedSheet, type MatchQuestion, plainName, receiptForm, spreadSample } from '@clearway/court-exchange';
import {
  assertTestCameBack,
  type BatchState,
  bookFacts,
  openLines,
  openList,
  questionsToAsk,
  resendLines,
  resendList,
  rowOfLine,
  standingOf,
  stateDuties,
  stateList,
} from '@clearway/filing-book';
import { type Answer, type Asked, UnitOfWork } from '@clearway/messaging';
import { CodedError, codedErrorOf } from '@clearway/platform';
import { Injectable } from '@nestjs/common';
import { BatchContents } from '../filing-book/batch-contents';
import { batchOf } from '../filing-book/filing-desk';
import { OfficeBook, type StandingBook } from '../filing-book/office-book';
import { Exchanging } from './exchanging';
import { NO_RUN } from './no-run';

type Wanted = Asked<typeof filingList>;
type Lists = Answer<typeof filingList>;

/** A list before it is made a file: each line with its batch, and what it is counted under. */
interface Drawn {
  readonly title: string;
  readonly lines: readonly { readonly batch: string; readonly counted: readonly string[] }[];
  readonly sheet: () => ListedSheet;
}

/** The owner of lists that were made to answer; each goes when the next of its kind is made, or when a run is purged. */
export function listsOwner(office: string, list: string): string {
  return `${office}/filings-${list}`;
}

/** Lists for courts and for people: what to ask, what is open, what goes again, what the state must be told. */
@Injectable()
export class CourtLists {
  constructor(
    private readonly book: OfficeBook,
    private readonly contents: BatchContents,
    private readonly store: ContentStore,
    private readonly exchanging: Exchanging,
    private readonly units: UnitOfWork,
  ) {}

  /** What is not answered of a run's cases; recorded as asked once the file stands. */
  async matchList({
    office,
    run,
    actor,
    test,
    withoutTest,
    court,
    format,
  }: Asked<typeof filingMatchList>): Promise<Answer<typeof filingMatchList>> {
    const all = await this.exchanging.run({ what: 'questions', courtUpdate: await this.courtUpdate(office, run) });
    const name = court === null ? '' : plainName(court);
    const ofCourt = name === '' ? all : all.filter(({ courthouse }) => plainName(courthouse) === name);
    if (ofCourt.length === 0)
      throw new CodedError(
        'match.no-cases',
        'there is no case to ask about: the run has none, or none of this courthouse',
        'refused',
        ['court'],
      );
    const { state } = await this.book.read(office);
    const open = questionsToAsk(state, ofCourt);
    const answered = ofCourt.filter(({ ref }) => state.replies.has(ref)).length;
    const questions = test === null ? open : spreadSample(open, test);
    if (questions.length === 0) return { file: null, questions: 0, of: ofCourt.length, answered };
    if (test === null && !withoutTest) testFirst(state, open);
    const bytes = await this.exchanging.run({ what: 'match-list', questions, format });
    const { sha256, bytes: size } = await this.store.put(bytes, { pin: `${office}/${run}` });
    await this.book.record({ office, run, actor }, () => [
      { kind: 'match-asked', test: test !== null, refs: questions.map(({ ref }) => ref), listSha256: sha256 },
    ]);
    return { file: { sha256, bytes: size }, questions: questions.length, of: ofCourt.length, answered };
  }

  async list(asked: Wanted): Promise<Lists> {
    const { office, actor, list, batch, format } = asked;
    const book = await this.book.read(office);
    if (batch !== null) batchOf(book, batch);
    if (list === 'facts') return this.facts(asked, book);
    const drawn = await this.drawn(asked, book);
    const counts = countedBy(drawn.lines.flatMap(({ counted }) => counted));
    const batches = [...new Set(drawn.lines.map((line) => line.batch))].map((id) => {
      const own = drawn.lines.filter((line) => line.batch === id);
      return { batch: id, lines: own.length, counts: countedBy(own.flatMap(({ counted }) => counted)) };
    });
    const file =
      format === null
        ? null
        : await this.kept(
            office,
            list,
            await this.exchanging.run({ what: 'list', title: drawn.title, sheet: drawn.sheet(), format }),
          );
    if (file) await this.noted(office, actor, list, file);
    return { file, lines: drawn.lines.length, counts, batches };
  }

  private async drawn({ office, list, batch, asOf }: Wanted, book: StandingBook): Promise<Drawn> {
    const { state } = book;
    const ofBatch = <Line extends { readonly batch: BatchState }>(lines: readonly Line[]): readonly Line[] =>
      batch === null ? lines : lines.filter((line) => line.batch.batch === batch);
    const rows = async (lines: readonly { readonly batch: BatchState }[]) => {
      const ids = new Set(lines.map((line) => line.batch.batch));
      return rowOfLine(await this.contents.rowsOf(office, ids), ids);
    };
    switch (list) {
      case 'open': {
        const lines = ofBatch(openLines(state, asOf));
        const rowOf = await rows(lines);
        return {
          title: 'What is open',
          lines: lines.map((line) => ({ batch: line.batch.batch, counted: [line.age] })),
          sheet: () => openList(lines, rowOf),
        };
      }
      case 'resend': {
        const lines = ofBatch(resendLines(state));
        const rowOf = await rows(lines);
        return {
          title: 'What is sent again',
          lines: lines.map((line) => ({ batch: line.batch.batch, counted: [line.line.answer?.answer ?? ''] })),
          sheet: () => resendList(lines, rowOf),
        };
      }
      case 'state': {
        const lines = ofBatch(stateDuties(state, asOf));
        const rowOf = await rows(lines);
        return {
          title: 'What the state must be told',
          lines: lines.map((line) => ({
            batch: line.batch.batch,
            counted: [
              ...(line.overdue ? ['overdue'] : []),
              ...(rowOf(line.batch.batch, line.line.ref) ? [] : ['destroyed']),
            ],
          })),
          sheet: () => stateList(lines, rowOf),
        };
      }
      default:
        return this.receiptForm(office, batch, book);
    }
  }

  private async receiptForm(office: string, id: string | null, book: StandingBook): Promise<Drawn> {
    if (id === null)
      throw new CodedError('filing.batch-missing', 'a receipt form is of one batch: name it', 'refused', ['batch']);
    const batch = batchOf(book, id);
    const all = (await this.contents.rowsOf(office, [id]))(id);
    if (!all)
      throw new CodedError(
        'batch.destroyed',
        'the data of this batch were destroyed with their run: no form can be written',
      );
    const rows = all.filter(({ ref }) => {
      const line = batch.lines.get(ref);
      return line !== undefined && FORM_STANDINGS.has(standingOf(batch, line));
    });
    return {
      title: 'What became of each line',
      lines: rows.map(() => ({ batch: id, counted: [] })),
      sheet: () => receiptForm(id, rows),
    };
  }

  /** What courts did, as facts of cases for the next run. */
  private async facts({ office, actor, format }: Wanted, { state }: StandingBook): Promise<Lists> {
    const { csv, rows, granted, destroyed, left } = bookFacts(
      state,
      await this.contents.rowsOf(office, state.batches.keys()),
    );
    const file = format === null ? null : await this.kept(office, 'facts', new Uint8Array(Buffer.from(csv, 'utf8')));
    if (file) await this.noted(office, actor, 'facts', file);
    return {
      file,
      lines: rows,
      counts: { granted, destroyed, ...countedBy(left.map(({ reason }) => `left-out.${reason}`)) },
      batches: [],
    };
  }

  private async courtUpdate(office: string, run: string): Promise<string> {
    const [row] = await this.units.read<{ manifest: string | null }>(
      'SELECT manifest FROM drawn_run WHERE office = $1 AND run = $2 ORDER BY revision DESC LIMIT 1',
      [office, run],
    );
    const { outputs } = row?.manifest ? OutputManifest.parse(await this.store.readJson(row.manifest)) : { outputs: [] };
    const found = outputs.find(({ name }) => name === 'court_update.csv');
    if (found) return this.store.pathOf(found.sha256);
    throw new CodedError(
      'match.no-papers',
      'the run has no papers, or is not done: the list of cases is made from a run whose papers are drawn',
    );
  }

  private async kept(office: string, list: string, content: Uint8Array): Promise<AnsweredFile> {
    const owner = listsOwner(office, list);
    await this.store.unpinAll(owner);
    const { sha256, bytes } = await this.store.put(content, { pin: owner });
    return { sha256, bytes };
  }

  /** Names, cases and match keys leave the house: who took them is kept. */
  private async noted(office: string, actor: string, list: string, { sha256 }: AnsweredFile): Promise<void> {
    const scope = { office, run: NO_RUN, revision: 1, actor, causation: null };
    await this.units.run(scope, (transaction) => transaction.audit(`filing.list-${list}`, { after: sha256 }));
  }
}

const FORM_STANDINGS: ReadonlySet<string> = new Set(['open', 'not-found', 'mismatch', 'not-filed']);

function testFirst(state: StandingBook['state'], open: readonly MatchQuestion[]): void {
  try {
    assertTestCameBack(state, open);
  } catch (error) {
    throw codedErrorOf(error);
  }
}

function countedBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
