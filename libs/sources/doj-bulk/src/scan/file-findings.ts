import { LinesDoNotTieOutError } from '../errors';
import { rejectedRowLine } from '../rejected-rows';
import { type RejectReason } from '../rows/rejected-row';
import { growingCounts, growingFloats, growingIndexes } from './growing-list';
import { type HeadOfFile } from './head-of-file';
import { type PeopleFound } from './people-found';
import { type Extents } from './population';
import { type RejectedRow, type StretchFindings } from './stretch-findings';

/** Puts the stretches of one file together, in order. */
export class FileFindings {
  used = 0;
  rejected = 0;
  emptyLines = 0;
  lines = 0;
  /** Lines after the head that are not empty, by the count that knows nothing of fields and quotes. */
  filledLines = 0;
  continuations = 0;
  size = 0;
  /** The row that came last was rejected. */
  lastRejected = false;
  lineEndAtEnd = true;
  head: HeadOfFile = { bodyStart: 0, header: false, lines: 0, emptyLines: 0 };
  readonly counties = new Set<string>();
  readonly rejectedBy: Partial<Record<RejectReason, number>> = {};
  private readonly starts = growingFloats();
  private readonly rows = growingCounts();
  private readonly firstLines = growingCounts();
  private readonly subjects = growingIndexes();
  private readonly ciis = growingIndexes();
  private runSubjectId = '';
  private runCii = '';
  /** The row before was rejected and said whose it was: what follows it and cannot be read is taken for a part of it. */
  private afterRejected = false;
  /** A rejected row that does not say whose it was waits for the next row, whose owner it can have been. */
  private waiting = false;

  constructor(
    readonly index: number,
    readonly name: string,
    private readonly people: PeopleFound,
    private readonly writeRejected: (text: string) => void,
  ) {}

  begin(head: HeadOfFile): void {
    this.head = head;
    this.lines = head.lines;
    this.emptyLines = head.emptyLines;
  }

  /** `base` is the offset in the file of the first byte of the buffer that the findings speak of. */
  add(found: StretchFindings, base: number): void {
    const { runs } = found;
    let run = 0;
    let done = 0;
    const advance = (to: number): void => {
      if (to <= done) return;
      if (runs.rows[run] !== done) this.usedRow(this.runSubjectId, this.runCii);
      for (; run < runs.rows.length && runs.rows[run]! < to; run++)
        this.addRun(runs.subjectIds[run]!, runs.ciis[run]!, base + runs.starts[run]!, this.used + runs.rows[run]!, this.lines + runs.lines[run]!);
      done = to;
    };
    for (const rejected of found.rejected) {
      advance(rejected.rowsBefore);
      this.reject(rejected);
    }
    advance(found.used);
    for (const county of found.counties) this.counties.add(county);
    if (found.used + found.rejected.length > 0) this.lastRejected = found.rejected.at(-1)?.rowsBefore === found.used;
    this.used += found.used;
    this.emptyLines += found.emptyLines;
    this.lines += found.lines;
    this.filledLines += found.filledLines;
    this.continuations += found.continuations;
  }

  /** Rows read and lines counted must agree. */
  tieOut(): void {
    const accounted = this.used + this.rejected + this.continuations;
    if (accounted !== this.filledLines) throw new LinesDoNotTieOutError(this.name, this.filledLines, accounted);
  }

  /** Runs of the same person that touch become one stretch. */
  extents(): Extents & { readonly peopleHere: readonly number[] } {
    const starts = growingFloats();
    const rows = growingCounts();
    const lines = growingCounts();
    const people = growingIndexes();
    const here = new Set<number>();
    let last = -1;
    for (let run = 0; run < this.subjects.length; run++) {
      const person = this.people.personOf(this.subjects.at(run), this.ciis.at(run));
      if (person === last) continue;
      last = person;
      here.add(person);
      starts.push(this.starts.at(run));
      rows.push(this.rows.at(run));
      lines.push(this.firstLines.at(run));
      people.push(person);
    }
    return { count: people.length, starts: starts.view(), rows: rows.view(), lines: lines.view(), people: people.view(), peopleHere: [...here] };
  }

  private addRun(subjectId: string, cii: string, start: number, row: number, line: number): void {
    this.usedRow(subjectId, cii);
    if (this.starts.length > 0 && subjectId === this.runSubjectId && cii === this.runCii) return;
    this.runSubjectId = subjectId;
    this.runCii = cii;
    const found = this.people.seen(this.index, subjectId, cii);
    this.starts.push(start);
    this.rows.push(row);
    this.firstLines.push(line);
    this.subjects.push(found.subject);
    this.ciis.push(found.cii);
  }

  private usedRow(subjectId: string, cii: string): void {
    if (this.waiting) this.people.rejected(this.index, subjectId, cii);
    this.waiting = false;
    this.afterRejected = false;
  }

  /** A row that does not say whose it was can have been of either neighbour: both records are incomplete. */
  private reject(row: RejectedRow): void {
    this.rejected++;
    this.rejectedBy[row.reason] = (this.rejectedBy[row.reason] ?? 0) + 1;
    this.writeRejected(rejectedRowLine(this.name, this.lines + row.line + 1, row));
    if (row.subjectId !== '' || row.cii !== '') {
      this.people.rejected(this.index, row.subjectId, row.cii);
      this.waiting = false;
      this.afterRejected = true;
    } else if (!this.afterRejected) {
      if (this.starts.length > 0) this.people.rejected(this.index, this.runSubjectId, this.runCii);
      this.waiting = true;
    }
  }
}
