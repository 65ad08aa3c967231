import { BatchManifest, OutputManifest, type RunSettings, determinationsSealed, noticesBatch, noticesSealed, type MessageContract } from '@clearway/contracts';
import { ContentStore } from '@clearway/content-store';
import { type Consumer, type Work } from '@clearway/messaging';
import { PoisonError } from '@clearway/platform';
import { Injectable } from '@nestjs/common';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Writing } from './writing';

type DeterminationsSealed = typeof determinationsSealed extends MessageContract<string, infer Data> ? Data : never;

/** The files of the letters are stored and announced. */
const WRITTEN_STEP = 'notices.written';

/** Everyone is decided: writes the mail-merge files, and seals the letters; without letters it seals an empty list. */
@Injectable()
export class WriteNotices implements Consumer<DeterminationsSealed> {
  readonly contract = determinationsSealed;
  readonly stage = 'drawing';

  constructor(
    private readonly store: ContentStore,
    private readonly writing: Writing,
  ) {}

  async handle(work: Work<DeterminationsSealed>): Promise<void> {
    if (await work.wasDone()) return;
    const { office, run, revision, data } = work.message;
    const settings = await work.settings();
    const letters = settings.letters ? await this.letters(work, settings) : { outputs: [], counts: {} };
    const { sha256: manifest } = await this.store.putJson(OutputManifest.parse(letters), { pin: work.owner });
    const notices = letters.counts['letters'] ?? 0;
    if (settings.letters) {
      await work.step(WRITTEN_STEP, 0, async (transaction) => {
        await transaction.publish(noticesBatch, { settings: data.settings, notices, manifest }, 0);
      });
    }
    await work.once(async (transaction) => {
      await transaction.query('INSERT INTO written_notices (office, run, revision, manifest) VALUES ($1, $2, $3, $4)', [office, run, revision, manifest]);
      await transaction.publish(noticesSealed, { settings: data.settings, batches: settings.letters ? 1 : 0, manifest, ...letters });
      await transaction.audit('notices.sealed', { before: data.manifest, after: manifest });
    });
  }

  private async letters(work: Work<DeterminationsSealed>, settings: RunSettings): Promise<OutputManifest> {
    const { run, revision, data } = work.message;
    const manifest = BatchManifest.safeParse(await this.store.readJson(data.manifest));
    if (!manifest.success) throw new PoisonError('writing.bad-manifest', 'the list of decided batches does not fit its schema: update the older of the two services');
    const outputDir = await this.store.workFolder(`letters-${run}-${revision}`);
    try {
      const task = {
        settings,
        decisions: manifest.data.batches.map(({ blob }) => this.store.pathOf(blob)),
        population: this.store.pathOf(data.population),
        contacts: settings.contacts === null ? null : this.store.pathOf(settings.contacts),
        book: settings.book === null ? null : this.store.pathOf(settings.book),
        outputDir,
      };
      const { counts, files } = await this.writing.write(task, work.signal, (done) => work.progress({ stage: 'drawing', unit: 'letters', done, total: data.persons }));
      await this.store.adopt(files.map((file) => ({ ...file, path: join(outputDir, file.path) })), { pin: work.owner, signal: work.signal });
      return { outputs: files.map(({ path, sha256, bytes }) => ({ name: path, sha256, bytes })), counts: { ...counts } };
    } finally {
      await rm(outputDir, { recursive: true, force: true });
    }
  }
}
