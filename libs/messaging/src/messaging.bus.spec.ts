// Real: Postgres, nats-server with JetStream, Nest. The consumers are functions of the test.
import { Controller, type INestApplication } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { historiesBatch, packetsOfRun, populationOfRun, serviceQuestions, type MessageType } from '@clearway/contracts';
import { CodedError, PoisonError, READINESS_CHECKS, TransientError, uuidV7, type ReadinessCheck } from '@clearway/platform';
import { DeadLetters, FollowedRuns, NatsLink, Question, QuestionClient, UnitOfWork } from './index';
import { TestBus, eventually, messageBytes } from './service-on-the-bus';
import { type Work } from './work';

const settings = 'a'.repeat(64);
const batchData = { settings, blob: 'b'.repeat(64), bytes: 1, persons: 1, rows: 1, sources: null, before: null, listed: null };

@Controller()
class Answers {
  @Question(populationOfRun)
  population(): never {
    throw new Error('DOE,JANE');
  }

  @Question(packetsOfRun)
  packets(@Payload() asked: { run: string }): never {
    throw new CodedError('run.unknown', `no such run of this office (${asked.run.length})`);
  }
}

describe('a service on the bus', () => {
  let bus: TestBus;
  let handler: (work: Work<never>) => Promise<void> = async () => undefined;
  let application: INestApplication;
  const tries: (number | null)[] = [];
  let link: NatsLink;
  let run: string;
  const told: { type: string; run: string; data: { code?: string; kind?: string; deadLetter?: string } }[] = [];

  const send = async (type: MessageType, data: unknown, more: Parameters<typeof messageBytes>[3] = {}): Promise<string> => {
    const { id, body } = messageBytes(type, run, data, more);
    await link.publish(type, 'test-da', run, id, body);
    return id;
  };
  const state = () => application.get(QuestionClient).ask(serviceQuestions('eligibility').state, { office: 'test-da', run });
  const handled = async (type: MessageType): Promise<number> => (await state()).handled[type] ?? 0;
  const readiness = async (): Promise<boolean[]> => Promise.all(application.get<ReadinessCheck[]>(READINESS_CHECKS).map(async (check) => (await check.check()).ready));

  const start = async (): Promise<void> => {
    const consume = async (work: Work<never>): Promise<void> => {
      tries.push(work.message.batch);
      await handler(work);
    };
    application = await bus.start('eligibility', { 'histories.batch': consume }, { CLEARWAY_RECONCILE_SECONDS: '1' }, [Answers]);
    link = application.get(NatsLink);
    // Not of batches: a listener answers for a stream that is not there.
    for (const about of ['run', 'stage']) link.connection.subscribe(`${link.prefix}.${about}.>`, { callback: (_error, message) => void told.push(message.json()) });
  };

  beforeAll(async () => {
    bus = await TestBus.create(['eligibility', 'ingestion']);
    await start();
  }, 30_000);
  afterAll(() => bus.close(), 30_000);
  beforeEach(() => {
    run = uuidV7();
    tries.splice(0);
    handler = async () => undefined;
  });

  it('does a message once, however often and under whatever id it comes', async () => {
    handler = (work) => work.once((transaction) => transaction.audit('counted')).then(() => undefined);
    for (let i = 0; i < 3; i++) await send('histories.batch', batchData, { batch: 4 });
    await eventually(() => tries.length === 3);
    const rows = await application.get(UnitOfWork).read('SELECT 1 FROM audit WHERE run = $1', [run]);
    expect(rows).toHaveLength(1);
    expect(await handled('histories.batch')).toBe(1);
  });

  it('is given a message once that is published twice under one id, as after a crash between publishing and noting it', async () => {
    const id = await send('histories.batch', batchData, { batch: 5 });
    await send('histories.batch', batchData, { batch: 5, id });
    await send('histories.batch', batchData, { batch: 6 });
    await eventually(() => tries.includes(6));
    await eventually(async () => (await link.unfinished('eligibility', 'histories.batch')) === 0);
    expect(tries).toEqual([5, 6]);
  });

  it('keeps nothing of a handler that fails half way', async () => {
    let failed = false;
    handler = async (work) => {
      await work.once(async (transaction) => {
        await transaction.audit('half');
        await transaction.startStage('drawing');
        if (!failed) {
          failed = true;
          throw new TransientError('test.away', 'away');
        }
      });
    };
    await send('histories.batch', batchData, { batch: 1 });
    await eventually(async () => (await handled('histories.batch')) > 0);
    expect(await application.get(UnitOfWork).read('SELECT 1 FROM audit WHERE run = $1', [run])).toHaveLength(1);
    expect(await application.get(UnitOfWork).read("SELECT 1 FROM outbox WHERE run = $1 AND type = 'stage.started'", [run])).toHaveLength(1);
  });

  it('is not given a message again while it works on it, however long', async () => {
    handler = () => new Promise((resolve) => setTimeout(resolve, 3500));
    await send('histories.batch', batchData, { batch: 1 });
    await eventually(async () => (await handled('histories.batch')) === 1);
    expect(tries).toEqual([1]);
  });

  it('tries a poisoned message, gives it up before the last time, tells, lists and replays it', async () => {
    let poisoned = true;
    handler = async () => {
      if (poisoned) throw new PoisonError('blob.broken', 'DOE,JANE');
    };
    const id = await send('histories.batch', batchData, { batch: 7 });
    const stalled = await eventually(() => told.find((message) => message.type === 'stage.stalled' && message.run === run));
    expect(tries).toEqual([7, 7]);
    expect(stalled.data).toMatchObject({ code: 'blob.broken' });
    const { items } = await application.get(QuestionClient).ask(serviceQuestions('eligibility').deadLetters, { office: 'test-da', run, limit: 10, cursor: null });
    expect(items).toEqual([expect.objectContaining({ hash: stalled.data.deadLetter, batch: 7, attempts: 3, kind: 'poison', replayedAs: null })]);
    expect(JSON.stringify(items)).not.toMatch(/DOE/);
    poisoned = false;
    const replayed = await application.get(QuestionClient).ask(serviceQuestions('eligibility').replay, { office: 'test-da', hash: stalled.data.deadLetter ?? '' });
    expect(replayed.id).not.toBe(id);
    await eventually(async () => (await handled('histories.batch')) === 1);
    expect(await application.get(DeadLetters).list('test-da', run, 10, null)).toEqual([expect.objectContaining({ replayedAs: replayed.id })]);
  });

  it('does not keep the bytes of a message that nobody can read', async () => {
    await link.publish('histories.batch', 'test-da', run, uuidV7(), 'DOE,JANE');
    const letter = await eventually(async () => (await application.get(DeadLetters).list('test-da', null, 100, null)).find(({ code }) => code === 'message.not-json'));
    expect(await application.get(UnitOfWork).read('SELECT body FROM dead_letter WHERE hash = $1', [letter.hash])).toEqual([{ body: null }]);
    await expect(application.get(DeadLetters).replay('eligibility', 'test-da', letter.hash)).rejects.toMatchObject({ code: 'dead-letter.unknown' });
    expect(tries).toEqual([]);
  });

  it('drops the work of a cancelled run, and stops what goes on for it', async () => {
    let stopped: unknown;
    handler = (work) =>
      new Promise((_, reject) =>
        work.signal.addEventListener('abort', () => {
          stopped = work.signal.reason;
          reject(work.signal.reason as Error);
        }),
      );
    await send('histories.batch', batchData, { batch: 0 });
    await eventually(() => tries.length === 1);
    await send('run.cancelled', { reason: 'user.asked' });
    await eventually(() => stopped !== undefined);
    await send('histories.batch', batchData, { batch: 1 });
    await eventually(async () => (await link.unfinished('eligibility', 'histories.batch')) === 0);
    expect(tries).toEqual([0]);
    expect(await state()).toMatchObject({ state: 'cancelled', handled: { 'run.cancelled': 1 } });
  });

  it('drops late work of an old revision, also when it was begun', async () => {
    handler = async (work) => {
      if (work.message.revision === 1) await application.get(FollowedRuns).admit({ ...work.message, revision: 2 });
      await work.once((transaction) => transaction.audit('decided'));
    };
    await send('histories.batch', batchData, { batch: 0 });
    await send('histories.batch', batchData, { batch: 0, revision: 2 });
    await eventually(async () => (await handled('histories.batch')) === 1);
    expect(await state()).toMatchObject({ revision: 2 });
    expect(await application.get(UnitOfWork).read('SELECT 1 FROM audit WHERE run = $1', [run])).toHaveLength(1);
  });

  it('fails the run, in words, when its input is refused', async () => {
    handler = async () => {
      throw new CodedError('county.not-in-file', 'choose a county that occurs');
    };
    await send('histories.batch', batchData, { batch: 0 });
    const failed = await eventually(() => told.find((message) => message.type === 'run.failed' && message.run === run));
    expect(failed.data).toEqual({ stage: 'deciding', kind: 'refused', code: 'county.not-in-file', message: 'choose a county that occurs' });
    expect(await readiness()).not.toContain(false);
  });

  it('answers a bad question with the fields, a domain error with its code, and a defect without its words', async () => {
    const questions = application.get(QuestionClient);
    const bad = { office: 'DOE,JANE', run: 'x' };
    await expect(questions.ask(serviceQuestions('eligibility').state, bad)).rejects.toMatchObject({ code: 'question.invalid', fields: ['office', 'run'] });
    await expect(questions.ask(serviceQuestions('eligibility').state, bad)).rejects.not.toThrow(/DOE/);
    await expect(questions.ask(packetsOfRun, { office: 'test-da', run })).rejects.toMatchObject({ code: 'run.unknown' });
    await expect(questions.ask(populationOfRun, { office: 'test-da', run })).rejects.toMatchObject({ code: 'question.failed' });
    await expect(questions.ask(populationOfRun, { office: 'test-da', run })).rejects.not.toThrow(/DOE/);
    await expect(questions.ask(serviceQuestions('gateway').state, { office: 'test-da', run }, 500)).rejects.toMatchObject({ code: 'question.no-answer' });
  });

  it('publishes again what the broker lost', async () => {
    const ingestion = await bus.start('ingestion', {}, { CLEARWAY_RECONCILE_SECONDS: '1' });
    await bus.stop(application);
    const scope = { office: 'test-da', run, revision: 1, actor: 'user:test', causation: null };
    await ingestion.get(FollowedRuns).admit(scope);
    for (const batch of [0, 1]) await ingestion.get(UnitOfWork).run(scope, (transaction) => transaction.publish(historiesBatch, batchData, batch));
    const manager = await ingestion.get(NatsLink).connection.jetstreamManager();
    expect((await manager.streams.purge(`${bus.scratch.name}_HISTORIES`)).purged).toBeGreaterThanOrEqual(2);
    await start();
    await eventually(() => tries.length >= 2, 20_000);
    await eventually(async () => (await handled('histories.batch')) === 2);
    await bus.stop(ingestion);
  }, 40_000);

  it('publishes again what the broker lost of a new revision, of which nobody else has heard', async () => {
    const ingestion = await bus.start('ingestion', {}, { CLEARWAY_RECONCILE_SECONDS: '1' });
    const scope = { office: 'test-da', run, revision: 1, actor: 'user:test', causation: null };
    const publish = async (revision: number): Promise<void> => {
      await ingestion.get(FollowedRuns).admit({ ...scope, revision });
      await ingestion.get(UnitOfWork).run({ ...scope, revision }, (transaction) => transaction.publish(historiesBatch, batchData, 0));
    };
    await publish(1);
    await eventually(async () => (await handled('histories.batch')) === 1);
    await bus.stop(application);
    await publish(2);
    const manager = await ingestion.get(NatsLink).connection.jetstreamManager();
    expect((await manager.streams.purge(`${bus.scratch.name}_HISTORIES`)).purged).toBeGreaterThanOrEqual(1);
    await start();
    await eventually(async () => (await state()).revision === 2 && (await handled('histories.batch')) === 1, 20_000);
    await bus.stop(ingestion);
  }, 40_000);

  it('goes on with a new revision when the end of the one before is told late', async () => {
    let open: (() => void) | undefined;
    let aborted: boolean | undefined;
    handler = (work) =>
      new Promise((resolve) => {
        open = () => {
          aborted = work.signal.aborted;
          resolve();
        };
      });
    await send('histories.batch', batchData, { batch: 0, revision: 2 });
    await eventually(() => open);
    await send('run.cancelled', { reason: 'caller.asked' }, { revision: 1 });
    await eventually(async () => (await link.unfinished('eligibility', 'run.cancelled')) === 0);
    open?.();
    await eventually(async () => (await handled('histories.batch')) === 1);
    expect([aborted, (await state()).state, (await state()).revision]).toEqual([false, 'active', 2]);
  });

  it('does not publish again what lies with the dead letters: that waits for a person', async () => {
    const ingestion = await bus.start('ingestion', {}, { CLEARWAY_RECONCILE_SECONDS: '1' });
    handler = async () => {
      throw new PoisonError('blob.broken', 'broken');
    };
    const scope = { office: 'test-da', run, revision: 1, actor: 'user:test', causation: null };
    await ingestion.get(FollowedRuns).admit(scope);
    await ingestion.get(UnitOfWork).run(scope, (transaction) => transaction.publish(historiesBatch, batchData, 3));
    await eventually(async () => (await state()).deadLetters === 1);
    // Long enough for several looks of the reconciler.
    await new Promise((resolve) => setTimeout(resolve, 4500));
    expect([tries, (await state()).deadLetters]).toEqual([[3, 3], 1]);
    await bus.stop(ingestion);
  }, 40_000);

  it('makes its streams and consumers again when the broker comes back without them, and sends what was lost', async () => {
    const ingestion = await bus.start('ingestion', {}, { CLEARWAY_RECONCILE_SECONDS: '1' });
    const scope = { office: 'test-da', run, revision: 1, actor: 'user:test', causation: null };
    await ingestion.get(FollowedRuns).admit(scope);
    let open: (() => void) | undefined;
    handler = () => new Promise((resolve) => (open = () => resolve()));
    await ingestion.get(UnitOfWork).run(scope, (transaction) => transaction.publish(historiesBatch, batchData, 0));
    await eventually(() => tries.length === 1);
    const manager = await link.connection.jetstreamManager();
    for await (const { config } of manager.streams.list()) if (config.name.startsWith(`${bus.scratch.name}_`)) await manager.streams.delete(config.name);
    handler = async () => undefined;
    open?.();
    await ingestion.get(UnitOfWork).run(scope, (transaction) => transaction.publish(historiesBatch, batchData, 1));
    await eventually(async () => (await handled('histories.batch')) === 2, 20_000);
    await bus.stop(ingestion);
  }, 40_000);

  it('stops the stage, visibly, at a defect of its own, and fails the run without the words of the defect', async () => {
    handler = async () => {
      throw new TypeError('DOE,JANE');
    };
    await send('histories.batch', batchData, { batch: 0 });
    const failed = await eventually(() => told.find((message) => message.type === 'run.failed' && message.run === run));
    expect(failed.data).toMatchObject({ kind: 'bug', code: 'bug.typeerror' });
    expect(JSON.stringify(told)).not.toMatch(/DOE/);
    expect(await readiness()).toEqual([true, true, false]);
    await send('histories.batch', batchData, { batch: 1 });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(tries).toEqual([0]);
  });
});
