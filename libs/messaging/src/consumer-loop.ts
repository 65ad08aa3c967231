import { setTimeout as wait } from 'node:timers/promises';
import { type Consumer as Durable, type JsMsg } from 'nats';
import { readMessage, runFailed, type Message, type MessageType, type ServiceName } from '@clearway/contracts';
import { wrapDatabaseError } from '@clearway/persistence';
import { CodedError, Log, failureCodeOf, failureKindOf, type ServiceConfiguration } from '@clearway/platform';
import { type DeadLetters } from './dead-letters';
import { RunEnded } from './followed-runs';
import { Work, type Consumer, type WorkTools } from './work';

const LONGEST_WAIT_MILLISECONDS = 30_000;
const PULL_MILLISECONDS = 5_000;

export interface LoopTools extends WorkTools {
  readonly deadLetters: DeadLetters;
  readonly log: Log;
  readonly configuration: ServiceConfiguration;
  readonly service: ServiceName;
  /** True while database and broker answer: nothing is taken while they do not. */
  readonly ready: () => Promise<boolean>;
  /** What `ready` last saw may not hold any more: it looks again before the next message. */
  readonly doubt: () => void;
}

/** Pulls the messages of one type and has them handled, a few at a time. */
export class ConsumerLoop {
  private readonly stopping = new AbortController();
  private slots: Promise<void>[] = [];
  /** Why a message failed last, by its id: what its dead letter will say. */
  private readonly lastFailure = new Map<string, { readonly code: string; readonly kind: 'transient' | 'poison' }>();
  /** Code of the bug that stopped this stage; undefined while it runs. Seen by readiness before anyone is told. */
  stoppedBy: string | undefined;
  private halted = false;

  constructor(
    private readonly consumer: Consumer,
    private readonly tools: LoopTools,
  ) {}

  get type(): string {
    return this.consumer.contract.type;
  }

  start(): void {
    this.slots = Array.from({ length: this.consumer.inFlight ?? 1 }, () => this.pull());
  }

  async stop(): Promise<void> {
    this.stopping.abort(new CodedError('process.stopping', 'the process is stopping', 'transient'));
    await Promise.all(this.slots);
  }

  private async pull(): Promise<void> {
    const { link, service, log } = this.tools;
    while (!this.ended) {
      try {
        if (!(await this.tools.ready())) {
          await this.pause(500);
          continue;
        }
        const source = await link.consumerOf(service, this.type as MessageType);
        while (!this.ended && (await this.tools.ready())) {
          const message = await this.next(source);
          if (message) await this.take(message);
        }
      } catch (error) {
        if (this.ended) return;
        log.note('waiting for the broker', { type: this.type, code: failureCodeOf(error) });
        await this.pause(500);
      }
    }
  }

  /** The next message; null when none came for a while, and at once when the process stops. */
  private async next(source: Durable): Promise<JsMsg | null> {
    const { signal } = this.stopping;
    const messages = await source.fetch({ max_messages: 1, expires: PULL_MILLISECONDS });
    const stop = (): void => void messages.close();
    signal.addEventListener('abort', stop, { once: true });
    try {
      for await (const message of messages) return message;
      return null;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  private get ended(): boolean {
    return this.stopping.signal.aborted || this.halted;
  }

  private async pause(milliseconds: number): Promise<void> {
    await wait(milliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }

  private async take(message: JsMsg): Promise<void> {
    const { configuration } = this.tools;
    const busy = setInterval(() => message.working(), Math.max(200, (configuration.ackWaitSeconds * 1000) / 3));
    try {
      await this.handle(message);
    } catch (error) {
      // Not even the failure could be kept: the message comes again.
      this.tools.log.failure('a message is put back', error, { type: this.type });
      message.nak(2000);
    } finally {
      clearInterval(busy);
    }
  }

  private async handle(raw: JsMsg): Promise<void> {
    const attempt = raw.info.deliveryCount;
    const { maxAttempts } = this.tools.configuration;
    const read = this.read(raw.data);
    if (read instanceof Error) {
      await this.giveUp(raw, undefined, failureCodeOf(read), 'poison', attempt);
      return;
    }
    this.tools.log.detail('a message is taken', {
      type: read.type,
      run: read.run,
      batch: read.batch,
      message_id: read.id,
      attempt,
    });
    if (attempt >= maxAttempts) {
      const last = this.lastFailure.get(read.id);
      await this.giveUp(raw, read, last?.code ?? 'message.never-finished', last?.kind ?? 'poison', attempt);
      return;
    }
    const { signal, release } = this.tools.runs.begin(read, this.stopping.signal);
    try {
      if (!ABOUT_ENDS.has(read.type)) await this.tools.runs.admit(read);
      const work = new Work(read, signal, this.tools);
      await this.consumer.handle(work);
      await work.finish();
      this.lastFailure.delete(read.id);
      raw.ack();
    } catch (error) {
      await this.fail(raw, read, signal.aborted && signal.reason instanceof Error ? signal.reason : error, attempt);
    } finally {
      release();
    }
  }

  private read(bytes: Uint8Array): Message<unknown> | Error {
    try {
      return readMessage(this.consumer.contract, bytes);
    } catch (error) {
      return new CodedError(
        (error as { code?: string }).code ?? 'message.bad-data',
        'a message does not fit its contract',
        'poison',
      );
    }
  }

  private async fail(raw: JsMsg, message: Message<unknown>, thrown: unknown, attempt: number): Promise<void> {
    const { log } = this.tools;
    // Also what a repository threw while it connected: a server that is away is no defect.
    const error = wrapDatabaseError(thrown);
    const fields = {
      type: message.type,
      run: message.run,
      office: message.office,
      batch: message.batch,
      attempt,
      message_id: message.id,
    };
    if (error instanceof RunEnded) {
      log.info('work of an ended run or an old revision is dropped', { ...fields, code: error.why });
      raw.ack();
      return;
    }
    if (this.stopping.signal.aborted) {
      raw.nak();
      return;
    }
    const kind = failureKindOf(error);
    log.failure('a message failed', error, fields);
    if (kind === 'refused' || kind === 'bug') {
      if (kind === 'bug') this.stoppedBy = failureCodeOf(error);
      try {
        await this.failRun(message, kind, error);
      } catch (unsaid) {
        // Nobody was told: the message comes again, and this stage must still be there for it.
        this.stoppedBy = undefined;
        throw unsaid;
      }
      this.halted = kind === 'bug';
      raw.term();
      return;
    }
    // A message that is put back while a server is away must not use up its attempts on the same absence.
    if (kind === 'transient') this.tools.doubt();
    this.lastFailure.set(message.id, { code: failureCodeOf(error), kind });
    raw.nak(Math.min(LONGEST_WAIT_MILLISECONDS, 250 * 4 ** Math.min(attempt - 1, 4)));
  }

  private async giveUp(
    raw: JsMsg,
    message: Message<unknown> | undefined,
    code: string,
    kind: 'transient' | 'poison',
    attempts: number,
  ): Promise<void> {
    const { deadLetters, log, service } = this.tools;
    let envelope;
    if (message) {
      const { data: _data, ...rest } = message;
      envelope = rest;
    }
    const hash = await deadLetters.keep(service, {
      type: this.type,
      bytes: raw.data,
      stage: this.consumer.stage,
      code,
      kind,
      attempts,
      ...(envelope ? { envelope } : {}),
    });
    log.note('a message lies with the dead letters', { type: this.type, hash, code, kind, attempt: attempts });
    raw.term();
  }

  /** The run cannot go on: said once, to everyone, with what a person can do. */
  private async failRun(message: Message<unknown>, kind: 'refused' | 'bug', error: unknown): Promise<void> {
    const { units, runs, service } = this.tools;
    const words =
      kind === 'refused' && error instanceof CodedError
        ? error.message
        : 'Clearway stopped at a defect of its own: the logs name the place; nothing that was stored is lost';
    const scope = {
      office: message.office,
      run: message.run,
      revision: message.revision,
      causation: message.id,
      actor: `service:${service}`,
    };
    await units.run(scope, async (transaction) => {
      await runs.end(transaction, 'failed');
      await transaction.publish(runFailed, {
        stage: this.consumer.stage,
        kind,
        code: failureCodeOf(error),
        message: words.slice(0, 600),
      });
      await transaction.audit('run.failed');
    });
  }
}

/** These are about the end of a run: they are handled whatever its state is. */
const ABOUT_ENDS: ReadonlySet<string> = new Set(['run.cancelled', 'run.failed', 'run.purged']);
