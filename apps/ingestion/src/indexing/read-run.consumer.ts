import { Inject, Injectable } from '@nestjs/common';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BatchManifest, historiesBatch, historiesSealed, runRequested, type InputCounts, type Message, type MessageContract, type RunSettings } from '@clearway/contracts';
import { ContentStore } from '@clearway/content-store';
import { CONFIGURATION, type Consumer, type Transaction, type Work } from '@clearway/messaging';
import { copyLine } from '@clearway/persistence';
import { CodedError, Log } from '@clearway/platform';
import { type IngestionConfiguration } from '../configuration';
import { Reading } from './reading';
import { type BatchRead, type PopulationCounts, type SealedPopulation } from './reading.messages';

/** The step that stores one batch of histories; its inbox rows say which are stored. */
const BATCH_STEP = 'indexing.batch';

type JoiningFiles = Pick<SealedPopulation, 'asks' | 'joined' | 'notes'>;
type RunRequested = typeof runRequested extends MessageContract<string, infer Data> ? Data : never;

/**
 * A run was asked for: reads its inputs, and stores and announces its histories batch by batch. After a crash the same
 * message comes again; the same inputs make the same batches, and those that are stored are passed over.
 */
@Injectable()
export class ReadRun implements Consumer<RunRequested> {
  readonly contract = runRequested;
  readonly stage = 'indexing';

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: IngestionConfiguration,
    private readonly store: ContentStore,
    private readonly reading: Reading,
    private readonly log: Log,
  ) {}

  async handle(work: Work<RunRequested>): Promise<void> {
    if (await work.wasDone()) return;
    const settings = await work.settings();
    await this.store.ensureFree(settings.inputs.reduce((sum, { bytes }) => sum + bytes, 0) / 2);
    const batchPersons = await this.begin(work);
    const workDir = join(this.configuration.contentDir, 'work', `${work.message.run}-${work.message.revision}`);
    await rm(workDir, { recursive: true, force: true });
    try {
      await this.read(work, settings, batchPersons, workDir);
    } finally {
      await rm(workDir, { recursive: true, force: true });
    }
  }

  private async read(work: Work<RunRequested>, settings: RunSettings, batchPersons: number, workDir: string): Promise<void> {
    const done = await work.stepsDone(BATCH_STEP);
    const inputs = settings.inputs.map(({ name, sha256, kind, mapping }) => ({ name, sha256, kind, mapping, path: this.store.pathOf(sha256) }));
    const lists = settings.done.map((each) => ({ ...each, path: this.store.pathOf(each.sha256) }));
    const decisions = settings.decisions === null ? null : this.store.pathOf(settings.decisions);
    const task = { inputs, done: lists, decisions, county: settings.county, asOf: settings.asOf, workDir, scanThreads: this.configuration.scanThreads, batchPersons, stored: [...done] };
    const batches: BatchManifest['batches'] = [];
    let population: (PopulationCounts & JoiningFiles & Pick<SealedPopulation, 'listed'>) | undefined;
    let histories: SealedPopulation['histories'] | undefined;
    let rejected = { sha256: '', bytes: 0 };
    let persons = 0;
    let sources: string | null = null;
    let listed: string | null = null;
    for await (const event of this.reading.events(task, work.signal)) {
      if (event.kind === 'indexing') work.progress({ stage: 'indexing', unit: 'bytes', done: event.done, total: event.total });
      if (event.kind === 'joining') work.progress({ stage: 'indexing', unit: event.unit, done: event.done, total: event.total });
      if (event.kind === 'resolving') {
        if (event.listed) listed = (await this.store.putJson(event.listed, { pin: work.owner })).sha256;
        population = { ...event.population, ...(await this.joiningFiles(work, event)), ...(listed === null ? {} : { listed }) };
        if (event.population.joining) sources = (await this.store.putJson(event.sourceFiles, { pin: work.owner })).sha256;
        rejected = await this.store.put(createReadStream(event.rejectedRowsFile), { pin: work.owner });
        await work.step('resolving.begun', 0, (transaction) => transaction.startStage('resolving'));
      }
      if (event.kind === 'end') histories = event.histories;
      if (event.kind === 'batch') {
        batches.push(await this.storeBatch(work, event.read, { sources, listed }));
        persons += event.read.persons;
        work.progress({ stage: 'resolving', unit: 'persons', done: persons, total: population?.people ?? null });
      }
    }
    if (!population || !histories) throw new CodedError('reading.no-population', 'the reading thread told of no population', 'bug');
    await this.seal(work, { ...population, histories }, rejected, batches);
  }

  /** What joining said of two records lies beside the population, for questions and reports. */
  private async joiningFiles(work: Work<RunRequested>, { asksFile, joinedFile, notesFile }: { readonly asksFile?: string; readonly joinedFile?: string; readonly notesFile?: string }): Promise<JoiningFiles> {
    if (asksFile === undefined || joinedFile === undefined || notesFile === undefined) return {};
    const put = async (path: string): Promise<string> => (await this.store.put(createReadStream(path), { pin: work.owner })).sha256;
    return { asks: await put(asksFile), joined: await put(joinedFile), notes: await put(notesFile) };
  }

  /** Notes the run, once; returns the batch size that it keeps. */
  private async begin(work: Work<RunRequested>): Promise<number> {
    // As large as those of the revision before: where nothing changed, a batch is the same batch.
    let batchPersons = (await this.batchPersonsOf(work, work.message.data.before)) ?? this.configuration.batchPersons;
    await work.step('indexing.begun', 0, async (transaction) => {
      await transaction.query('INSERT INTO read_run (office, run, revision, batch_persons) VALUES ($1, $2, $3, $4)', [...keyOf(work.message), batchPersons]);
      await transaction.startStage('indexing');
      await transaction.audit('run.reading', { after: work.message.data.settings });
    });
    batchPersons = (await this.batchPersonsOf(work, work.message.revision)) ?? batchPersons;
    return batchPersons;
  }

  private async batchPersonsOf(work: Work<RunRequested>, revision: number | null): Promise<number | undefined> {
    const { office, run } = work.message;
    const [row] = await work.read<{ batch_persons: number }>('SELECT batch_persons FROM read_run WHERE office = $1 AND run = $2 AND revision = $3', [office, run, revision]);
    return row?.batch_persons;
  }

  /** Blob, places, announcement and inbox row of one batch; a batch that is stored is only looked up. */
  private async storeBatch(work: Work<RunRequested>, { batch, persons, rows, content }: BatchRead, beside: { readonly sources: string | null; readonly listed: string | null }): Promise<BatchManifest['batches'][number]> {
    const key = keyOf(work.message);
    if (!content) {
      const [row] = await work.read<{ blob: string; bytes: number }>('SELECT blob, bytes FROM history_batch WHERE office = $1 AND run = $2 AND revision = $3 AND batch = $4', [...key, batch]);
      if (!row) throw new CodedError('reading.batch-lost', 'a batch that is said to be stored has no row', 'bug');
      return { batch, blob: row.blob, bytes: row.bytes, persons, rows };
    }
    const { sha256: blob, bytes } = await this.store.put(content.blob, { pin: work.owner });
    const before = await this.stoodBefore(work, content.people);
    const lines = content.people.map((person, index) => copyLine([...key, person, batch, content.places[index]?.offset ?? 0, content.places[index]?.length ?? 0])).join('');
    await work.step(BATCH_STEP, batch, async (transaction: Transaction) => {
      await transaction.copy('person_place', ['office', 'run', 'revision', 'person', 'batch', 'byte_offset', 'length'], lines);
      await transaction.query('INSERT INTO history_batch (office, run, revision, batch, blob, bytes, persons, rows) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [...key, batch, blob, bytes, persons, rows]);
      await transaction.publish(historiesBatch, { settings: work.message.data.settings, blob, bytes, persons, rows, ...beside, before }, batch);
    });
    return { batch, blob, bytes, persons, rows };
  }

  /** In which batches of the revision before these people stood. */
  private async stoodBefore(work: Work<RunRequested>, people: readonly string[]): Promise<{ revision: number; batches: number[] } | null> {
    const { office, run, data } = work.message;
    if (data.before === null) return null;
    const rows = await work.read<{ batch: number }>(
      'SELECT DISTINCT batch FROM person_place WHERE office = $1 AND run = $2 AND revision = $3 AND person = ANY($4) ORDER BY batch',
      [office, run, data.before, people],
    );
    return { revision: data.before, batches: rows.map(({ batch }) => batch) };
  }

  private async seal(work: Work<RunRequested>, population: SealedPopulation, rejected: { readonly sha256: string; readonly bytes: number }, batches: BatchManifest['batches']): Promise<void> {
    const manifest = await this.store.putJson(BatchManifest.parse({ stage: 'histories', batches }), { pin: work.owner });
    const counts = await this.store.putJson(population, { pin: work.owner });
    const inputs = population.files.map((file, index): InputCounts => {
      const { sha256, bytes, rowsRead, rowsUsed, rowsRejected, emptyLines, physicalLines, people, source, mappedBy } = file;
      const { joined, asked } = population.joining?.byFile[index] ?? { joined: 0, asked: 0 };
      const mapping = source?.mapping && mappedBy ? { name: source.mapping.name, how: mappedBy } : null;
      return { sha256, bytes, rowsRead, rowsUsed, rowsRejected, emptyLines, physicalLines, kind: source?.kind ?? 'state-file', people, joined, asked, mapping };
    });
    const rejectedRows = { name: 'rejected_rows.csv', sha256: rejected.sha256, bytes: rejected.bytes };
    const { settings, before } = work.message.data;
    await work.once(async (transaction) => {
      await transaction.query(
        'UPDATE read_run SET batches = $4, persons = $5, manifest = $6, population = $7, rejected_rows = $8, rejected_rows_bytes = $9 WHERE office = $1 AND run = $2 AND revision = $3',
        [...keyOf(work.message), batches.length, population.people, manifest.sha256, counts.sha256, rejected.sha256, rejected.bytes],
      );
      await transaction.publish(historiesSealed, { settings, batches: batches.length, persons: population.people, manifest: manifest.sha256, population: counts.sha256, rejectedRows, inputs, before });
      await transaction.audit('histories.sealed', { before: settings, after: manifest.sha256 });
    });
    this.log.info('histories are sealed', { run: work.message.run, office: work.message.office, count: batches.length, persons: population.people });
  }
}

function keyOf({ office, run, revision }: Message<unknown>): [string, string, number] {
  return [office, run, revision];
}
