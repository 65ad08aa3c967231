// Real: Postgres, nats-server with JetStream, Nest. The stream is as full as its limit lets it be.
import { type INestApplication } from '@nestjs/common';
import { historiesBatch, serviceQuestions } from '@clearway/contracts';
import { READINESS_CHECKS, uuidV7, type ReadinessCheck } from '@clearway/platform';
import { NatsLink, QuestionClient, UnitOfWork } from './index';
import { TestBus, eventually } from './service-on-the-bus';
import { type Work } from './work';

const BATCHES = 40;

describe('a full stream', () => {
  let bus: TestBus;
  let ingestion: INestApplication;
  let open: (() => void) | undefined;
  const run = uuidV7();
  const data = { settings: 'a'.repeat(64), blob: 'b'.repeat(64), bytes: 1, persons: 1, rows: 1, sources: null, before: null, listed: null };

  beforeAll(async () => {
    bus = await TestBus.create(['ingestion', 'eligibility']);
    ingestion = await bus.start('ingestion', {});
  }, 60_000);
  afterAll(() => {
    open?.();
    return bus.close();
  }, 60_000);

  const waiting = async (): Promise<number> =>
    (await ingestion.get(UnitOfWork).read<{ n: number }>('SELECT count(*)::int AS n FROM outbox WHERE published_at IS NULL'))[0]?.n ?? -1;

  it('refuses, and what it refused waits in the outbox and goes on when there is room; nothing is lost or done twice', async () => {
    const closed = new Promise<void>((resolve) => (open = resolve));
    const taken: (number | null)[] = [];
    const eligibility = await bus.start('eligibility', { 'histories.batch': (work: Work<never>) => closed.then(() => void taken.push(work.message.batch)) });
    const name = `${bus.scratch.name}_HISTORIES`;
    const manager = await ingestion.get(NatsLink).connection.jetstreamManager();
    const { config } = await manager.streams.info(name);
    expect([config.discard, config.max_bytes]).toEqual(['new', 64 << 20]);
    await manager.streams.update(name, { max_bytes: 8 << 10 });

    // All at once, so that the broker takes some of one lot and refuses the rest.
    const scope = { office: 'test-da', run, revision: 1, actor: 'user:test', causation: null };
    await ingestion.get(UnitOfWork).run(scope, async (transaction) => {
      for (let batch = 0; batch < BATCHES; batch++) await transaction.publish(historiesBatch, data, batch);
    });
    const { state } = await manager.streams.info(name);
    expect(state.messages).toBeGreaterThan(5);
    expect(state.messages).toBeLessThan(BATCHES);
    // Each is either in the stream or waits: what the stream took is not offered to it again.
    expect(await waiting()).toBe(BATCHES - state.messages);
    // It is no defect: the service stands and says so.
    expect(await Promise.all(ingestion.get<ReadinessCheck[]>(READINESS_CHECKS).map(async (check) => (await check.check()).ready))).toEqual([true, true, true]);

    open?.();
    const books = () => eligibility.get(QuestionClient).ask(serviceQuestions('eligibility').state, { office: 'test-da', run });
    await eventually(async () => (await books()).handled['histories.batch'] === BATCHES, 30_000);
    expect(await waiting()).toBe(0);
    expect(taken.sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: BATCHES }, (_, batch) => batch));
    expect((await manager.streams.info(name)).config.max_bytes).toBe(8 << 10);
  }, 60_000);
});
