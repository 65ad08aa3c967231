import { Inject, Injectable } from '@nestjs/common';
import { determinationsBatch, historiesBatch, type MessageContract, type RunSettings } from '@clearway/contracts';
import { ContentStore } from '@clearway/content-store';
import { CONFIGURATION, type Consumer, type Transaction, type Work } from '@clearway/messaging';
import { copyLine } from '@clearway/persistence';
import { type EligibilityConfiguration } from '../configuration';
import { DETERMINATION_COLUMNS } from '../determinations/determination.entities';
import { RevisionsBefore, insertDecisionBatch, type BatchBefore } from '../revisions/revisions-before';
import { Deciding } from './deciding';
import { Sealing } from './sealing';

type HistoriesBatch = typeof historiesBatch extends MessageContract<string, infer Data> ? Data : never;

/** What a batch is decided as, and how its rows are written. */
interface DecidedBatch {
  readonly blob: string;
  readonly bytes: number;
  readonly persons: number;
  readonly convictions: number;
  readonly carried: number;
  readonly write: (transaction: Transaction) => Promise<void>;
}

/** A batch of histories: decides everyone in it whom the revision before did not decide from the same, stores the decisions, announces them. */
@Injectable()
export class DecideBatch implements Consumer<HistoriesBatch> {
  readonly contract = historiesBatch;
  readonly stage = 'deciding';
  readonly inFlight: number;

  constructor(
    @Inject(CONFIGURATION) configuration: EligibilityConfiguration,
    private readonly store: ContentStore,
    private readonly deciding: Deciding,
    private readonly sealing: Sealing,
    private readonly revisions: RevisionsBefore,
  ) {
    // One more than decides: while a batch is committed, no thread waits.
    this.inFlight = configuration.threads + 1;
  }

  async handle(work: Work<HistoriesBatch>): Promise<void> {
    if (await work.wasDone()) return;
    const { data, batch } = work.message;
    const settings = await work.settings();
    const before = await this.revisions.of(work, settings);
    const { write, ...decided } = before?.whole ? this.standing(work, before.whole) : await this.decided(work, settings, before);
    let done = 0;
    await work.once(async (transaction) => {
      await write(transaction);
      await transaction.publish(determinationsBatch, { settings: data.settings, ...decided }, batch ?? 0);
      const stage = await transaction.advance('deciding', { done: 1 });
      if (stage.first) await transaction.startStage('deciding');
      if (stage.complete) await this.sealing.seal(transaction);
      done = stage.done;
    });
    work.progress({ stage: 'deciding', unit: 'batches', done, total: null });
  }

  /** Nobody in the batch is touched: it stands as the revision before decided it. */
  private standing(work: Work<HistoriesBatch>, whole: NonNullable<BatchBefore['whole']>): DecidedBatch {
    const { blob, bytes, persons, convictions } = whole;
    return { blob, bytes, persons, convictions, carried: persons, write: (transaction) => this.revisions.carry(transaction, work, whole) };
  }

  private async decided(work: Work<HistoriesBatch>, settings: RunSettings, before: BatchBefore | undefined): Promise<DecidedBatch> {
    const { office, run, revision, data } = work.message;
    const batch = work.message.batch ?? 0;
    const { asOf, policy } = settings;
    const decided = await this.deciding.decide({
      path: this.store.pathOf(data.blob),
      policy: policy.text,
      asOf,
      ...this.revisions.casePaths(settings, data),
      before: before?.task ?? null,
      stateFiles: settings.inputs.filter(({ kind }) => kind === 'state-file').length,
      key: [office, run, revision, batch],
    });
    work.signal.throwIfAborted();
    const { sha256: blob, bytes } = await this.store.put(decided.blob, { pin: work.owner });
    const { persons, convictions, carried, ruleSet } = decided;
    const touched = decided.touched.map(({ person, why }) => copyLine([office, run, revision, person, why])).join('');
    const write = async (transaction: Transaction): Promise<void> => {
      await transaction.copy('determination', DETERMINATION_COLUMNS, decided.lines);
      if (touched !== '') await transaction.copy('touched_person', ['office', 'run', 'revision', 'person', 'why'], touched);
      await insertDecisionBatch(transaction, { batch, histories: data.blob, sources: data.sources, listed: data.listed, blob, bytes, persons, convictions, carried, rule_set: ruleSet, policy: decided.policy });
    };
    return { blob, bytes, persons, convictions, carried, write };
  }
}
