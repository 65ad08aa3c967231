import { ContentStore } from '@clearway/content-store';
import { type CourtFileProblem, type filingMatchAnswers, type filingReceipt, MOST_PROBLEMS } from '@clearway/contracts';
import { type ExchangeProblem, saysTheSame } from '@clearway/court-exchange';
import { checkReceipt, type CheckedReceipt, type DraftEvent, standingOf } from '@clearway/filing-book';
import { type Answer, type Asked } from '@clearway/messaging';
import { Clock } from '@clearway/platform';
import { Injectable } from '@nestjs/common';
import { BatchContents } from '../filing-book/batch-contents';
import { OfficeBook } from '../filing-book/office-book';
import { dayOf } from './days';
import { Exchanging } from './exchanging';
import { NO_RUN } from './no-run';

type ReceiptReply = Answer<typeof filingReceipt>;

/** Thrown out of the plan, within the lock: nothing is recorded, and the problems are the answer. */
class Refused extends Error {
  constructor(readonly problems: readonly ExchangeProblem[]) {
    super('a file of a court does not fit to the book');
  }
}

/** What courts send back: read, compared with what was filed or asked, recorded. */
@Injectable()
export class CourtAnswers {
  constructor(
    private readonly book: OfficeBook,
    private readonly contents: BatchContents,
    private readonly store: ContentStore,
    private readonly exchanging: Exchanging,
    private readonly clock: Clock,
  ) {}

  async receipt({ office, actor, file, name, batch, on, partial }: Asked<typeof filingReceipt>): Promise<ReceiptReply> {
    const today = dayOf(this.clock.now()).number;
    const read = await this.exchanging.run({
      what: 'receipt',
      file: this.store.pathOf(file),
      name,
      batch,
      on: on === null ? 0 : Number(on.replaceAll('-', '')),
      today,
    });
    if (!read.content) return { ...refused(read.problems), passedOver: 0, batches: [] };
    const lines = read.content;
    const rowsOf = await this.contents.rowsOf(office, new Set(lines.map((line) => line.batch)));
    const [first] = await this.contents.lying(office, { batch: lines[0]?.batch ?? '' });
    let checked: CheckedReceipt | undefined;
    try {
      const { events, book } = await this.book.record({ office, run: first?.run ?? NO_RUN, actor }, ({ state }) => {
        checked = checkReceipt(state, rowsOf, lines, name);
        if (checked.problems.length > 0 && !partial) throw new Refused(checked.problems);
        return [...checked.taken].map(
          ([id, taken]): DraftEvent => ({
            kind: 'receipt-recorded',
            batch: id,
            fileSha256: file,
            lines: taken.map((line) => ({ ...line })),
          }),
        );
      });
      const recorded = events.flatMap((event) => (event.kind === 'receipt-recorded' ? event.lines : []));
      return {
        taken: true,
        recorded: countedBy(recorded.map(({ answer }) => answer)),
        known: checked?.known ?? 0,
        passedOver: checked?.passedOver ?? 0,
        ...problemsOf(checked?.problems ?? []),
        events: events.map(({ sha256 }) => sha256),
        head: book.head,
        batches: [...new Set(lines.map((line) => line.batch))].flatMap((id) => {
          const known = book.state.batches.get(id);
          if (!known) return [];
          const open = [...known.lines.values()].filter((line) => standingOf(known, line) === 'open').length;
          return [{ batch: id, lines: known.lines.size, open }];
        }),
      };
    } catch (error) {
      if (error instanceof Refused) return { ...refused(error.problems), passedOver: 0, batches: [] };
      throw error;
    }
  }

  async matches({
    office,
    actor,
    file,
    name,
  }: Asked<typeof filingMatchAnswers>): Promise<Answer<typeof filingMatchAnswers>> {
    const on = dayOf(this.clock.now()).number;
    const read = await this.exchanging.run({ what: 'match-answers', file: this.store.pathOf(file), name, on });
    if (!read.content) return { ...refused(read.problems), unanswered: 0, open: 0 };
    const { replies, unanswered } = read.content;
    let known = 0;
    const { events, book } = await this.book.record({ office, run: NO_RUN, actor }, ({ state }) => {
      const fresh = replies.filter((reply) => {
        const earlier = state.replies.get(reply.ref);
        return !earlier || !saysTheSame(earlier, reply);
      });
      known = replies.length - fresh.length;
      return fresh.length === 0
        ? []
        : [{ kind: 'match-answered', fileSha256: file, replies: fresh.map((reply) => ({ ...reply })) }];
    });
    const recorded = events.flatMap((event) => (event.kind === 'match-answered' ? event.replies : []));
    const { asked, replies: answered } = book.state;
    return {
      taken: true,
      recorded: countedBy(recorded.map(({ answer }) => answer)),
      known,
      ...problemsOf([]),
      events: events.map(({ sha256 }) => sha256),
      head: book.head,
      unanswered: unanswered.length,
      open: [...asked.keys()].filter((ref) => !answered.has(ref)).length,
    };
  }
}

function refused(
  problems: readonly ExchangeProblem[],
): Pick<ReceiptReply, 'taken' | 'recorded' | 'known' | 'problems' | 'problemsInAll' | 'events' | 'head'> {
  return { taken: false, recorded: {}, known: 0, ...problemsOf(problems), events: [], head: null };
}

function problemsOf(problems: readonly ExchangeProblem[]): {
  readonly problems: CourtFileProblem[];
  readonly problemsInAll: number;
} {
  const shown = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ file, line, column, cure, nearest }) => ({ file, line, column, cure, nearest }));
  return { problems: shown, problemsInAll: problems.length };
}

function countedBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
