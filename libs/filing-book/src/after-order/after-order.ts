import { type CourtUpdateRow, plainCaseNumber, plainName } from '@clearway/court-exchange';
import { type Count, type History, printDate, type Step } from '@clearway/record';
import { changeInCount, changeInWords, type Seen } from './change-seen';

/** A line that a court granted. */
export interface GrantedLine {
  readonly batch: string;
  readonly ref: string;
  /** Day of the order. */
  readonly on: string;
  readonly row: CourtUpdateRow;
}

export interface SeenLine extends GrantedLine {
  readonly seen: Seen;
  /** Where it was seen: line of the later file from 1, 0 for nowhere. */
  readonly line: number;
}

/** A row of a court's own file, as far as it is looked at. */
export interface CourtFileRow {
  readonly caseNumber: string;
  /** 0: the file has none. */
  readonly count: number;
  readonly defendant: string;
  readonly disposition: string;
  readonly line: number;
}

/** Compares what was granted with a refreshed file of the state or of a court. People and rows come in any order. */
export class AfterOrder {
  private readonly seen = new Map<GrantedLine, { seen: Seen; line: number }>();
  private readonly byCii = new Map<string, GrantedLine[]>();
  private readonly byName = new Map<string, GrantedLine[]>();
  private readonly byCase = new Map<string, GrantedLine[]>();

  constructor(private readonly granted: readonly GrantedLine[]) {
    for (const line of granted) {
      const { matchKeys, defendant } = line.row;
      const cii = matchKeys.cii.trim().toUpperCase();
      if (cii !== '') push(this.byCii, cii, line);
      else push(this.byName, `${plainName(matchKeys.name || defendant)} ${matchKeys.birthDate}`, line);
      for (const number of numbersOf(line.row)) push(this.byCase, number, line);
    }
  }

  /** Once for each person. `whole`: the state's record is in the history, so a conviction that it does not have is gone. */
  addHistory(history: History, { whole }: { readonly whole: boolean } = { whole: true }): void {
    const lines = new Set<GrantedLine>();
    for (const { cii } of history.subjects)
      for (const line of this.byCii.get(cii.trim().toUpperCase()) ?? []) lines.add(line);
    if (this.byName.size > 0) {
      for (const name of [history.name, ...history.otherNames]) {
        for (const birth of history.birthDates)
          for (const line of this.byName.get(`${plainName(name)} ${printDate(birth)}`) ?? []) lines.add(line);
      }
    }
    for (const line of lines) this.see(line, history, whole);
  }

  /** Once for each row of a court's file. */
  addCourtRow(row: CourtFileRow): void {
    const name = plainName(row.defendant);
    for (const line of this.byCase.get(plainCaseNumber(row.caseNumber)) ?? []) {
      if (row.count > 0 && line.row.count > 0 && row.count !== line.row.count) continue;
      if (name !== '' && !sameName(name, line.row)) continue;
      this.put(line, changeInWords(row.disposition), row.line);
    }
  }

  /** Every granted line with what was seen of it, what did not change first. */
  finish(): readonly SeenLine[] {
    const order: readonly Seen[] = ['did-not-change', 'cannot-tell', 'not-in-file', 'changed', 'gone'];
    const lines = this.granted.map(
      (line): SeenLine => ({ ...line, ...(this.seen.get(line) ?? { seen: 'not-in-file', line: 0 }) }),
    );
    return lines.sort(
      (a, b) =>
        order.indexOf(a.seen) - order.indexOf(b.seen) ||
        compare(a.row.courthouse, b.row.courthouse) ||
        compare(a.row.caseNumber, b.row.caseNumber) ||
        compare(a.ref, b.ref),
    );
  }

  private see(line: GrantedLine, history: History, whole: boolean): void {
    let found = false;
    for (const cycle of history.cycles) {
      for (const step of cycle.steps) {
        for (const count of step.counts) {
          if (!isTheCount(line.row, step, count)) continue;
          found = true;
          this.put(
            line,
            changeInCount(count, line.row.relief, Number(line.on.replaceAll('-', ''))),
            count.rows[0]?.line ?? 0,
          );
        }
      }
    }
    if (!found && whole) this.put(line, 'gone', 0);
  }

  /** A file can have a count twice: one that still stands is what has to be looked at. */
  private put(line: GrantedLine, seen: Seen, at: number): void {
    const before = this.seen.get(line);
    if (before && WORST.indexOf(before.seen) <= WORST.indexOf(seen)) return;
    this.seen.set(line, { seen, line: at });
  }
}

const WORST: readonly Seen[] = ['did-not-change', 'cannot-tell', 'changed', 'gone', 'not-in-file'];

function isTheCount(row: CourtUpdateRow, step: Step, count: Count): boolean {
  if (!count.dispositions.some(({ kind }) => kind === 'convicted')) return false;
  const own = count.caseNumbers.filter(
    ({ number }) => plainCaseNumber(number) !== '' && plainCaseNumber(number) !== 'NULL',
  );
  const numbers = own.length > 0 ? own : step.counts.flatMap(({ caseNumbers }) => caseNumbers);
  const wanted = numbersOf(row);
  if (!numbers.some(({ number }) => wanted.has(plainCaseNumber(number)))) return false;
  return row.count === 0 || Number(count.order.slice(6, 9)) === row.count;
}

function numbersOf({ caseNumber, formerCaseNumber, otherCaseNumbers }: CourtUpdateRow): ReadonlySet<string> {
  return new Set(
    [caseNumber, formerCaseNumber, ...otherCaseNumbers].map(plainCaseNumber).filter((number) => number !== ''),
  );
}

/** The words of one name are all in the other: courts leave out middle names. */
function sameName(name: string, { defendant, matchKeys }: CourtUpdateRow): boolean {
  const words = new Set(name.split(' '));
  return [defendant, matchKeys.name, ...matchKeys.otherNames]
    .map(plainName)
    .filter((other) => other !== '')
    .some((other) => {
      const others = new Set(other.split(' '));
      return [...words].every((word) => others.has(word)) || [...others].every((word) => words.has(word));
    });
}

function push(map: Map<string, GrantedLine[]>, key: string, line: GrantedLine): void {
  const found = map.get(key);
  if (found) found.push(line);
  else map.set(key, [line]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
