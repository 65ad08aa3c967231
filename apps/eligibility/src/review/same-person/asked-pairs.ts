import { ContentStore } from '@clearway/content-store';
import { SamePersonOfPopulation } from '@clearway/contracts';
import { guarded } from '@clearway/persistence';
import { type AskedPair, type JoinState, readAskedPairs } from '@clearway/review';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type DecidedRunView } from '../../determinations/decided-runs';

/** What a run says of who is one person. */
export interface SamePersonOfRun {
  /** Hash of its questions; undefined when nothing was asked. */
  readonly asks: string | undefined;
  /** Hash of the joins that the weights made. */
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

  /** A question, or a join that the weights made. */
  async find(decided: DecidedRunView, id: string): Promise<AskedPair | undefined> {
    const { asks, joined } = await this.of(decided);
    const isIt = (pair: AskedPair): boolean => pair.id === id;
    return (await this.read(asks)).find(isIt) ?? (await this.read(joined)).find(isIt);
  }

  private async read(sha256: string | undefined): Promise<AskedPair[]> {
    return sha256 === undefined ? [] : [...readAskedPairs((await this.store.read(sha256)).toString('utf8'))];
  }
}

const NOTHING: SamePersonOfRun = { asks: undefined, joined: undefined, joins: new Map() };
