import { DEFECTS, inputOf, mostRelevant, type OldAnswer, type RawRow } from '@clearway/earlier-tools';
import { type CalendarDate, printDate } from '@clearway/record';
import { type DecidedConviction } from '@clearway/rules';
import { type AgainstClass, classOf } from './classes';

export type CauseKind = 'agree' | 'defect' | 'policy' | 'time' | 'record' | 'unexplained';

/** Why then and now differ. */
export interface Cause {
  readonly kind: CauseKind;
  /** Stable: the id of a defect (`G7`), or a word for the others (`not-asked`). */
  readonly code: string;
  readonly words: string;
  /** Further defects that the rows show. */
  readonly alsoShows: readonly string[];
}

/** Everything between the old answer and today's. */
export interface Between {
  readonly old: OldAnswer | undefined;
  readonly now: DecidedConviction | undefined;
  readonly class: AgainstClass;
  /** Clearway's replay of the old policy; undefined where it does not list the conviction. */
  readonly replay: DecidedConviction | undefined;
  /** The statute on the old day. */
  readonly statuteThen: DecidedConviction | undefined;
  /** Defects that the rows show, by id; asked only when needed. */
  readonly shown: () => readonly string[];
}

const AGREE: Cause = { kind: 'agree', code: 'agree', words: 'then and now say the same', alsoShows: [] };
const NOT_LISTED = 'not listed';
const WORDS = new Map(DEFECTS.map(({ id, words }) => [id, words]));

/** Names the cause; see docs/decisions/0015-comparisons.md for the order. */
export function causeOf(between: Between): Cause {
  const { old, now, class: kind, replay } = between;
  if (kind === 'same') return AGREE;
  if (kind === 'settled')
    return cause('record', 'relief-since', 'the record itself shows that a court dismissed, sealed or redesignated it');
  if (!now) return defect(between) ?? cause('record', 'gone-from-record', 'the files no longer have this conviction');
  if (!old) {
    if (!replay)
      return cause(
        'policy',
        'not-asked',
        'the earlier tool looked only for convictions of HS 11357 to 11360 in the county',
      );
    return (
      defect(between) ??
      cause(
        'record',
        'new-in-record',
        'the conviction is in the files and not in the old results: it came later, or a part of the old results is missing',
      )
    );
  }
  if (wordsOf(replay) !== `${old.determination}|${old.reason}`) {
    return (
      defect(between) ??
      cause(
        'unexplained',
        'unexplained',
        'the old policy, run again on these files, gives another answer, and the rows show no known defect: the file or the old options were others',
      )
    );
  }
  if (classOf(old, between.statuteThen, () => false) !== kind)
    return cause(
      'time',
      'time-passed',
      'the statute gave another answer on the old day: a sentence has ended since, or an age or a day of the law was reached',
    );
  return byPolicy(old);
}

function byPolicy({ determination, reason }: OldAnswer): Cause {
  const said = [determination, reason].filter((each) => each !== '').join(', ');
  const words = said === '' ? "the old policy's choice: no rule for this section" : `the old policy's choice: ${said}`;
  return cause('policy', `policy: ${said === '' ? 'no rule' : said}`, words);
}

function defect({ old, replay, shown }: Between): Cause | undefined {
  const reasons = [old?.reason ?? NOT_LISTED, replay?.determination.reason ?? NOT_LISTED] as const;
  const [first, ...others] = mostRelevant(shown(), reasons);
  if (first === undefined) return undefined;
  return { kind: 'defect', code: first, words: WORDS.get(first) ?? first, alsoShows: others };
}

function cause(kind: CauseKind, code: string, words: string): Cause {
  return { kind, code, words, alsoShows: [] };
}

function wordsOf(conviction: DecidedConviction | undefined): string {
  return conviction ? `${conviction.determination.determination}|${conviction.determination.reason}` : NOT_LISTED;
}

/** The defects that the rows of a conviction show, by id. Clearway's own results have none of them. */
export function defectsShown(
  rows: readonly RawRow[],
  order: string,
  tool: OldAnswer['tool'],
  asOf: CalendarDate,
  sharesCii: boolean,
): readonly string[] {
  if (tool === 'clearway') return [];
  const row = rows.find((each) => (each['CNT_ORDER'] ?? '').trim().padEnd(12, '0') === order);
  // Without its rows nothing is known of the conviction but that its person may have been two.
  if (!row) return sharesCii ? ['G27'] : [];
  const input = inputOf(rows, row['CNT_ORDER'] ?? '', { tool, asOf: printDate(asOf) }, sharesCii);
  return DEFECTS.filter((each) => each.shows(input)).map((each) => each.id);
}

/** Did the old reason hold only because a missing date was the year 1? */
export function isDateDefect(code: string): boolean {
  return code === 'G6' || code === 'G7';
}
