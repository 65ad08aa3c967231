import { ContentStore } from '@clearway/content-store';
import { OutputManifest } from '@clearway/contracts';
import { type BatchManifest, type CourtUpdateRow, readCourtUpdate, readManifest } from '@clearway/court-exchange';
import { UnitOfWork } from '@clearway/messaging';
import { codedErrorOf } from '@clearway/platform';
import { Injectable } from '@nestjs/common';

/** Where a batch lies in the content store. */
export interface LyingBatch {
  readonly batch: string;
  readonly run: string;
  readonly revision: number;
  readonly folder: string;
  readonly manifest: string;
  readonly dataFile: string;
  readonly dangers: string | null;
  readonly refused: string | null;
}

export type RowsOf = (batch: string) => readonly CourtUpdateRow[] | undefined;

/** What batches are made of, by hash; undefined when the runs that made them are purged. */
@Injectable()
export class BatchContents {
  constructor(
    private readonly units: UnitOfWork,
    private readonly store: ContentStore,
  ) {}

  /** Every run that made a batch and was not purged, the newest first; of all batches, or of one run. */
  async lying(office: string, of: { readonly batch?: string; readonly run?: string } = {}): Promise<LyingBatch[]> {
    return this.units.read<LyingBatch>(
      `SELECT b.batch, b.run, b.revision, b.folder, b.manifest, b.data_file AS "dataFile", b.dangers, b.refused
       FROM run_batch b LEFT JOIN followed_run r ON r.office = b.office AND r.run = b.run
       WHERE b.office = $1 AND r.state IS DISTINCT FROM 'purged'
         AND ($2::char(16) IS NULL OR b.batch = $2) AND ($3::uuid IS NULL OR b.run = $3)
       ORDER BY b.run DESC, b.revision DESC, b.batch`,
      [office, of.batch ?? null, of.run ?? null],
    );
  }

  /** The papers of a batch as they were taken in: those with the manifest of the book. */
  async of(office: string, batch: string, manifest: string): Promise<LyingBatch | undefined> {
    const all = await this.lying(office, { batch });
    return all.find((each) => each.manifest === manifest);
  }

  async manifest({ manifest, folder }: LyingBatch): Promise<BatchManifest> {
    return parsed(async () =>
      readManifest((await this.store.read(manifest)).toString('utf8'), `${folder}/manifest.json`),
    );
  }

  /** Reads the data files of these batches; those that are destroyed have no rows. */
  async rowsOf(office: string, batches: Iterable<string>): Promise<RowsOf> {
    const rows = new Map<string, readonly CourtUpdateRow[]>();
    const wanted = new Set(batches);
    for (const each of wanted.size === 0 ? [] : await this.lying(office)) {
      if (!wanted.has(each.batch) || rows.has(each.batch) || each.refused !== null) continue;
      const update = await this.update(each);
      if (update) rows.set(each.batch, update);
    }
    return (batch) => rows.get(batch);
  }

  async update({ dataFile, folder }: LyingBatch): Promise<readonly CourtUpdateRow[] | undefined> {
    // A purge can be under way: the row goes after the bytes.
    if (!(await this.store.has(dataFile))) return undefined;
    return parsed(
      async () =>
        readCourtUpdate((await this.store.read(dataFile)).toString('utf8'), `${folder}/confidential/court_update.json`)
          .rows,
    );
  }

  /** Every file of the batch's folder among the outputs of its run, by its path below the folder, without the manifest. */
  async files(office: string, { run, revision, folder }: LyingBatch): Promise<ReadonlyMap<string, string>> {
    const [row] = await this.units.read<{ manifest: string | null }>(
      'SELECT manifest FROM drawn_run WHERE office = $1 AND run = $2 AND revision = $3',
      [office, run, revision],
    );
    if (!row?.manifest) return new Map();
    const { outputs } = OutputManifest.parse(await this.store.readJson(row.manifest));
    return new Map(
      outputs
        .filter(({ name }) => name.startsWith(`${folder}/`) && name !== `${folder}/manifest.json`)
        .map(({ name, sha256 }) => [name.slice(folder.length + 1), sha256]),
    );
  }
}

async function parsed<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    throw codedErrorOf(error);
  }
}
