import { type OldAnswer, type OldResults, type RawRow } from '@clearway/earlier-tools';
import { type CalendarDate, type History, isFullDate } from '@clearway/record';
import {
  decidePerson,
  type DecidedConviction,
  type DecidedPerson,
  type Policy,
  type Relief,
  reliefFiled,
} from '@clearway/rules';
import { type Side } from '../two-sides/side';
import { type Cause, causeOf, defectsShown, isDateDefect } from './cause';
import { type AgainstClass, classOf, isOwed } from './classes';

/** What old results are compared with, and how they came about. */
export interface AgainstRun {
  readonly county: string;
  /** The policy and day of today. */
  readonly today: Side;
  readonly old: OldResults;
  readonly oldAsOf: CalendarDate;
  /** Clearway's replay of each tool's policy. */
  readonly replays: ReadonlyMap<OldAnswer['tool'], Policy>;
  /** The rows of a person as they stand in the file, in its order; read only for those of whom something must be explained. */
  readonly rowsOf: (history: History) => readonly RawRow[];
}

export interface AgainstConviction {
  readonly old: OldAnswer | undefined;
  readonly now: DecidedConviction | undefined;
  readonly class: AgainstClass;
  readonly filed: Relief;
  readonly owed: boolean;
  readonly cause: Cause;
  /** The old tool gave relief because a missing date was the year 1, whatever the statute says of it. */
  readonly dateMissing: boolean;
}

export interface AgainstPerson {
  readonly history: History;
  readonly person: DecidedPerson;
  readonly convictions: readonly AgainstConviction[];
}

/** Joins a person's convictions with the old answers about them, classes each and names its cause. */
export function compareWithOld(history: History, run: AgainstRun): AgainstPerson {
  return new PersonAgainst(history, run).compare();
}

/** Old answers about people who are not in the files. */
export function answerOfNobody(old: OldAnswer): AgainstConviction {
  const cause: Cause = {
    kind: 'record',
    code: 'person-not-in-files',
    words: 'the person is not in these files',
    alsoShows: [],
  };
  return { old, now: undefined, class: 'old-only', filed: 'none', owed: false, cause, dateMissing: false };
}

class PersonAgainst {
  private rows: readonly RawRow[] | undefined;
  private readonly decided = new Map<string, ReadonlyMap<string, DecidedConviction>>();

  constructor(
    private readonly history: History,
    private readonly run: AgainstRun,
  ) {}

  compare(): AgainstPerson {
    const { history, run } = this;
    const person = decidePerson(history, run.today.policy, { county: run.county, asOf: run.today.asOf });
    const paired = person.convictions.map((now) => ({ now, old: this.oldOf(now) }));
    const subjectIds = history.subjects.map((each) => each.subjectId);
    const rest = history.subjects.flatMap(({ cii }) =>
      run.old.takeRest(subjectIds, { cii, names: this.names }, run.old.hasCondensed ? this.rawRows : []),
    );
    const convictions = [
      ...paired.map(({ now, old }) => this.one(old, now)),
      ...rest.map((old) => this.one(old, undefined)),
    ];
    return { history, person, convictions };
  }

  private one(old: OldAnswer | undefined, now: DecidedConviction | undefined): AgainstConviction {
    const tool = old?.tool ?? this.run.old.tools[0] ?? 'desktop';
    const key = now?.key ?? this.keyOf(old);
    const replay = lazily(() => this.replayOf(tool, key));
    const shown = lazily(() => this.shown(key, tool));
    const differs = (): boolean =>
      old !== undefined &&
      `${replay()?.determination.determination ?? ''}|${replay()?.determination.reason ?? ''}` !==
        `${old.determination}|${old.reason}`;
    const between = (each: AgainstClass): Cause =>
      causeOf({
        old,
        now,
        class: each,
        replay: replay(),
        statuteThen: each === 'same' ? undefined : this.statuteThen(key),
        shown,
      });
    const missingDate = lazily(
      () =>
        old !== undefined &&
        old.worth !== 'none' &&
        this.hasOpenDate(now) &&
        differs() &&
        isDateDefect(between('beyond-the-statute').code),
    );
    const found = classOf(old, now, missingDate);
    const cause =
      found === 'same'
        ? causeOf({ old, now, class: found, replay: undefined, statuteThen: undefined, shown })
        : between(found);
    return {
      old,
      now,
      class: found,
      filed: now ? reliefFiled(now.determination) : 'none',
      owed: isOwed(found, now),
      cause,
      dateMissing: now !== undefined && missingDate(),
    };
  }

  private oldOf(now: DecidedConviction): OldAnswer | undefined {
    const { old } = this.run;
    const [index = '0', order = ''] = now.key.split(':');
    const subject = this.history.subjects[Number(index)];
    const full = old.take(subject?.subjectId ?? '', order, { cii: subject?.cii ?? '', names: this.names });
    if (!old.hasCondensed) return full;
    const row = this.rawRows.find(
      (each) =>
        each['CNT_ORDER']?.trim().padEnd(12, '0') === order &&
        (each['DISP_DESCR'] ?? '').startsWith('CONVICTED') &&
        each['SUBJECT_ID']?.trim() === subject?.subjectId,
    );
    // The condensed file says again what the full one said: it is taken all the same, so that nothing is left over.
    const condensed = row && old.takeCondensed(row);
    if (full && condensed) old.noteRepeated();
    return full ?? condensed;
  }

  private get names(): readonly string[] {
    return [this.history.name, ...this.history.otherNames];
  }

  private get rawRows(): readonly RawRow[] {
    this.rows ??= this.run.rowsOf(this.history);
    return this.rows;
  }

  private keyOf(old: OldAnswer | undefined): string {
    const index = this.history.subjects.findIndex((each) => each.subjectId === old?.subjectId);
    return `${Math.max(0, index)}:${old?.order ?? ''}`;
  }

  private shown(key: string, tool: OldAnswer['tool']): readonly string[] {
    const [index = '0', order = ''] = key.split(':');
    const { subjects } = this.history;
    const subject = subjects[Number(index)];
    const rows = this.rawRows.filter((row) => (row['SUBJECT_ID'] ?? '').trim() === (subject?.subjectId ?? ''));
    const sharesCii =
      new Set(subjects.filter((each) => each.cii !== '').map((each) => `${each.file}:${each.subjectId}`)).size > 1;
    return defectsShown(rows, order, tool, this.run.oldAsOf, sharesCii);
  }

  private hasOpenDate(now: DecidedConviction | undefined): boolean {
    const { birthDates, cycles } = this.history;
    if (!birthDates.some(isFullDate) || (now !== undefined && !isFullDate(now.convictedOn))) return true;
    return cycles.some((cycle) =>
      cycle.steps.some((step) =>
        step.counts.some((count) =>
          count.dispositions.some((each) => each.kind === 'convicted' && !isFullDate(each.date)),
        ),
      ),
    );
  }

  private replayOf(tool: OldAnswer['tool'], key: string): DecidedConviction | undefined {
    const policy = this.run.replays.get(tool);
    return policy && this.decidedBy(tool, policy, this.run.oldAsOf).get(key);
  }

  private statuteThen(key: string): DecidedConviction | undefined {
    return this.decidedBy('statute', this.run.today.policy, this.run.oldAsOf).get(key);
  }

  private decidedBy(name: string, policy: Policy, asOf: CalendarDate): ReadonlyMap<string, DecidedConviction> {
    const known = this.decided.get(name);
    if (known) return known;
    const { convictions } = decidePerson(this.history, policy, { county: this.run.county, asOf });
    const byKey = new Map(convictions.map((each) => [each.key, each]));
    this.decided.set(name, byKey);
    return byKey;
  }
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
