import {
  type AnsweredFile,
  type DecisionState,
  type ImportedEvents,
  type DecisionView,
  type decisionsPage,
} from '@clearway/contracts';
import { ContentStore } from '@clearway/content-store';
import { type Answer, type Asked, UnitOfWork } from '@clearway/messaging';
import { guarded } from '@clearway/persistence';
import { Clock, CodedError } from '@clearway/platform';
import { type ChainedLine, recorderAt } from '@clearway/record';
import {
  chainDecisions,
  continueDecisions,
  type DecisionContent,
  type DecisionEvent,
  decisionsInForce,
  type DraftDecision,
  joinsInForce,
  printDecisions,
  readDecisions,
} from '@clearway/review';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DecidedRuns, type DecidedRunView } from '../determinations/decided-runs';
import { pageOfEvents } from '../recorded/events-page';
import { type EventTable, OfficeChain, type RecordingScope, replacedIn } from '../recorded/office-chain';
import { nameOf, pinnedFile } from '../recorded/office-file';
import { AskedPairs } from '../review/same-person/asked-pairs';
import { DECISION_ROW, type DecisionRow, eventOf, eventsOf, otherPersonOf, viewOf } from './decision-rows';
import { decisionStates, type RunConvictions } from './decision-states';

export interface RecordedDecisions {
  readonly events: readonly DecisionEvent[];
  /** Drafts that the office had already. */
  readonly known: number;
  /** Hash of the office's last event. */
  readonly head: string | null;
}

type OwnColumn = 'kind' | 'person' | 'other_person' | 'conviction';

const DECISIONS: EventTable<OwnColumn> = {
  name: 'case_decision',
  word: 'decision',
  own: ['kind', 'person', 'other_person', 'conviction'],
};

/** The decisions of an office: recorded as events, listed with their states, printed as the command line's file. */
@Injectable()
export class OfficeDecisions {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    private readonly units: UnitOfWork,
    private readonly store: ContentStore,
    private readonly clock: Clock,
    private readonly runs: DecidedRuns,
    private readonly pairs: AskedPairs,
  ) {}

  /**
   * Adds what the office has not yet, all or nothing, with an audit row for each.
   *
   * @param workbook hash of the workbook that they stood in
   */
  async record(scope: RecordingScope, drafts: readonly DraftDecision[], workbook?: string): Promise<RecordedDecisions> {
    const { office, run, actor } = scope;
    const recorder = recorderAt(nameOf(actor), this.clock.now());
    return this.units.run({ office, run, revision: 1, actor, causation: null }, async (transaction) => {
      const onlyUndoes = drafts.every(({ decision }) => decision.kind === 'undo');
      const chain = await OfficeChain.hold(transaction, DECISIONS, onlyUndoes);
      const { chained, head } = await add(chain, (known) => chainDecisions(chain.end, known, drafts, recorder));
      if (workbook !== undefined)
        await transaction.audit('review.imported', { before: workbook, ...(head === null ? {} : { after: head }) });
      return { events: chained.map(({ event }) => event), known: drafts.length - chained.length, head };
    });
  }

  /**
   * Adds the events of a decisions file that the office has not yet, in the order of the file and as they were recorded there, with an
   * audit row for each: also who is one person. Throws a DecisionsFileError when a line is wrong or the chain is broken.
   */
  async import({ office, run, actor }: RecordingScope, text: string): Promise<ImportedEvents> {
    const events = readDecisions(text);
    return this.units.run({ office, run, revision: 1, actor, causation: null }, async (transaction) => {
      const chain = await OfficeChain.hold(transaction, DECISIONS, false);
      const before = await chain.events<DecisionEvent>();
      const { chained, head } = await add(chain, (known) => continueDecisions(chain.end, known, events));
      const imported = chained.map(({ event }) => event);
      const replaced = replacedIn(before, imported, (all) => [...decisionsInForce(all), ...joinsInForce(all)]);
      return { recorded: chained.length, known: events.length - chained.length, replaced, head };
    });
  }

  /** One decision, and how it stands now. */
  async recordOne(
    scope: RecordingScope,
    draft: DraftDecision,
    id: string,
  ): Promise<{ event: DecisionView; known: boolean }> {
    const { known } = await this.record(scope, [draft]);
    const { rows, states } = await this.withStates(
      scope.office,
      await this.runs.of(scope.office, scope.run).catch(() => undefined),
    );
    const row = rows.filter((each) => each.id === id).pop();
    if (!row) throw new CodedError('decision.lost', 'a decision was recorded and is not there', 'bug');
    return { event: viewOf(row, states), known: known > 0 };
  }

  async undo({
    office,
    actor,
    id,
    reason,
  }: {
    readonly office: string;
    readonly actor: string;
    readonly id: string;
    readonly reason: string;
  }): Promise<{ draft: DraftDecision; scope: RecordingScope }> {
    const rows = await this.rows(office);
    const row = rows.filter((each) => each.id === id).pop();
    if (!row?.line)
      throw new CodedError(
        'decision.unknown',
        'this office has no such decision, or it was destroyed with its run: take the id from the list of decisions',
      );
    const { person, key, basis } = eventOf(row.line);
    return {
      draft: { person, key, basis, decision: { kind: 'undo', of: id, reason }, signed: { by: '', on: 0 } },
      scope: { office, run: row.run, actor },
    };
  }

  async page({
    office,
    run,
    state,
    limit,
    cursor,
  }: Asked<typeof decisionsPage>): Promise<Answer<typeof decisionsPage>> {
    const against = run === null ? await this.runs.newest(office) : await this.runs.of(office, run);
    const { rows, states } = await this.withStates(office, against);
    const views = rows.map((row) => viewOf(row, states));
    return { run: against?.run ?? null, ...pageOfEvents(views, { state, limit, cursor }) };
  }

  /** Every event about the two records of a question, newest first, as they stand against a run. */
  async ofPairs(against: DecidedRunView): Promise<ReadonlyMap<string, readonly DecisionView[]>> {
    const { rows, states } = await this.withStates(against.office, against);
    const byPair = new Map<string, DecisionView[]>();
    for (const row of rows) {
      const view = viewOf(row, states);
      if (view.pair !== null) byPair.set(view.pair, [view, ...(byPair.get(view.pair) ?? [])]);
    }
    return byPair;
  }

  /** The events that are left, as a decisions file; pinned for the office until the next one is made. */
  async file(office: string): Promise<{ file: AnsweredFile | null; events: number }> {
    return pinnedFile(this.store, decisionsOwner(office), eventsOf(await this.rows(office)), printDecisions);
  }

  private async withStates(
    office: string,
    against: DecidedRunView | undefined,
  ): Promise<{ rows: readonly DecisionRow[]; states: ReadonlyMap<string, DecisionState> }> {
    const rows = await this.rows(office);
    const events = eventsOf(rows);
    return { rows, states: decisionStates(events, against && (await this.convictionsOf(against, events))) };
  }

  private async convictionsOf(decided: DecidedRunView, events: readonly DecisionEvent[]): Promise<RunConvictions> {
    const { office, run, revision, settings } = decided;
    const people = [...new Set(events.map(({ person }) => person))];
    const rows = await this.query<{ person: string; key: string; basis: string }>(
      'SELECT person, conviction AS key, basis FROM determination WHERE office = $1 AND run = $2 AND revision = $3 AND person = ANY($4)',
      [office, run, revision, people],
    );
    const byPerson = new Map<string, { key: string; basis: string }[]>();
    for (const { person, key, basis } of rows) byPerson.set(person, [...(byPerson.get(person) ?? []), { key, basis }]);
    const text = settings.decisions === null ? '' : (await this.store.read(settings.decisions)).toString('utf8');
    return {
      of: (person) => byPerson.get(person) ?? [],
      applied: new Set(readDecisions(text).map(({ id }) => id)),
      joins: (await this.pairs.of(decided)).joins,
    };
  }

  private rows(office: string): Promise<DecisionRow[]> {
    return this.query<DecisionRow>(`SELECT ${DECISION_ROW} FROM case_decision WHERE office = $1 ORDER BY seq`, [
      office,
    ]);
  }

  private query<Result>(sql: string, parameters: readonly unknown[]): Promise<Result[]> {
    return guarded(() => this.source.query(sql, [...parameters]) as Promise<Result[]>);
  }
}

/** Adds what follows on the chain's end; `follow` is given the ids that the office has. */
async function add(
  chain: OfficeChain<OwnColumn>,
  follow: (known: ReadonlySet<string>) => readonly ChainedLine<DecisionContent>[],
): Promise<{ readonly chained: readonly ChainedLine<DecisionContent>[]; readonly head: string | null }> {
  const others = await chain.known('other_person');
  const chained = follow(new Set(others.keys()));
  const rows = chained.map((each) => {
    const { id, decision, person, key: conviction } = each.event;
    const other = otherPersonOf(each.event, others);
    // A file may undo what it says itself.
    others.set(id, other);
    const own = { kind: decision.kind, person, other_person: other, conviction };
    return { ...each, undoes: decision.kind === 'undo', own };
  });
  return { chained, head: await chain.append(rows) };
}

/** The owner under which the newest decisions file of an office is pinned. */
export function decisionsOwner(office: string): string {
  return `${office}/decisions`;
}
