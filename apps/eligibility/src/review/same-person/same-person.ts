import {
  type askedPair,
  type askedPairsPage,
  type AskedPairView,
  type decidePair,
  type DecisionView,
} from '@clearway/contracts';
import { type Answer, type Asked } from '@clearway/messaging';
import { guarded } from '@clearway/persistence';
import { CodedError } from '@clearway/platform';
import { printDate } from '@clearway/record';
import {
  askedAbout,
  type AskedPair,
  askWords,
  decisionId,
  inHelpfulOrder,
  joinDraft,
  oddsWords,
} from '@clearway/review';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OfficeDecisions } from '../../decisions/office-decisions';
import { DecidedRuns, type DecidedRunView } from '../../determinations/decided-runs';
import { AskedPairs } from './asked-pairs';

type Waiting = AskedPairView['waiting'];

/** Questions about who is one person: listed with their evidence, answered, and what was answered before. */
@Injectable()
export class SamePerson {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    private readonly runs: DecidedRuns,
    private readonly pairs: AskedPairs,
    private readonly decisions: OfficeDecisions,
  ) {}

  async page({
    office,
    run,
    limit,
    cursor,
    person,
  }: Asked<typeof askedPairsPage>): Promise<Answer<typeof askedPairsPage>> {
    const decided = await this.runs.of(office, run);
    const all = await this.pairs.pairs(decided);
    const wanted = person === null ? all : all.filter(({ records }) => records.some((each) => each.person === person));
    const waitingOf = await this.waiting(decided, wanted);
    const ordered = inHelpfulOrder(wanted.map((pair) => ({ pair, waiting: waitingOf(pair) })));
    const history = await this.decisions.ofPairs(decided);
    const first = cursor === null ? 0 : Number(cursor);
    const items = ordered
      .slice(first, first + limit)
      .map(({ pair, waiting }) => viewOf(pair, waiting, history.get(pair.id)));
    const next = first + limit < ordered.length ? String(first + limit) : null;
    const open = all.filter(({ id }) => holding(history.get(id)) === null).length;
    return { items, next, total: ordered.length, open };
  }

  async one({ office, run, pair: id }: Asked<typeof askedPair>): Promise<Answer<typeof askedPair>> {
    const decided = await this.runs.of(office, run);
    const pair = await this.pairs.find(decided, id);
    const history = (await this.decisions.ofPairs(decided)).get(id) ?? [];
    if (!pair) return { pair: null, history: [...history] };
    const waitingOf = await this.waiting(decided, [pair]);
    return { pair: viewOf(pair, waitingOf(pair), history), history: [...history] };
  }

  /** Throws `same-person.unknown` when the run neither asks about the two nor joined them. */
  async decide(asked: Asked<typeof decidePair>): Promise<Answer<typeof decidePair>> {
    const { office, run, actor, pair: id, kind, reason, signed } = asked;
    const decided = await this.runs.of(office, run);
    const pair = await this.pairs.find(decided, id);
    if (!pair)
      throw new CodedError(
        'same-person.unknown',
        'this run neither asks whether these two records are one person nor joined them: take the id from the questions of the run, or from the column Pair of people_joined.csv',
      );
    const draft = joinDraft(askedAbout(pair), { kind, reason }, signed);
    const recorded = await this.decisions.recordOne({ office, run, actor }, draft, decisionId(draft));
    const people = [...new Set(pair.records.map(({ person }) => person))].sort();
    return { ...recorded, touched: { people, convictions: await this.convictions(decided, people) } };
  }

  private async convictions({ office, run, revision }: DecidedRunView, people: readonly string[]): Promise<number> {
    const [row] = await this.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM determination WHERE office = $1 AND run = $2 AND revision = $3 AND person = ANY($4)',
      [office, run, revision, people],
    );
    return row?.n ?? 0;
  }

  /** The convictions that wait for each question, in the order of the file. */
  private async waiting(
    { office, run, revision }: DecidedRunView,
    pairs: readonly AskedPair[],
  ): Promise<(pair: AskedPair) => Waiting> {
    const people = [...new Set(pairs.flatMap(({ records }) => records.map(({ person }) => person)))];
    const rows = await this.query<Waiting[number]>(
      `SELECT person, conviction, section FROM determination
       WHERE office = $1 AND run = $2 AND revision = $3 AND person = ANY($4) AND questions && ARRAY['record-incomplete', 'court-code', 'other-record']::varchar[]
       ORDER BY batch, place`,
      [office, run, revision, people],
    );
    const byPerson = new Map<string, Waiting>();
    for (const row of rows) byPerson.set(row.person, [...(byPerson.get(row.person) ?? []), row]);
    return ({ records }) =>
      [...new Set(records.map(({ person }) => person))].flatMap((each) => byPerson.get(each) ?? []);
  }

  private query<Result>(sql: string, parameters: readonly unknown[]): Promise<Result[]> {
    return guarded(() => this.source.query(sql, [...parameters]) as Promise<Result[]>);
  }
}

function viewOf(pair: AskedPair, waiting: Waiting, history: readonly DecisionView[] | undefined): AskedPairView {
  const { id, records, odds, lines } = pair;
  return {
    id,
    records: records.map((record) => ({
      ...record,
      otherNames: [...record.otherNames],
      births: record.births.map(printDate),
      cases: [...record.cases],
    })),
    why: askWords(pair),
    odds,
    oddsWords:
      pair.why === 'numbered' ? 'nothing was weighed: a number says that they are one person' : oddsWords(odds),
    evidence: lines.map(({ field, words, weight }) => ({ field, words, weight })),
    waiting,
    decision: holding(history),
  };
}

const PASSED = ['undone', 'replaced', 'recorded', 'destroyed'];

/** The decision that holds now, of those about one question, newest first. */
function holding(history: readonly DecisionView[] | undefined): DecisionView | null {
  return history?.find(({ state }) => !PASSED.includes(state)) ?? null;
}
