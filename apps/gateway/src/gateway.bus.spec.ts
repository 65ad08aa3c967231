// Real: the gateway in this process, Postgres, nats-server, the content store. The other services are not there.
import { noticesSealed, packetsSealed, stageStalled } from '@clearway/contracts';
import { closeService, openService } from '@clearway/messaging';
import { SERVICE_SETTINGS, readConfiguration } from '@clearway/platform';
import { ServiceUnderTest } from '@clearway/testing';
import { type INestApplication } from '@nestjs/common';
import { type Server } from 'node:http';
import request from 'supertest';
import { GatewayModule } from './gateway.module';
import { prepareApplication } from './prepare-application';

const OFFICE = 'test-da';
const BASE = `/api/offices/${OFFICE}`;
const FILE = Buffer.from(`${Array.from({ length: 95 }, (_, field) => `f${field}`).join(',')}\n`);

/** What some addresses need in the body to be understood at all. */
const SENT: Readonly<Record<string, object>> = {
  '{pair}/decisions': { kind: 'same-person', reason: 'none' },
  '/corrections': { corrections: [{ person: 'P1', field: 'birth-date', was: '', value: '1980-01-01', evidence: 'none' }] },
  '/decisions': { kind: 'withdraw-challenge', reason: 'none' },
  '/files': { files: [{ sha256: 'a'.repeat(64), name: 'county.dat' }] },
  '/revisions': { reason: 'decisions' },
};

describe('the gateway', () => {
  let ground: ServiceUnderTest;
  let application: INestApplication;
  let http: Server;
  let sha256: string;

  beforeAll(async () => {
    ground = await ServiceUnderTest.create('gateway');
    const configuration = readConfiguration(SERVICE_SETTINGS, { ...ground.environment, CLEARWAY_LOG_LEVEL: 'error' });
    ({ application } = await openService('gateway', configuration, GatewayModule.with(configuration), prepareApplication));
    http = application.getHttpServer() as Server;
    sha256 = (await upload(FILE).expect(201)).body.sha256 as string;
  }, 60_000);
  afterAll(async () => {
    await closeService(application);
    await ground.close();
  }, 60_000);

  const upload = (bytes: Buffer): request.Test => request(http).post(`${BASE}/uploads`).set('Content-Type', 'application/octet-stream').send(bytes);
  const create = (key: string, more: object = {}): request.Test =>
    request(http)
      .post(`${BASE}/runs`)
      .set('Idempotency-Key', key)
      .send({ files: [{ sha256, name: 'a.dat' }], county: 'Fresno', policy: { name: 'los-angeles-2020' }, asOf: '2020-07-01', ...more });

  it('is alive and ready, and says nothing of what it runs on', async () => {
    await request(http).get('/health').expect(200, { status: 'alive' });
    const { headers } = await request(http).get('/ready').expect(200);
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(http.address()).toMatchObject({ address: '127.0.0.1' });
  });

  it('stores the same file once, whatever content type its sender gives it', async () => {
    const again = await request(http).put(`${BASE}/uploads/${sha256}`).set('Content-Type', 'application/json').send(FILE.toString()).expect(200);
    expect(again.body).toEqual({ sha256, bytes: FILE.length, added: false, content: 'state-file' });
    await request(http).post('/api/offices/other-da/uploads').set('Content-Type', 'application/octet-stream').send(FILE).expect(201);
  });

  it('lists no run of an office that has none', async () => {
    await request(http).get('/api/offices/new-da/runs').expect(200, { items: [], next: null });
  });

  it("does not take another office's upload, and names every field that is wrong", async () => {
    const { body } = await create('field-errors', { files: [{ sha256: 'e'.repeat(64), name: 'a.dat' }], policy: { name: 'nobody' }, contacts: 'c'.repeat(64) }).expect(422);
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(['policy.name', 'files.0.sha256', 'contacts']);
    const replay = await create('papers-of-a-replay', { papers: 'bulk' }).expect(422);
    expect(replay.body.errors).toEqual([{ path: 'papers', message: expect.stringContaining('papersOfAReplay') }]);
    const early = await create('before-the-act', { policy: { name: 'california-statute' }, asOf: '2016-11-08' }).expect(422);
    expect(early.body.errors).toEqual([{ path: 'asOf', message: expect.stringContaining('on or after 2016-11-09') }]);
    await create('same-file-twice', { files: [1, 2].map(() => ({ sha256, name: 'a.dat' })) }).expect(422);
    await request(http).post(`${BASE}/runs`).send({}).expect(422);
    await request(http).post(`${BASE}/runs`).set('Idempotency-Key', 'x'.repeat(9)).set('Content-Type', 'application/json').send('{').expect(400);
  });

  it('reads facts and decisions before a run is made: every wrong line by its field; a replay takes none', async () => {
    const send = async (kind: string, text: string): Promise<string> =>
      (await request(http).post(`${BASE}/uploads?kind=${kind}`).set('Content-Type', 'application/octet-stream').send(Buffer.from(text)).expect(201)).body.sha256 as string;
    const facts = await send('facts', 'cii,count,granted_on\nA1,101002001000,yesterday\nA2,101002001000,2021-02-30\n');
    const decisions = await send('decisions', '{"format":1}\n');
    const corrections = await send('corrections', '{"format":2}\n');
    const filing = { policy: { name: 'california-statute' }, facts: [{ sha256: facts, name: 'facts.csv' }], decisions, corrections };
    const { body } = await create('wrong-facts', filing).expect(422);
    const paths = (each: { errors: { path: string }[] }): string[] => each.errors.map(({ path }) => path);
    expect(paths(body)).toEqual(['facts.0', 'facts.0', 'decisions', 'corrections']);
    expect(body.errors[0].message).toMatch(/^line 2, granted_on: /);
    expect(JSON.stringify(body)).not.toMatch(/yesterday|A1/);
    expect(paths((await create('unknown-facts', { ...filing, facts: [{ sha256: 'a'.repeat(64), name: 'a.csv' }], decisions: 'none', corrections: 'none' }).expect(422)).body)).toEqual(['facts.0']);
    expect(paths((await create('facts-of-a-replay', { ...filing, policy: { name: 'los-angeles-2020' }, decisions: 'office', corrections: 'office' }).expect(422)).body)).toEqual(['facts', 'decisions', 'corrections']);
  });

  it('makes a run under the statute where no policy is named, with what it was given', async () => {
    const facts = (await request(http).post(`${BASE}/uploads?kind=facts`).set('Content-Type', 'application/octet-stream').send(Buffer.from('cii,count,on_list\nA1,101002001000,yes\n')).expect(201)).body.sha256 as string;
    // A file of its own: what nobody else needs goes with the run.
    const own = (await upload(Buffer.from(FILE.toString().replace('f0', 'g0'))).expect(201)).body.sha256 as string;
    const { body } = await create('under-the-statute', { files: [{ sha256: own, name: 'b.dat' }], policy: undefined, facts: [{ sha256: facts, name: 'facts.csv' }], decisions: 'none', corrections: 'none', book: 'none' }).expect(201);
    expect(body).toMatchObject({ policy: { name: 'california-statute' }, facts: [{ sha256: facts, name: 'facts.csv' }], decisions: null });
    const { data } = await ground.until(() => ground.one(body.id, 'run.requested'));
    expect(await ground.store.readJson(String(data['settings']))).toMatchObject({ version: 6, book: null, facts: body.facts, decisions: null, corrections: null });
    expect(await ground.store.pinnedBy(`${OFFICE}/${body.id}`)).toContain(facts);
    await request(http).post(`${BASE}/runs/${body.id}/cancel`).expect(200);
    await request(http).post(`${BASE}/runs/${body.id}/purge`).expect(200);
    expect(await ground.store.has(facts)).toBe(false);
  });

  it('asks for a run once, and shows it to its own office only', async () => {
    const first = await create('asked-once').expect(201);
    const second = await create('asked-once').expect(200);
    expect(second.body.id).toBe(first.body.id);
    expect(first.headers['location']).toBe(`${BASE}/runs/${first.body.id}`);
    await create('asked-once', { letters: false }).expect(409);
    await ground.until(() => ground.one(first.body.id, 'run.requested'));
    // From now on the reconciler looks whether the request arrived.
    const { rows } = await ground.database.query('SELECT office, revision, state FROM gateway.followed_run WHERE run = $1', [first.body.id]);
    expect(rows).toEqual([{ office: OFFICE, revision: 1, state: 'active' }]);
    await request(http).get(`/api/offices/other-da/runs/${first.body.id}`).expect(404);
    await request(http).get(`${BASE}/runs/${first.body.id}`).expect(200);
  });

  it("answers every address of a run as if there were none, when it is another office's", async () => {
    const { body: run } = await create('of-one-office').expect(201);
    const { body: api } = await request(http).get('/api/openapi.json').expect(200);
    const asked = Object.entries(api.paths as Record<string, Record<string, unknown>>).flatMap(([path, methods]) => Object.keys(methods).flatMap((method) => (path.includes('{run}') ? [{ method, path }] : [])));
    expect(asked.length).toBeGreaterThan(7);
    for (const { method, path } of asked) {
      const address = path.replace('{office}', 'other-da').replace('{run}', run.id as string).replace('{person}', 'a'.repeat(16)).replace('{conviction}', '0:1').replace('{pair}', 'a'.repeat(16)).replace('{kind}', 'partial-date').replace(/\{[^}]*\}/, 'run.json');
      // What each needs to be understood at all; then it is looked for.
      const query = method === 'get' && path.endsWith('/certify') ? '?sample=5&seed=1' : '';
      const asking = request(http)[method as 'get' | 'post'](address + query).set('Idempotency-Key', 'of-another');
      const sent = Object.entries(SENT).find(([end]) => method === 'post' && path.endsWith(end))?.[1];
      const { status, body } = await (sent ? asking.send(sent) : asking);
      expect([method, path, status, body.code]).toEqual([method, path, 404, 'run.not-found']);
    }
    expect((await request(http).get(`${BASE}/runs/${run.id}`)).body.state).toBe('received');
  });

  it('goes through its states as the services tell, and ends when both sides have sealed', async () => {
    const { body: run } = await create('told-by-services').expect(201);
    const output = await ground.store.put(Buffer.from('a,b\n'), { pin: `${OFFICE}/${run.id}` });
    const outputs = [{ name: 'papers/a.csv', sha256: output.sha256, bytes: output.bytes }];
    const manifest = (await ground.store.putJson({ outputs, counts: { packets: 1 } }, { pin: `${OFFICE}/${run.id}` })).sha256;
    const settings = (await ground.until(() => ground.one(run.id, 'run.requested'))).data['settings'];
    await ground.send(stageStalled.type, run.id, { stage: 'deciding', service: 'eligibility', deadLetter: 'a'.repeat(64), code: 'message.bad-data' });
    const state = async (): Promise<{ state: string; stall: unknown }> => (await request(http).get(`${BASE}/runs/${run.id}`)).body;
    await ground.until(async () => (await state()).stall !== null);
    await ground.send(noticesSealed.type, run.id, { settings, batches: 0, manifest, outputs: [], counts: {} });
    await ground.send(packetsSealed.type, run.id, { settings, batches: 0, manifest, outputs: [], counts: { packets: 1 } });
    await ground.until(async () => (await state()).state === 'done');
    expect((await state()).stall).toBeNull();
    const { body } = await request(http).get(`${BASE}/runs/${run.id}/outputs`).expect(200);
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['papers/a.csv']);
    await request(http).get(`${BASE}/runs/${run.id}/outputs/papers/a.csv`).set('Range', 'bytes=2-2').expect(206).expect('Content-Range', 'bytes 2-2/4');
    await request(http).post(`${BASE}/runs/${run.id}/purge`).expect(200);
    await request(http).get(`${BASE}/runs/${run.id}/outputs/papers/a.csv`).expect(410);
    await ground.until(() => ground.one(run.id, 'run.purged'));
  }, 60_000);

  it('cancels, again without effect, and purges only what has ended', async () => {
    const { body: run } = await create('to-be-cancelled').expect(201);
    await request(http).post(`${BASE}/runs/${run.id}/purge`).expect(409);
    await request(http).post(`${BASE}/runs/${run.id}/cancel`).expect(200);
    const { body } = await request(http).post(`${BASE}/runs/${run.id}/cancel`).expect(200);
    expect(body.state).toBe('cancelled');
    await ground.until(() => ground.one(run.id, 'run.cancelled'));
    const { text } = await request(http).get(`${BASE}/runs/${run.id}/events`).expect(200);
    expect(text).toContain('data: {"state":"cancelled"}');
    await request(http).get(`${BASE}/runs/${run.id}/events`).set('Last-Event-ID', '2').expect(204);
  });

  it('destroys the upload of a purged run, also when the services let go of the run before it does', async () => {
    const own = (await upload(Buffer.from(`${FILE.toString()}${FILE.toString()}`)).expect(201)).body.sha256 as string;
    const { body: run } = await create('to-be-purged', { files: [{ sha256: own, name: 'b.dat' }] }).expect(201);
    await request(http).post(`${BASE}/runs/${run.id}/cancel`).expect(200);
    await ground.store.release(`${OFFICE}/${run.id}`);
    expect(await ground.store.has(own)).toBe(true);
    await request(http).post(`${BASE}/runs/${run.id}/purge`).expect(200);
    expect(await ground.store.has(own)).toBe(false);
  });

  it('says who does not answer, and who did what', async () => {
    const { body: letters } = await request(http).get(`${BASE}/dead-letters`).expect(200);
    expect(letters).toEqual({ items: [], silent: ['ingestion', 'eligibility', 'documents', 'notification'] });
    await request(http).post(`${BASE}/dead-letters/gateway/${'a'.repeat(64)}/replay`).expect(404);
    const { body: audit } = await request(http).get(`${BASE}/audit?limit=3`).expect(200);
    expect(audit.items).toHaveLength(3);
    expect(audit.items[0].actor).toMatch(/^user:/);
    const { body: rest } = await request(http).get(`${BASE}/audit?limit=3&after=${audit.next}`).expect(200);
    expect(rest.items[0]).not.toEqual(audit.items[2]);
  }, 30_000);
});
