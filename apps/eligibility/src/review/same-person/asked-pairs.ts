import { ContentStore } from '@clearway/content-store';
import { SamePersonOfPopulation } from '@clearway/contracts';
import { guarded } from '@clearway/persistence';
import { type AskedPair, type JoinedPair, type JoinState, readAskedPairs, readJoinedPair } from '@clearway/review';
import { Inject, Injectable } from '@nestjs/common';
import { createInterface } from 'node:readline';
import { DataSource } from 'typeorm';
import { type DecidedRunView } from '../../determinations/decided-runs';

/** What a run says of who is one person. */
export interface SamePersonOfRun {
  /** Hash of its questions; undefined when nothing was asked. */
  readonly asks: string | undefined;
  /** Hash of the joins, as JSON lines. */
  readonly joined: string | undefined;
  /** What became of each decision about two records that it was made with. */
  readonly joins: ReadonlyMap<string, JoinState>;
}

/** The questions of a run about who is one person, as ingestion put them into the content store. */
@Injectable()
export class AskedPairs {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    private readonly store: ContentStore,
  ) {}

  async of({ office, run, revision }: DecidedRunView): Promise<SamePersonOfRun> {
    const rows = await guarded(
      () =>
        this.source.query('SELECT population FROM decided_run WHERE office = $1 AND run = $2 AND revision = $3', [
          office,
          run,
          revision,
        ]) as Promise<{ population: string }[]>,
    );
    return rows[0] ? this.ofPopulation(rows[0].population) : NOTHING;
  }

  /** By the hash of a run's population. A population that is not there any more asks nothing. */
  async ofPopulation(population: string): Promise<SamePersonOfRun> {
    if (!(await this.store.has(population))) return NOTHING;
    const { asks, joined, joins } = SamePersonOfPopulation.parse(await this.store.readJson(population));
    return { asks: asks ?? undefined, joined: joined ?? undefined, joins: new Map(Object.entries(joins ?? {})) };
  }

  /** The questions. */
  async pairs(decided: DecidedRunView): Promise<readonly AskedPair[]> {
    return this.read((await this.of(decided)).asks);
  }

  /** A question, or a join that the run made: by likeness, by a number, by a decision. */
  async find(decided: DecidedRunView, id: string): Promise<AskedPair | undefined> {
    const { asks, joined } = await this.of(decided);
    const isIt = (pair: AskedPair): boolean => pair.id === id;
    const found = (await this.read(asks)).find(isIt);
    if (found) return found;
    for await (const join of this.joined(joined)) if (isIt(join)) return join;
    return undefined;
  }

  /** Why each further record is of this person: the joins of the run, in their order. */
  async joinsOf(decided: DecidedRunView, person: string): Promise<readonly JoinedPair[]> {
    const { joined } = await this.of(decided);
    const joins: JoinedPair[] = [];
    for await (const join of this.joined(joined, person)) if (join.records[0].person === person) joins.push(join);
    return joins;
  }

  /** Line by line: a large county has a million joins. `about`: only lines that have these letters are read. */
  private async *joined(sha256: string | undefined, about = ''): AsyncGenerator<AskedPair & JoinedPair> {
    if (sha256 === undefined) return;
    const input = await this.store.openRange(sha256);
    try {
      let line = 0;
      for await (const text of createInterface({ input, crlfDelay: Infinity })) {
        line++;
        if (text.includes(about)) yield readJoinedPair(text, line);
      }
    } finally {
      input.destroy();
    }
  }

  private async read(sha256: string | undefined): Promise<AskedPair[]> {
    return sha256 === undefined ? [] : [...readAskedPairs((await this.store.read(sha256)).toString('utf8'))];
  }
}

const NOTHING: SamePersonOfRun = { asks: undefined, joined: undefined, joins: new Map() };
