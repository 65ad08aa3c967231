// Real: the gateway in this process, Postgres, nats-server. Eligibility is played by the test: what it keeps is tested there.
import { askedPair, askedPairsPage, decidePair } from '@clearway/contracts';
import { type Server } from 'node:http';
import request from 'supertest';
import { type AskedOfService, GatewayUnderTest, NOBODY } from '../../testing/gateway-under-test';

const BASE = '/api/offices/test-da';
const PAIR = '0123456789abcdef';
const OTHER = 'f'.repeat(16);

describe('the doors of who is one person', () => {
  let gateway: GatewayUnderTest;
  let http: Server;
  let run: string;
  let asked: readonly AskedOfService[];

  beforeAll(async () => {
    gateway = await GatewayUnderTest.open();
    ({ http, asked } = gateway);
    const unknown = { err: { code: 'same-person.unknown', message: 'this run does not ask it' } };
    gateway.play(askedPairsPage, () => ({ response: { items: [], next: null, total: 0, open: 0 } }));
    gateway.play(askedPair, ({ pair }) => ({ response: { pair: null, history: pair === PAIR ? [event()] : [] } }));
    gateway.play(decidePair, ({ pair, reason }) =>
      pair === PAIR
        ? { response: { event: event(), known: reason === 'again', touched: { people: ['P1', 'P2'], convictions: 3 } } }
        : unknown,
    );
    await gateway.played();
    const { body } = await request(http)
      .post(`${BASE}/uploads`)
      .set('Content-Type', 'application/octet-stream')
      .send(NOBODY)
      .expect(201);
    const made = await request(http)
      .post(`${BASE}/runs`)
      .set('Idempotency-Key', 'same-person')
      .send({
        files: [{ sha256: body.sha256, name: 'a.dat' }],
        county: 'Fresno',
        policy: { name: 'los-angeles-2020' },
        asOf: '2020-07-01',
      });
    run = made.body.id as string;
  }, 60_000);
  afterAll(() => gateway.close(), 60_000);

  const event = () => ({
    id: PAIR,
    seq: 1,
    kind: 'same-person',
    run,
    state: 'waiting',
    person: 'P1',
    conviction: null,
    pair: PAIR,
    people: ['P1', 'P2'],
    what: 'records a and b: photo',
    by: 'P. Legal',
    on: '2026-11-20',
    recordedBy: 'user:deputy',
    recordedAt: '2026-11-20T10:00:00.000Z',
    hash: 'a'.repeat(64),
  });
  const door = (rest = '', office = 'test-da'): string =>
    `/api/offices/${office}/runs/${run}/review/same-person${rest}`;

  it('hand the questions on, page by page, to their own office only', async () => {
    await request(http)
      .get(door('?limit=7&after=14&person=P1'))
      .expect(200, { items: [], next: null, total: 0, open: 0 });
    expect(asked.at(-1)?.data).toEqual({ office: 'test-da', run, limit: 7, cursor: '14', person: 'P1' });
    await request(http).get(door('', 'other-da')).expect(404);
    await request(http).get(door('?limit=101')).expect(422);
    expect(asked).toHaveLength(1);
  });

  it('show what was decided of two records that are not asked about any more, and 404 where there is nothing', async () => {
    const { body } = await request(http)
      .get(door(`/${PAIR}`))
      .expect(200);
    expect(body).toMatchObject({ pair: null, history: [{ kind: 'same-person' }] });
    const { body: problem } = await request(http)
      .get(door(`/${OTHER}`))
      .expect(404);
    expect(problem).toMatchObject({ code: 'same-person.unknown' });
    await request(http).get(door('/zz')).expect(422);
  });

  it('record a decision with who, when and why, and say whom it touches', async () => {
    const body = { kind: 'same-person', reason: 'photo', by: 'P. Legal', on: '2026-11-20' };
    const { body: recorded } = await request(http)
      .post(door(`/${PAIR}/decisions`))
      .send(body)
      .expect(201);
    expect(recorded).toMatchObject({ event: { state: 'waiting' }, touched: { people: ['P1', 'P2'], convictions: 3 } });
    expect(asked.at(-1)?.data).toMatchObject({
      pair: PAIR,
      kind: 'same-person',
      reason: 'photo',
      signed: { by: 'P. Legal', on: 20261120 },
    });
    await request(http)
      .post(door(`/${PAIR}/decisions`))
      .send({ ...body, reason: 'again' })
      .expect(200);
    await request(http)
      .post(door(`/${OTHER}/decisions`))
      .send(body)
      .expect(404);
    const { body: audit } = await request(http).get(`${BASE}/audit?limit=100`).expect(200);
    expect(audit.items.filter(({ action }: { action: string }) => action === 'decision.recorded')).toHaveLength(1);
  });

  it.each([
    ['no reason', { kind: 'same-person', reason: ' ' }, 'reason'],
    ['who cannot tell', { kind: 'cannot-tell', reason: 'x' }, 'kind'],
    ['no day', { kind: 'different-people', reason: 'x', on: '2026-02-30' }, 'on'],
  ])('refuse a decision with %s, by its field', async (_what, body, field) => {
    const before = asked.length;
    const { body: problem } = await request(http)
      .post(door(`/${PAIR}/decisions`))
      .send(body)
      .expect(422);
    expect(problem.errors.map(({ path }: { path: string }) => path)).toEqual([field]);
    expect(asked).toHaveLength(before);
  });

  it('are described', async () => {
    const { body } = await request(http).get('/api/openapi.json').expect(200);
    const paths = body.paths as Record<string, Record<string, { operationId: string }>>;
    const ids = Object.entries(paths).flatMap(([path, methods]) =>
      path.includes('/same-person') ? Object.values(methods).map(({ operationId }) => operationId) : [],
    );
    expect(ids).toEqual(['listSamePerson', 'getSamePerson', 'decideSamePerson']);
  });
});
