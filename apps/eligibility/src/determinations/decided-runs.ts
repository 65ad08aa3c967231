import { ContentStore } from '@clearway/content-store';
import { RunSettings } from '@clearway/contracts';
import { guarded } from '@clearway/persistence';
import { CodedError } from '@clearway/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A run of which everyone is decided. */
export interface DecidedRunView {
  readonly office: string;
  readonly run: string;
  readonly revision: number;
  readonly settings: RunSettings;
  /** Hash of the settings. */
  readonly settingsHash: string;
  /** Whom the people of lists of what already happened are found to be; null where nobody was joined. */
  readonly listed: string | null;
  /** Owner of what is put into the content store for it. */
  readonly owner: string;
}

/** Finds runs that are decided, with the settings under which they were. */
@Injectable()
export class DecidedRuns {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    private readonly store: ContentStore,
  ) {}

  /** One revision, or the newest that is decided. Throws `run.not-decided` and `run.purged`. */
  async of(office: string, run: string, asked?: number): Promise<DecidedRunView> {
    const [row] = await this.rows<{ revision: number; settings: string; listed: string | null; state: string | null }>(
      `SELECT d.revision, d.settings, f.state,
         (SELECT b.listed FROM decision_batch b WHERE b.office = d.office AND b.run = d.run AND b.revision = d.revision ORDER BY b.batch LIMIT 1) AS listed
       FROM decided_run d LEFT JOIN followed_run f USING (office, run)
       WHERE d.office = $1 AND d.run = $2 AND d.manifest IS NOT NULL AND d.revision = COALESCE($3::int, d.revision) ORDER BY d.revision DESC LIMIT 1`,
      [office, run, asked ?? null],
    );
    if (!row)
      throw new CodedError(
        'run.not-decided',
        'not everyone of this run is decided yet, or the run failed: wait until it is done',
      );
    if (row.state === 'purged') throw purged();
    const settings = RunSettings.parse(await this.store.readJson(row.settings));
    return {
      office,
      run,
      revision: row.revision,
      settings,
      settingsHash: row.settings,
      listed: row.listed,
      owner: `${office}/${run}`,
    };
  }

  /** The newest run of an office that is decided and kept; ids of runs are made in the order of time. */
  async newest(office: string): Promise<DecidedRunView | undefined> {
    const [row] = await this.rows<{ run: string }>(
      `SELECT d.run FROM decided_run d LEFT JOIN followed_run f USING (office, run)
       WHERE d.office = $1 AND d.manifest IS NOT NULL AND f.state IS DISTINCT FROM 'purged' ORDER BY d.run DESC LIMIT 1`,
      [office],
    );
    return row ? this.of(office, row.run) : undefined;
  }

  /** Where the decisions lie, in the order of the batches. */
  async decisionBlobs({ office, run, revision }: DecidedRunView): Promise<string[]> {
    const rows = await this.rows<{ blob: string }>(
      'SELECT blob FROM decision_batch WHERE office = $1 AND run = $2 AND revision = $3 ORDER BY batch',
      [office, run, revision],
    );
    return rows.map(({ blob }) => this.store.pathOf(blob));
  }

  /** Where the histories lie that were decided, in the order of the batches. */
  async historyBlobs({ office, run, revision }: DecidedRunView): Promise<string[]> {
    const rows = await this.rows<{ histories: string }>(
      'SELECT histories FROM decision_batch WHERE office = $1 AND run = $2 AND revision = $3 ORDER BY batch',
      [office, run, revision],
    );
    return rows.map(({ histories }) => this.store.pathOf(histories));
  }

  private rows<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    return guarded(() => this.source.query(sql, [...parameters]) as Promise<Row[]>);
  }
}

export function purged(): CodedError {
  return new CodedError('run.purged', 'the data of this run were destroyed; only hashes and counts are kept');
}
