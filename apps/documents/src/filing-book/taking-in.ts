import { ContentStore } from '@clearway/content-store';
import { type OutputFile } from '@clearway/contracts';
import { type CourtUpdate, readCourtUpdate, readManifest, type BatchManifest } from '@clearway/court-exchange';
import { type BatchDangers, batchMade, dangersOfPackets } from '@clearway/filing-book';
import { type Transaction } from '@clearway/messaging';
import { CodedError, codedErrorOf } from '@clearway/platform';
import { Injectable } from '@nestjs/common';
import { OfficeBook } from './office-book';

/** A batch among the outputs of a run, read. */
export interface FoundBatch {
  readonly folder: string;
  readonly manifest: BatchManifest;
  readonly manifestSha256: string;
  readonly update: CourtUpdate;
  readonly dataFile: string;
  readonly dangers: (BatchDangers & { readonly file: string }) | null;
}

const MANIFEST = '/manifest.json';
const DATA_FILE = 'confidential/court_update.json';

/** Takes the batches of a run that is done into the book of its office. */
@Injectable()
export class TakingIn {
  constructor(
    private readonly store: ContentStore,
    private readonly book: OfficeBook,
  ) {}

  /** Reads the batches among the outputs of a run; what the danger list says of each is kept for it. */
  async find(outputs: readonly OutputFile[], owner: string): Promise<readonly FoundBatch[]> {
    const byName = new Map(outputs.map(({ name, sha256 }) => [name, sha256]));
    const list = byName.get('danger_list.csv');
    const dangers = list === undefined ? undefined : await this.store.read(list);
    const found: FoundBatch[] = [];
    for (const [name, manifestSha256] of [...byName].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (!name.startsWith('papers/') || !name.endsWith(MANIFEST)) continue;
      const folder = name.slice(0, -MANIFEST.length);
      const dataFile = byName.get(`${folder}/${DATA_FILE}`);
      if (dataFile === undefined)
        throw new CodedError('batch.no-data-file', 'a batch of the run has no confidential data file', 'bug');
      const manifest = readManifest(await this.text(manifestSha256), name);
      const update = readCourtUpdate(await this.text(dataFile), `${folder}/${DATA_FILE}`);
      const packets = manifest.packets.map(({ packet }) => packet);
      const own = dangers && dangersOfPackets(dangers, 'danger_list.csv', packets);
      const kept = own && (await this.store.put(Buffer.from(own.csv, 'utf8'), { pin: owner }));
      found.push({
        folder,
        manifest,
        manifestSha256,
        update,
        dataFile,
        dangers: own && kept ? { ...own, file: kept.sha256 } : null,
      });
    }
    return found;
  }

  /**
   * Records them within the transaction that closes the run. One that the book does not allow is noted with its reason and does not
   * stop the run: its files stand, they only cannot be released.
   */
  async take(transaction: Transaction, batches: readonly FoundBatch[]): Promise<void> {
    const { office, run, revision } = transaction.scope;
    const whole = (await this.refusal(transaction, batches)) === null;
    for (const each of batches) {
      const { folder, manifest, manifestSha256, dataFile, dangers } = each;
      const refused = whole ? null : await this.refusal(transaction, [each]);
      await transaction.query(
        `INSERT INTO run_batch (office, batch, run, revision, folder, manifest, data_file, dangers, refused)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
        [office, manifest.batch, run, revision, folder, manifestSha256, dataFile, dangers?.file ?? null, refused],
      );
    }
  }

  /** Records batches that the book does not have, all or none; the code of what it does not allow. */
  private async refusal(transaction: Transaction, batches: readonly FoundBatch[]): Promise<string | null> {
    try {
      await this.book.recordIn(transaction, ({ state }) =>
        batches
          .filter(
            ({ manifest, manifestSha256 }) => state.batches.get(manifest.batch)?.manifestSha256 !== manifestSha256,
          )
          .map(({ manifest, manifestSha256, update, dangers }) =>
            batchMade(manifest, manifestSha256, update, dangers?.counts ?? null),
          ),
      );
      return null;
    } catch (error) {
      const { kind, code } = codedErrorOf(error);
      // Refused before anything was written: the transaction goes on.
      if (kind === 'refused' && code.startsWith('batch.')) return code;
      throw error;
    }
  }

  private async text(sha256: string): Promise<string> {
    return (await this.store.read(sha256)).toString('utf8');
  }
}
