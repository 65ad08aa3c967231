import { type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONSUMERS, REVISED_FROM, RUN_TRANSITIONS, checkTransitions } from '@clearway/contracts';
import { CodedError, type ReadinessCheck } from '@clearway/platform';
import { ConsumerLoop, type LoopTools } from './consumer-loop';
import { type Reconciler } from './reconciler';
import { type Consumer } from './work';

const READY_FOR_MILLISECONDS = 1000;

/** Starts the consumers of a service when everything else stands, and stops them before anything else goes. */
export class ServiceRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loops: ConsumerLoop[];
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<unknown> | undefined;
  private readyUntil = 0;

  constructor(
    consumers: readonly Consumer[],
    private readonly tools: Omit<LoopTools, 'ready' | 'doubt'>,
    private readonly source: DataSource,
    private readonly reconciler: Reconciler,
  ) {
    checkTransitions(RUN_TRANSITIONS, 'received', REVISED_FROM);
    this.refuseUnhandled(consumers);
    this.loops = consumers.map(
      (consumer) =>
        new ConsumerLoop(consumer, { ...tools, ready: () => this.ready(), doubt: () => void (this.readyUntil = 0) }),
    );
  }

  onApplicationBootstrap(): void {
    for (const loop of this.loops) loop.start();
    this.timer = setInterval(() => void this.reconcile(), this.tools.configuration.reconcileSeconds * 1000);
  }

  /** Called first: work in progress is put back, at once, for the next process. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all([...this.loops.map((loop) => loop.stop()), this.looking]);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  /** What readiness asks: database, broker, and whether a defect stopped a stage. */
  checks(): ReadinessCheck[] {
    return [
      { name: 'database', check: async () => ({ ready: await this.databaseAnswers(), code: 'database.away' }) },
      { name: 'broker', check: async () => ({ ready: await this.tools.link.answers(), code: 'broker.away' }) },
      {
        name: 'stages',
        check: async () => {
          const stopped = this.loops.find(({ stoppedBy }) => stoppedBy !== undefined);
          return stopped
            ? { ready: false, code: `stage.stopped ${stopped.type} ${stopped.stoppedBy}` }
            : { ready: true };
        },
      },
    ];
  }

  private async ready(): Promise<boolean> {
    const now = performance.now();
    if (now < this.readyUntil) return true;
    const ready = await this.databaseAnswers();
    if (ready) this.readyUntil = now + READY_FOR_MILLISECONDS;
    return ready;
  }

  private async databaseAnswers(): Promise<boolean> {
    return this.source.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  private async reconcile(): Promise<void> {
    if (this.looking) return;
    this.looking = this.reconciler
      .look()
      .catch((error: unknown) => this.tools.log.failure('the reconciler could not look', error))
      .finally(() => (this.looking = undefined));
    await this.looking;
  }

  private refuseUnhandled(consumers: readonly Consumer[]): void {
    const handled = consumers.map(({ contract }) => contract.type);
    const wanted: readonly string[] = CONSUMERS[this.tools.service];
    const missing = wanted.filter((type) => !handled.includes(type));
    const strange = handled.filter((type, index) => !wanted.includes(type) || handled.indexOf(type) !== index);
    if (missing.length + strange.length === 0) return;
    throw new CodedError(
      'consumers.incomplete',
      `${this.tools.service} must handle each of its messages once: missing ${missing.join(', ') || 'none'}; not its own or twice: ${strange.join(', ') || 'none'}`,
      'bug',
    );
  }
}
