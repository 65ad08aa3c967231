import { BatchManifest, type OutputFile, OutputManifest, type RunSettings, determinationsSealed, packetsBatch, type MessageContract } from '@clearway/contracts';
import { ContentStore } from '@clearway/content-store';
import { CONFIGURATION, type Consumer, type Work } from '@clearway/messaging';
import { type CaseFilesOfRun, readSealedPopulation } from '@clearway/outputs';
import { PoisonError } from '@clearway/platform';
import { Inject, Injectable } from '@nestjs/common';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ClosingBooks, type DrawnBooks } from '../closing/closing-books';
import { type DocumentsConfiguration } from '../configuration';
import { Drawing } from './drawing';
import { type AnnouncedPacket, type DrawnRun } from './drawing.messages';

type DeterminationsSealed = typeof determinationsSealed extends MessageContract<string, infer Data> ? Data : never;

/** Announces some packets; its inbox rows say which are announced. */
const PACKETS_STEP = 'drawing.packets';
/** Everything but the closing files stands. */
const DRAWN_STEP = 'drawing.drawn';

/**
 * Everyone is decided: writes the annotated results, the lists and the papers, and closes the books when the letters are
 * sealed as well. After a crash the same message comes again; the same decisions make the same files.
 */
@Injectable()
export class DrawRun implements Consumer<DeterminationsSealed> {
  readonly contract = determinationsSealed;
  readonly stage = 'drawing';

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: DocumentsConfiguration,
    private readonly store: ContentStore,
    private readonly drawing: Drawing,
    private readonly closing: ClosingBooks,
  ) {}

  async handle(work: Work<DeterminationsSealed>): Promise<void> {
    const { office, run, revision } = work.message;
    await work.step('drawing.begun', 0, (transaction) => transaction.startStage('drawing'));
    if (!(await work.stepsDone(DRAWN_STEP)).has(0)) {
      const books = await this.drawn(work);
      const { sha256 } = await this.store.putJson(books, { pin: work.owner });
      await work.step(DRAWN_STEP, 0, async (transaction) => {
        await transaction.query(
          `INSERT INTO drawn_run (office, run, revision, drawn) VALUES ($1, $2, $3, $4)
           ON CONFLICT (office, run, revision) DO UPDATE SET drawn = excluded.drawn`,
          [office, run, revision, sha256],
        );
        await transaction.audit('run.drawn', { before: work.message.data.manifest, after: sha256 });
      });
    }
    await this.closing.closeWhenBothStand(work);
  }

  private async drawn(work: Work<DeterminationsSealed>): Promise<DrawnBooks> {
    const { run, revision, data } = work.message;
    const folder = await this.store.workFolder(`drawing-${run}-${revision}`);
    const [outputDir, workDir] = [join(folder, 'outputs'), join(folder, 'work')];
    for (const path of [outputDir, workDir]) await mkdir(path, { recursive: true, mode: 0o700 });
    try {
      const settings = await work.settings();
      const drawn = await this.draw(work, settings, outputDir, workDir);
      await this.store.adopt(drawn.files.map((file) => ({ ...file, path: join(outputDir, file.path) })), { pin: work.owner, signal: work.signal });
      const outputs: OutputFile[] = drawn.files.map(({ path, sha256, bytes }) => ({ name: path, sha256, bytes }));
      await this.store.pin(data.rejectedRows, work.owner);
      outputs.push({ name: 'rejected_rows.csv', sha256: data.rejectedRows, bytes: await this.store.sizeOf(data.rejectedRows) });
      await this.announce(work, drawn.packets);
      const { tally, results, papers, cases, sources, forms } = drawn;
      return { settings: data.settings, population: data.population, tally, results, papers, cases, sources, forms, outputs };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async draw(work: Work<DeterminationsSealed>, settings: RunSettings, outputDir: string, workDir: string): Promise<DrawnRun> {
    const { data } = work.message;
    const manifest = BatchManifest.safeParse(await this.store.readJson(data.manifest));
    if (!manifest.success) throw new PoisonError('drawing.bad-manifest', 'the list of decided batches does not fit its schema: update the older of the two services');
    const { sources } = readSealedPopulation(await this.store.readJson(data.population));
    const task = {
      settings,
      inputs: settings.inputs.map(({ name, sha256, kind }) => ({ name, kind, path: this.store.pathOf(sha256) })),
      decisions: manifest.data.batches.map(({ blob }) => this.store.pathOf(blob)),
      population: this.store.pathOf(data.population),
      joining: sources ? { asks: this.store.pathOf(sources.asks), joined: this.store.pathOf(sources.joined), notes: this.pathOf(sources.notes ?? null) } : null,
      cases: this.casesOf(settings, sources?.listed ?? null),
      book: this.pathOf(settings.book),
      forms: this.configuration.forms,
      threads: this.configuration.threads,
      outputDir,
      workDir,
    };
    return this.drawing.draw(task, work.signal, ({ what, done, total }) => {
      if (what === 'bytes') work.progress({ stage: 'drawing', unit: 'bytes', done, total });
      else if (what === 'people') work.progress({ stage: 'drawing', unit: 'persons', done, total: data.persons });
    });
  }

  private casesOf({ facts, decisions, corrections, done, county }: RunSettings, listed: string | null): CaseFilesOfRun {
    return {
      facts: facts.map(({ name, sha256 }) => ({ name, path: this.store.pathOf(sha256) })),
      decisions: this.pathOf(decisions),
      corrections: this.pathOf(corrections),
      done: done.map(({ name, sha256, mapping }) => ({ name, mapping, path: this.store.pathOf(sha256) })),
      listed: this.pathOf(listed),
      county,
    };
  }

  private pathOf(sha256: string | null): string | null {
    return sha256 === null ? null : this.store.pathOf(sha256);
  }

  /** Packets are announced some at a time, each lot once. */
  private async announce(work: Work<DeterminationsSealed>, packets: readonly AnnouncedPacket[]): Promise<void> {
    const { settings } = work.message.data;
    const done = await work.stepsDone(PACKETS_STEP);
    const size = this.configuration.packetsInBatch;
    for (let batch = 0; batch * size < packets.length; batch++) {
      if (done.has(batch)) continue;
      const some = packets.slice(batch * size, (batch + 1) * size);
      const outputs = some.flatMap(({ files }) => files.map(({ path, sha256, bytes }) => ({ name: path, sha256, bytes })));
      const released = some.filter((packet) => packet.released).length;
      const counts = { packets: some.length, released };
      const manifest = await this.store.putJson(OutputManifest.parse({ outputs, counts }), { pin: work.owner });
      await work.step(PACKETS_STEP, batch, async (transaction) => {
        await transaction.publish(packetsBatch, { settings, packets: some.length, released, manifest: manifest.sha256 }, batch);
      });
    }
  }
}
