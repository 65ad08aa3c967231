import { rawRow, type RawRow } from '../raw-rows';
import { OldResultsError } from './errors';
import { CONDENSED_JOIN, recogniseLayout, type OldLayout } from './layout';
import { carriesAnswer, oldAnswerOf, type OldAnswer } from './old-answer';

/** Who a person is on the state's side of the join. */
export interface JoinPerson {
  readonly cii: string;
  readonly names: readonly string[];
}

interface Held {
  readonly answer: OldAnswer;
  /** For a condensed row: all that places it within its person. */
  readonly place: string;
}

const DAY = 24 * 3600 * 1000;
/** An average over rounded years is right to within this many days. */
const NEAR_ENOUGH_DAYS = 45;

/** The answers of an office's old results, held by person until each is taken by the conviction that it is about. */
export class OldResults {
  private readonly bySubject = new Map<string, Held[]>();
  private readonly byPerson = new Map<string, Held[]>();
  private readonly reasonCounts = new Map<string, number>();
  private readonly layouts: OldLayout[] = [];
  private estimates = 0;
  private estimatedDays = 0;
  /** Convictions that carry an answer; the same one in two files counts once. */
  answers = 0;
  rows = 0;
  /** Rows that say again, or otherwise, what another file said of the same conviction. The first stands. */
  repeated = 0;
  contradicted = 0;

  /** Begins a file: its first record is its header. Give the rows to `add`. */
  open(file: string, header: readonly string[]): OldLayout {
    const layout = recogniseLayout(file, header);
    this.layouts.push(layout);
    return layout;
  }

  add(layout: OldLayout, fields: readonly string[], row: number): void {
    this.rows += 1;
    const raw = rawRow(layout.columns, fields);
    if (!carriesAnswer(raw)) return;
    const answer = oldAnswerOf(raw, layout, this.layouts.indexOf(layout), row);
    const place = layout.join === 'condensed' ? placeOf(raw) : '';
    const index = layout.join === 'condensed' ? this.byPerson : this.bySubject;
    const key =
      layout.join === 'condensed' ? personKey(answer.cii, answer.name, raw['PRI_DOB'] ?? '') : answer.subjectId;
    const held = index.get(key) ?? [];
    if (layout.join === 'full' && this.isRepeated(held, answer)) return;
    held.push({ answer, place });
    index.set(key, held);
    this.answers += 1;
    this.reasonCounts.set(answer.reason, (this.reasonCounts.get(answer.reason) ?? 0) + 1);
    this.estimate(raw);
  }

  /** The answer about a conviction of a full file; it is handed out once. */
  take(subjectId: string, order: string, person: JoinPerson): OldAnswer | undefined {
    return takeFrom(this.bySubject, subjectId, ({ answer }) => answer.order === order && isSame(answer, person));
  }

  /** The answer about the row in a condensed file; of rows that are alike, the first that is left. */
  takeCondensed(row: RawRow): OldAnswer | undefined {
    if (this.byPerson.size === 0) return undefined;
    const place = placeOf(row);
    return takeFrom(this.byPerson, keyOfRow(row), (held) => held.place === place);
  }

  /** What is left of a person after all convictions were asked for. */
  takeRest(subjectIds: readonly string[], person: JoinPerson, rows: readonly RawRow[]): OldAnswer[] {
    const rest: OldAnswer[] = [];
    for (const id of new Set(subjectIds)) {
      for (let found = takeFrom(this.bySubject, id, ({ answer }) => isSame(answer, person)); found; ) {
        rest.push(found);
        found = takeFrom(this.bySubject, id, ({ answer }) => isSame(answer, person));
      }
    }
    if (this.byPerson.size > 0) {
      for (const key of new Set(rows.map(keyOfRow))) {
        for (const { answer } of this.byPerson.get(key) ?? []) rest.push(answer);
        this.byPerson.delete(key);
      }
    }
    return rest;
  }

  /** A condensed row turned out to say again what a full one said. */
  noteRepeated(): void {
    this.answers -= 1;
    this.repeated += 1;
  }

  /** Everything that nobody took: people who are not in the files. */
  *left(): Generator<OldAnswer> {
    for (const index of [this.bySubject, this.byPerson])
      for (const held of index.values()) for (const { answer } of held) yield answer;
  }

  get hasCondensed(): boolean {
    return this.layouts.some((each) => each.join === 'condensed');
  }

  get tools(): readonly OldLayout['tool'][] {
    return [...new Set(this.layouts.map((each) => each.tool))];
  }

  /** Every reason that stands in the results, for finding out with which options the old tool ran. */
  get reasons(): readonly string[] {
    return [...this.reasonCounts.keys()];
  }

  /**
   * Throws when the old results were plainly computed on another day: `Years Since This Conviction` tells about when.
   *
   * @param asOf `YYYYMMDD`
   */
  checkAsOf(asOf: number): void {
    if (this.estimates === 0) return;
    const about = this.estimatedDays / this.estimates;
    const given = Date.UTC(Math.trunc(asOf / 10000), (Math.trunc(asOf / 100) % 100) - 1, asOf % 100) / DAY;
    if (Math.abs(about - given) <= NEAR_ENOUGH_DAYS) return;
    const month = new Date(about * DAY).toISOString().slice(0, 10);
    throw new OldResultsError(
      'old-results.as-of',
      `The old results were not computed as of ${dayText(asOf)}: their column "Years Since This Conviction" says about ${month}. Give that day with --against-as-of YYYY-MM-DD; it stands in the old report, or in the names of the files.`,
    );
  }

  private isRepeated(held: readonly Held[], answer: OldAnswer): boolean {
    const before = held.find(
      ({ answer: one }) => one.order === answer.order && one.cii === answer.cii && one.name === answer.name,
    );
    if (!before) return false;
    const same = before.answer.determination === answer.determination && before.answer.reason === answer.reason;
    if (same) this.repeated += 1;
    else this.contradicted += 1;
    return true;
  }

  private estimate(row: RawRow): void {
    const years = Number(row['Years Since This Conviction'] ?? '');
    const match = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(row['Date of Conviction'] ?? '');
    if (!match || !(years > 0)) return;
    this.estimates += 1;
    this.estimatedDays += Date.UTC(Number(match[3]), Number(match[1]) - 1, Number(match[2])) / DAY + years * 365.25;
  }
}

function takeFrom(index: Map<string, Held[]>, key: string, fits: (held: Held) => boolean): OldAnswer | undefined {
  const held = index.get(key);
  const at = held?.findIndex(fits) ?? -1;
  if (!held || at < 0) return undefined;
  const [found] = held.splice(at, 1);
  if (held.length === 0) index.delete(key);
  return found?.answer;
}

/** One SUBJECT_ID can stand for two people, in two files and even in one: the CII tells them apart, or else the name. */
function isSame(answer: OldAnswer, { cii, names }: JoinPerson): boolean {
  if (answer.cii !== '' && cii !== '') return answer.cii === cii;
  return names.some((each) => plain(each) === plain(answer.name));
}

function keyOfRow(row: RawRow): string {
  return personKey((row['CII_NUMBER'] ?? '').trim().toUpperCase(), row['PRI_NAME'] ?? '', row['PRI_DOB'] ?? '');
}

function personKey(cii: string, name: string, born: string): string {
  return [cii, plain(name), born.trim()].join('|');
}

function placeOf(row: RawRow): string {
  return CONDENSED_JOIN.map((column) => plain(row[column] ?? '')).join('|');
}

/** Blanks, an apostrophe against running cells, and letters that another encoding would write otherwise do not count. */
function plain(text: string): string {
  return text
    .replace(/[^\x20-\x7e]+/g, '?')
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
    .toUpperCase();
}

function dayText(day: number): string {
  const text = String(day);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
