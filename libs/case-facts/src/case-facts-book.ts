import {
  type CalendarDate,
  correct,
  type CorrectedHistory,
  type Correction,
  type History,
  sameCase,
} from '@clearway/record';
import {
  type AnswerName,
  type CaseBook,
  type CaseFacts,
  type CaseSource,
  type Challenge,
  type Conviction,
  convictionsOf,
  type Override,
} from '@clearway/rules';
import { type UnreadRow } from './done-rows';
import { closenessOf, plainCaseNumber, type FactsRow } from './facts-row';

/** What stands recorded of one count: the sum of the events of a decisions file that are in force. Plain data. */
export interface RecordedDecision {
  readonly person: string;
  /** `DecidedConviction.key`. */
  readonly key: string;
  readonly id: string;
  /** What the record said when it was made. */
  readonly basis: string;
  readonly answer?: { readonly fact: AnswerName; readonly value: string };
  readonly steps?: Readonly<Record<string, 'yes' | 'no'>>;
  readonly challenge?: Challenge;
  readonly override?: Override;
  /** A challenge of the count, of a decision or a facts file, is taken back. */
  readonly withdraws?: true;
}

/** Everything that is known beside the record, as plain data: worker threads make their own book of it. */
export interface CaseData {
  readonly rows: readonly FactsRow[];
  readonly decisions: readonly RecordedDecision[];
  /** Rows of lists that say nothing that could be used; nobody decides by them, and they are listed. */
  readonly unread?: readonly UnreadRow[];
  /** Corrections of the record that are in force; absent without any. */
  readonly corrections?: readonly Correction[];
}

/** The `CaseBook` over facts files and decisions. Pure: the same history and conviction, the same facts. */
export class CaseFactsBook implements CaseBook {
  private readonly byCii = new Map<string, FactsRow[]>();
  private readonly bySubject = new Map<string, FactsRow[]>();
  private readonly byPerson = new Map<string, FactsRow[]>();
  private last: { readonly history: History; readonly fits: ReadonlyMap<FactsRow, readonly number[]> } | undefined;
  private readonly decisions = new Map<string, RecordedDecision[]>();
  private readonly corrections = new Map<string, Correction[]>();

  constructor({ rows, decisions, corrections = [] }: CaseData) {
    for (const row of rows) {
      if (row.nobody !== undefined) continue;
      if (row.person !== undefined) push(this.byPerson, row.person, row);
      else if (row.cii !== '') push(this.byCii, row.cii, row);
      else if (row.subjectId !== '') push(this.bySubject, row.subjectId, row);
    }
    for (const each of decisions) push(this.decisions, each.person, each);
    for (const each of corrections) push(this.corrections, each.person, each);
  }

  /** What is decided from: the history with its corrections; the same object where there are none. */
  corrected(history: History, asOf: CalendarDate): CorrectedHistory {
    const all = this.corrections.get(history.person);
    return all ? correct(history, all, asOf) : history;
  }

  of(history: History, conviction: Conviction, basis: () => string): CaseFacts | undefined {
    const { rows, ofSeveral } = this.rowsOf(history, conviction);
    const recorded = this.decisionsOf(history, conviction);
    if (rows.length === 0 && ofSeveral.length === 0 && recorded.length === 0) return undefined;
    return withDecisions(factsOf(rows, ofSeveral), recorded, basis);
  }

  /** All that can bear on a person: where it is the same, every fact of every conviction is. */
  about(history: History): CaseData {
    return {
      rows: this.ownRows(history),
      decisions: this.decisions.get(history.person) ?? [],
      corrections: this.corrections.get(history.person) ?? [],
    };
  }

  /** The rows that speak of the conviction, the closest first; and those about one conviction that fit several as well. */
  private rowsOf(
    history: History,
    conviction: Conviction,
  ): { readonly rows: readonly FactsRow[]; readonly ofSeveral: readonly FactsRow[] } {
    if (this.byCii.size === 0 && this.bySubject.size === 0 && this.byPerson.size === 0) return NO_ROWS;
    const own = this.ownRows(history);
    if (own.length === 0) return NO_ROWS;
    const fits = this.fitsOf(history, own);
    const found = own.filter((row) => (fits.get(row) ?? []).includes(conviction.index));
    found.sort((a, b) => closenessOf(b) - closenessOf(a) || a.file - b.file || a.line - b.line);
    const ofSeveral = found.filter((row) => row.ofOne && isOfSeveral(row, fits));
    return { rows: found.filter((row) => !ofSeveral.includes(row)), ofSeveral };
  }

  private ownRows({ person, subjects }: History): readonly FactsRow[] {
    const rows = new Set<FactsRow>(this.byPerson.get(person));
    for (const { cii, subjectId } of subjects) {
      for (const row of this.byCii.get(cii.trim().toUpperCase()) ?? []) rows.add(row);
      for (const row of this.bySubject.get(subjectId.trim().toUpperCase()) ?? []) rows.add(row);
    }
    return [...rows];
  }

  /** Which convictions each row fits, by their index. A person is decided conviction by conviction. */
  private fitsOf(history: History, rows: readonly FactsRow[]): ReadonlyMap<FactsRow, readonly number[]> {
    if (this.last?.history === history) return this.last.fits;
    const convictions = convictionsOf(history, NO_LATEST);
    const fits = new Map(
      rows.map((row) => [row, convictions.filter((each) => speaksOf(row, each)).map(({ index }) => index)]),
    );
    this.last = { history, fits };
    return fits;
  }

  /** By the count's own order: the number of the subject in front of it changes when a file is added. */
  private decisionsOf({ person, subjects }: History, { key }: Conviction): readonly RecordedDecision[] {
    const all = this.decisions.get(person);
    if (!all) return [];
    return all.filter((each) => each.key === key || (subjects.length === 1 && orderOf(each.key) === orderOf(key)));
  }
}

const NO_ROWS = { rows: [], ofSeveral: [] } as const;
/** Every date that the record has: what a row fits does not depend on the day of the run. */
const NO_LATEST = 99991231;

/** Does a row about one conviction fit several? As many rows as convictions, with the same words, are about all of them. */
function isOfSeveral(row: FactsRow, fits: ReadonlyMap<FactsRow, readonly number[]>): boolean {
  const own = fits.get(row) ?? [];
  if (own.length < 2) return false;
  const alike = [...fits].filter(
    ([other, indexes]) => other.file === row.file && sayOf(other) === sayOf(row) && String(indexes) === String(own),
  );
  return alike.length < own.length;
}

/** What a row says, without where it stands. */
function sayOf({ file: _file, line: _line, ...row }: FactsRow): string {
  return JSON.stringify(row);
}

function orderOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

function speaksOf(row: FactsRow, conviction: Conviction): boolean {
  const { caseNumber, count, section, convictedOn } = row;
  if (count !== '' && count !== conviction.count.order) return false;
  if (convictedOn !== 0 && convictedOn !== conviction.date) return false;
  if (caseNumber !== '' && !conviction.count.caseNumbers.some(({ number }) => isOfCase(number, row))) return false;
  if (!section) return true;
  const offences = conviction.cannabis.offences.length > 0 ? conviction.cannabis.offences : conviction.charge.offences;
  return offences.some(
    (each) =>
      each.code === section.code &&
      each.section === section.section &&
      section.path.every((letter, i) => each.path[i] === letter),
  );
}

/** Zeros in front tell no cases apart; letters that are left out only where the row says more than the case. */
function isOfCase(number: string, { caseNumber, caseWritten = caseNumber, ofOne }: FactsRow): boolean {
  if (plainCaseNumber(number) === caseNumber) return true;
  const answer = sameCase(number, caseWritten);
  return answer === 'same' || (answer === 'alike' && ofOne === true);
}

/** Puts the rows of one conviction together: a closer row goes before a wider one; two as close that differ settle nothing. */
function factsOf(rows: readonly FactsRow[], ofSeveral: readonly FactsRow[]): CaseFacts {
  const contradicted = new Set<FactsRow>();
  const onList = agreed(rows, (row) => row.onList, contradicted);
  const destroyed = agreed(rows, (row) => row.destroyed, contradicted);
  // That relief was granted, or challenged, stands in any case; two days of a grant leave only the fact.
  const grants = [...new Set(rows.map((row) => row.granted).filter((each) => each !== undefined && each !== 0))];
  const granted = rows.some((row) => row.granted !== undefined) ? (grants.length === 1 ? grants[0] : 0) : undefined;
  const challenges = rows.map((row) => row.challenge).filter((each) => each !== undefined);
  const challenge = [...challenges].sort((a, b) => b.on - a.on)[0];
  const sources = rows.map((row): CaseSource => {
    const source = { kind: 'facts-row' as const, file: row.file, line: row.line };
    return contradicted.has(row) ? { ...source, contradicted: true } : source;
  });
  for (const { file, line } of ofSeveral) sources.push({ kind: 'facts-row', file, line, fitsSeveral: true });
  return {
    ...(onList === undefined ? {} : { onList }),
    ...(destroyed === undefined ? {} : { destroyed }),
    ...(granted === undefined ? {} : { granted }),
    ...(challenge === undefined ? {} : { challenge }),
    sources,
  };
}

function agreed<Value>(
  rows: readonly FactsRow[],
  valueOf: (row: FactsRow) => Value | undefined,
  contradicted: Set<FactsRow>,
): Value | undefined {
  const saying = rows.filter((row) => valueOf(row) !== undefined);
  const [first] = saying;
  if (!first) return undefined;
  const closest = saying.filter((row) => closenessOf(row) === closenessOf(first));
  if (closest.every((row) => valueOf(row) === valueOf(first))) return valueOf(first);
  for (const row of closest) contradicted.add(row);
  return undefined;
}

/** What an attorney decided goes before a file's row. Where the record changed, only a challenge still stands. */
function withDecisions(facts: CaseFacts, recorded: readonly RecordedDecision[], basis: () => string): CaseFacts {
  if (recorded.length === 0) return facts;
  const now = basis();
  const sources: CaseSource[] = [...(facts.sources ?? [])];
  let answers: CaseFacts['answers'];
  let steps: CaseFacts['steps'];
  let { challenge, override } = facts;
  for (const each of recorded) {
    const stale = each.basis !== now;
    sources.push({ kind: 'decision', id: each.id, state: stale ? 'stale' : 'applied' });
    challenge = each.withdraws ? undefined : (each.challenge ?? challenge);
    if (stale) continue;
    if (each.answer) answers = { ...answers, [each.answer.fact]: each.answer.value };
    if (each.steps) steps = { ...steps, ...each.steps };
    override = each.override ?? override;
  }
  const { challenge: _before, ...rest } = facts;
  return {
    ...rest,
    ...(answers ? { answers } : {}),
    ...(steps ? { steps } : {}),
    ...(challenge ? { challenge } : {}),
    ...(override ? { override } : {}),
    sources,
  };
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const found = map.get(key);
  if (found) found.push(value);
  else map.set(key, [value]);
}
