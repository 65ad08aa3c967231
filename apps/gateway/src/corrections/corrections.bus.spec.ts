// Real: the gateway in this process, Postgres, nats-server. Eligibility is played by the test: what it keeps is tested there.
import {
  addCorrections,
  correctionsFile,
  correctionsPage,
  importCorrections,
  undoCorrection,
} from '@clearway/contracts';
import { type ServiceUnderTest } from '@clearway/testing';
import { createHash } from 'node:crypto';
import { type Server } from 'node:http';
import request from 'supertest';
import { type AskedOfService, GatewayUnderTest, NOBODY } from '../testing/gateway-under-test';

const BASE = '/api/offices/test-da';
const ID = '0123456789abcdef';
const HEAD = 'a'.repeat(64);

describe('the doors of corrections', () => {
  let gateway: GatewayUnderTest;
  let http: Server;
  let ground: ServiceUnderTest;
  let file: string;
  let run: string;
  let asked: readonly AskedOfService[];

  beforeAll(async () => {
    gateway = await GatewayUnderTest.open();
    ({ ground, http, asked } = gateway);
    const { sha256: corrections } = await ground.store.put(Buffer.from('\n'), { pin: 'test-da/corrections' });
    gateway.play(correctionsPage, () => ({ response: { items: [event()], next: null, counts: { recorded: 1 } } }));
    gateway.play(correctionsFile, () => ({ response: { file: { sha256: corrections, bytes: 1 }, events: 1 } }));
    gateway.play(addCorrections, ({ corrections: found }) => ({
      response:
        found[0]?.value === '1980' ? { recorded: 0, known: 1, head: HEAD } : { recorded: 1, known: 0, head: HEAD },
    }));
    gateway.play(importCorrections, ({ partial }) => ({
      response: {
        taken: partial,
        recorded: 1,
        known: 2,
        head: HEAD,
        problems: [{ sheet: 'Worklist', cell: 'K7', cure: 'say where the value was found' }],
        problemsInAll: 1,
        saysMadeOf: true,
      },
    }));
    gateway.play(undoCorrection, ({ id, reason }) =>
      id === ID
        ? { response: { event: event(), known: reason === 'again' } }
        : { err: { code: 'correction.unknown', message: 'this office has no such correction' } },
    );
    await gateway.played();
    file = (await sent(`${BASE}/uploads`, NOBODY).expect(201)).body.sha256 as string;
    run = (await create('first-run', 'los-angeles-2020').expect(201)).body.id as string;
  }, 60_000);
  afterAll(() => gateway.close(), 60_000);

  const event = () => ({
    id: ID,
    seq: 2,
    what: 'undo',
    run,
    state: 'recorded',
    person: 'P1',
    key: null,
    field: null,
    was: null,
    value: null,
    evidence: null,
    of: 'f'.repeat(16),
    reason: 'wrong person',
    by: 'deputy',
    on: '2026-11-20',
    recordedBy: 'user:deputy',
    recordedAt: '2026-11-20T10:00:00.000Z',
    hash: HEAD,
  });
  const sent = (path: string, bytes: Buffer): request.Test =>
    request(http).post(path).set('Content-Type', 'application/json').send(bytes.toString('latin1'));
  const create = (key: string, policy: string, more: object = {}): request.Test =>
    request(http)
      .post(`${BASE}/runs`)
      .set('Idempotency-Key', `${key}-key`)
      .send({
        files: [{ sha256: file, name: 'a.dat' }],
        county: 'Fresno',
        policy: { name: policy },
        asOf: '2026-11-23',
        decisions: 'none',
        book: 'none',
        ...more,
      });
  const found = { person: 'P1', field: 'birth-date', was: '', value: '1980-01-01', evidence: 'booking sheet' };
  const audited = async (action: string): Promise<number> => {
    const { body } = await request(http).get(`${BASE}/audit?limit=100`).expect(200);
    return (body.items as { action: string }[]).filter((each) => each.action === action).length;
  };

  it('record what was found with who and when, and note it once', async () => {
    const { body } = await request(http)
      .post(`${BASE}/runs/${run}/corrections`)
      .send({ corrections: [{ ...found, by: 'P. Legal', on: '2026-11-20' }] })
      .expect(201);
    expect(body).toEqual({ recorded: 1, known: 0 });
    const signed = { ...found, kind: '', key: '', by: 'P. Legal', on: 20261120 };
    expect(asked.at(-1)?.data).toMatchObject({ office: 'test-da', run, corrections: [signed] });
    await request(http)
      .post(`${BASE}/runs/${run}/corrections`)
      .send({ corrections: [{ ...found, value: '1980' }] })
      .expect(200);
    expect(await audited('correction.recorded')).toBe(1);
  });

  it.each([
    ['no evidence', { evidence: ' ' }, 'corrections.0.evidence'],
    ['a field that cannot be corrected', { field: 'name' }, 'corrections.0.field'],
    ['a day that is none', { on: '2026-02-30' }, 'corrections.0.on'],
  ])('refuse %s, by its field', async (_what, wrong, path) => {
    const before = asked.length;
    const { body } = await request(http)
      .post(`${BASE}/runs/${run}/corrections`)
      .send({ corrections: [{ ...found, ...wrong }] })
      .expect(422);
    expect((body.errors as { path: string }[]).map((each) => each.path)).toEqual([path]);
    expect(asked).toHaveLength(before);
  });

  it('take a worklist whatever its content type, and tell a wrong cell', async () => {
    const bytes = Buffer.from('{"no": json');
    const wrong = await sent(`${BASE}/runs/${run}/worklists`, bytes).expect(422);
    expect(wrong.body).toMatchObject({ code: 'fix.unusable', errors: [{ path: 'Worklist!K7' }] });
    expect(asked.at(-1)?.data['workbook']).toBe(createHash('sha256').update(bytes).digest('hex'));
    const { body } = await sent(`${BASE}/runs/${run}/worklists?partial=true`, bytes).expect(200);
    expect(body).toMatchObject({ recorded: 1, known: 2, leftOut: [{ cell: 'K7' }] });
    expect(await audited('corrections.imported')).toBe(1);
    // The run has written nothing yet.
    await request(http).get(`${BASE}/runs/${run}/worklists/partial-date`).expect(409);
  });

  it('list the history, give it as a file, and take one back', async () => {
    const { body } = await request(http).get(`${BASE}/corrections?limit=7&after=14&state=recorded`).expect(200);
    expect(body).toMatchObject({ items: [{ what: 'undo', reason: 'wrong person' }], counts: { recorded: 1 } });
    expect(asked.at(-1)?.data).toEqual({ office: 'test-da', state: 'recorded', limit: 7, cursor: '14' });
    await request(http).get(`${BASE}/corrections/file`).expect(200);
    await request(http).post(`${BASE}/corrections/${ID}/undo`).send({ reason: 'x' }).expect(201);
    await request(http).post(`${BASE}/corrections/${ID}/undo`).send({ reason: 'again' }).expect(200);
    await request(http)
      .post(`${BASE}/corrections/${'f'.repeat(16)}/undo`)
      .send({ reason: 'x' })
      .expect(404);
    await request(http).post(`${BASE}/corrections/${ID}/undo`).send({ reason: '' }).expect(422);
    expect(await audited('correction.undone')).toBe(1);
  });

  it("stand in a run's settings by their hash: the office's under a policy for filing, none where none are asked for", async () => {
    const { body } = await create('of-the-office', 'california-statute').expect(201);
    const settings = async (id: string): Promise<unknown> => {
      const { data } = await ground.until(() => ground.one(id, 'run.requested'));
      return ground.store.readJson(String(data['settings']));
    };
    expect(body.corrections).toMatch(/^[0-9a-f]{64}$/);
    expect(await settings(body.id as string)).toMatchObject({ version: 6, corrections: body.corrections });
    const none = await create('of-nobody', 'california-statute', { corrections: 'none' }).expect(201);
    expect(await settings(none.body.id as string)).toMatchObject({ corrections: null });
    expect((await request(http).get(`${BASE}/runs/${run}`)).body.corrections).toBeNull();
  });
});
