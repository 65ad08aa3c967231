import { Inject, Injectable } from '@nestjs/common';
import { determinationsBatch, historiesBatch, type MessageContract } from '@clearway/contracts';
import { ContentStore } from '@clearway/content-store';
import { CONFIGURATION, type Consumer, type Work } from '@clearway/messaging';
import { type EligibilityConfiguration } from '../configuration';
import { DETERMINATION_COLUMNS } from '../determinations/determination.entities';
import { Deciding } from './deciding';
import { Sealing } from './sealing';

type HistoriesBatch = typeof historiesBatch extends MessageContract<string, infer Data> ? Data : never;

/** A batch of histories: decides everyone in it, stores the decisions, announces them. */
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
  ) {
    // One more than decides: while a batch is committed, no thread waits.
    this.inFlight = configuration.threads + 1;
  }

  async handle(work: Work<HistoriesBatch>): Promise<void> {
    if (await work.wasDone()) return;
    const { message } = work;
    const { office, run, revision, data } = message;
    const batch = message.batch ?? 0;
    const { county, asOf, policy, facts, decisions } = await work.settings();
    const decided = await this.deciding.decide({
      path: this.store.pathOf(data.blob),
      policy: policy.text,
      county,
      asOf,
      facts: facts.map(({ name, sha256 }) => ({ name, path: this.store.pathOf(sha256) })),
      decisions: decisions === null ? null : this.store.pathOf(decisions),
      key: [office, run, revision, batch],
    });
    work.signal.throwIfAborted();
    const { sha256: blob, bytes } = await this.store.put(decided.blob, { pin: work.owner });
    const { persons, convictions } = decided;
    let done = 0;
    await work.once(async (transaction) => {
      await transaction.copy('determination', DETERMINATION_COLUMNS, decided.lines);
      await transaction.query(
        'INSERT INTO decision_batch (office, run, revision, batch, histories, blob, bytes, persons, convictions, rule_set, policy) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
        [office, run, revision, batch, data.blob, blob, bytes, persons, convictions, decided.ruleSet, decided.policy],
      );
      await transaction.publish(determinationsBatch, { settings: data.settings, blob, bytes, persons, convictions }, batch);
      const stage = await transaction.advance('deciding', { done: 1 });
      if (stage.first) await transaction.startStage('deciding');
      if (stage.complete) await this.sealing.seal(transaction);
      done = stage.done;
    });
    work.progress({ stage: 'deciding', unit: 'batches', done, total: null });
  }
}
