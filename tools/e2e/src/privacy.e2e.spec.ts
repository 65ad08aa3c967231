import { ContentStore } from '@clearway/content-store';
import { SERVICES, determinationsSealed, historiesBatch, runRequested, type MessageContract, type ServiceName } from '@clearway/contracts';
import { connect } from 'nats';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { Cluster } from './cluster';
import { PLANTED, PLANTED_NAMES, PLANTED_NUMBERS, filesWithPlanted, plantedFile, plantedIn } from './planted';
import { runOver } from './county-file';
import { PATIENCE_MS } from './patience';

const OFFICE = 'district-attorney';

// Real: five service processes, and a Postgres and a NATS of this test's own, so that all of their logs can be searched.
describe('nothing about anybody', () => {
  let cluster: Cluster;
  let store: ContentStore;
  let settings: string;
  let population: string;
  const answers: string[] = [];

  beforeAll(async () => {
    cluster = await Cluster.begin({ ownServers: true, settings: { CLEARWAY_MAX_ATTEMPTS: '2', CLEARWAY_LOG_LEVEL: 'debug' } });
    store = new ContentStore(join(cluster.folder, 'content'));
  });
  afterAll(() => cluster?.stop());

  async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<string> {
    const answer = await cluster.api.request(method, path, body, headers);
    const text = `${answer.status} ${JSON.stringify(answer.body)} ${JSON.stringify([...answer.headers])}`;
    answers.push(text);
    return text;
  }

  /** Puts a message on the subject of its type, as a service would. */
  async function publish(contract: MessageContract, run: string, data: unknown, batch: number | null = null): Promise<void> {
    const connection = await connect({ servers: cluster.natsUrl });
    const message = { envelope: 1, id: randomUUID(), type: contract.type, version: contract.version, office: OFFICE, run, revision: 1, batch, causation: null, actor: 'user:tester', data };
    await connection.jetstream().publish(`${cluster.prefix}.${contract.type}.${OFFICE}.${run}`, Buffer.from(JSON.stringify(message)));
    await connection.close();
  }

  function sealed(ofSettings: string, manifest: string): Record<string, unknown> {
    return { settings: ofSettings, batches: 1, persons: 1, convictions: 1, outcomes: {}, manifest, histories: manifest, population, rejectedRows: manifest, ruleSet: 'x', policy: manifest, carried: 0, changes: null };
  }

  async function untilLogged(service: ServiceName, what: RegExp, run: string): Promise<void> {
    const { log } = cluster.services[service];
    for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await new Promise((resolve) => setTimeout(resolve, 100))) {
      const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
      if (lines.some((line) => what.test(line) && (run === '' || line.includes(run)))) return;
    }
    throw new Error(`${service} did not log its forced failure`);
  }

  it('the search finds what is there', () => {
    expect(new Set(PLANTED).size).toBe(200);
    const probe = join(cluster.folder, 'logs', 'probe.log');
    appendFileSync(probe, `x${PLANTED_NAMES[3]?.toLowerCase()}y ${PLANTED_NUMBERS[4]}`);
    expect(filesWithPlanted(join(cluster.folder, 'logs'))).toEqual(['/probe.log: planted values 3 104']);
    appendFileSync(probe, '', { flag: 'w' });
  });

  it('a whole run over the planted people ends well', async () => {
    const file = await cluster.api.upload(plantedFile());
    const contacts = await cluster.api.upload(Buffer.from(`CII,ADDRESS_1,CITY,STATE,ZIP\nA${PLANTED_NUMBERS[1]},1 ${PLANTED_NAMES[1]} ST,FRESNO,CA,93650\n`), 'contacts');
    const { id } = await cluster.api.createRun(runOver(file.sha256, { contacts: contacts.sha256 }), 'privacy-run-0001');
    const run = await cluster.api.untilEnd(id);
    expect([run.state, run.counts['persons'], run.counts['rowsRejected']]).toEqual(['done', 100, 20]);
    answers.push(JSON.stringify(run));
    // The planted people did go through: their names are in the results, and only there.
    expect(plantedIn((await cluster.api.download(id, 'All_Results.csv')).bytes.toString('utf8'))).toHaveLength(200);
    const requested = await settingsOf(cluster, id);
    settings = requested;
    population = await populationOf(cluster, id);
    const events = await fetch(`${cluster.services.gateway.address}/api/offices/${OFFICE}/runs/${id}/events`);
    answers.push(await events.text());
    await ask('GET', `/offices/:office/runs/${id}/determinations?limit=500`);
  });

  it('gateway: refused requests', async () => {
    const [name = '', number = ''] = [PLANTED_NAMES[7], PLANTED_NUMBERS[7]];
    await ask('POST', '/offices/:office/runs', { [name]: number, county: number, files: [{ sha256: name, name }], policy: { text: `policy: ${name}\nsteps: [${number}` }, asOf: number }, { 'Idempotency-Key': 'privacy-run-0002' });
    await ask('POST', '/offices/:office/runs', Buffer.from(`{"county": ${name}`), { 'content-type': 'application/json', 'Idempotency-Key': 'privacy-run-0003' });
    await ask('POST', '/offices/:office/runs', { county: 'X' }, { 'Idempotency-Key': `bad ${name}` });
    await ask('POST', '/offices/:office/uploads?kind=state-file', Buffer.from(`${name},${number}\n`));
    await ask('POST', '/offices/:office/uploads', Buffer.from(`${name}\0${number}`));
    await ask('POST', '/offices/:office/runs/' + randomUUID() + '/files', { files: [{ sha256: 'a'.repeat(64), name, mapping: { text: `${name}: ${number}` } }] }, { 'Idempotency-Key': 'privacy-add-0001' });
    await ask('GET', `/offices/:office/runs/${name}`);
    await ask('GET', `/offices/:office/runs/${randomUUID()}/outputs/${name}.csv`);
    await ask('GET', `/offices/:office/${name}?x=${number}`);
    // A failure of the gateway's own: its table is gone.
    const owner = new Client({ connectionString: cluster.databaseUrl });
    await owner.connect();
    await owner.query('ALTER TABLE gateway.upload RENAME TO upload_away');
    expect(await ask('POST', '/offices/:office/uploads?kind=contacts', Buffer.from(`CII,${name}\n${number},${name}\n`))).toContain('"status":500');
    await owner.query('ALTER TABLE gateway.upload_away RENAME TO upload');
    await owner.end();
    await untilLogged('gateway', /a request failed/, '');
  });

  it('ingestion: a county that is not in the file, a message that is none', async () => {
    const file = await cluster.api.upload(plantedFile());
    const { id } = await cluster.api.createRun(runOver(file.sha256, { county: 'ATLANTIS' }), 'privacy-run-0004');
    const run = await cluster.api.untilEnd(id);
    expect(run.state).toBe('failed');
    answers.push(JSON.stringify(run.failure));
    await publish(runRequested, randomUUID(), { settings: PLANTED_NAMES[10], [PLANTED_NUMBERS[10] ?? '']: 1 });
    await untilLogged('ingestion', /dead letters/, '');
  });

  it('eligibility: a batch that cannot be read', async () => {
    const run = randomUUID();
    const { sha256: blob, bytes } = await store.put(gzipSync(`{"person": ${PLANTED_NAMES[11]} ${PLANTED_NUMBERS[11]}\n`));
    await publish(historiesBatch, run, { settings, blob, bytes, persons: 1, rows: 1, sources: null, before: null, listed: null }, 0);
    await untilLogged('eligibility', /a message failed/, run);
  });

  it('documents: decisions that cannot be read', async () => {
    const run = randomUUID();
    const { sha256: blob, bytes } = await store.put(gzipSync(`{"person": ${PLANTED_NAMES[12]} ${PLANTED_NUMBERS[12]}\n`));
    const { sha256: manifest } = await store.putJson({ stage: 'determinations', batches: [{ batch: 0, blob, bytes, persons: 1, rows: 1 }] });
    // Without letters notification has nothing to read, and only documents fails.
    const withoutLetters = await store.putJson({ ...((await store.readJson(settings)) as object), letters: false });
    await publish(determinationsSealed, run, sealed(withoutLetters.sha256, manifest));
    await untilLogged('documents', /a message failed/, run);
  });

  it('notification: a contact file that cannot be used', async () => {
    const run = randomUUID();
    const contacts = await store.put(Buffer.from(`CII,ADDRESS_1,CITY,STATE,ZIP\nA${PLANTED_NUMBERS[14]},${PLANTED_NAMES[14]},${PLANTED_NAMES[15]},${PLANTED_NAMES[16]},${PLANTED_NUMBERS[15]}\n`));
    const { sha256: manifest } = await store.putJson({ stage: 'determinations', batches: [] });
    const withContacts = await store.putJson({ ...((await store.readJson(settings)) as object), contacts: contacts.sha256 });
    await publish(determinationsSealed, run, sealed(withContacts.sha256, manifest));
    await untilLogged('notification', /a message failed/, run);
  });

  it('the command line: a county that is not in the file, a contact file that cannot be used, a file that is none', () => {
    const input = join(cluster.folder, 'planted.csv');
    const [contacts, none] = [join(cluster.folder, 'contacts.csv'), join(cluster.folder, 'none.csv')];
    writeFileSync(input, plantedFile());
    writeFileSync(contacts, `CII,ADDRESS_1,CITY,STATE,ZIP\nA${PLANTED_NUMBERS[17]},"${PLANTED_NAMES[17]}\n`);
    writeFileSync(none, `${PLANTED_NAMES[18]},${PLANTED_NUMBERS[18]}\n`);
    const analyze = (file: string, county: string, ...more: string[]): number | null => {
      const cli = join(__dirname, '..', '..', 'cli', 'clearway.js');
      const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'analyze', file, '--county', county, '--policy', 'california-statute', '--as-of', '2020-07-01', '--out', join(cluster.folder, 'cli'), ...more], { encoding: 'utf8' });
      answers.push(stdout, stderr);
      return status;
    };
    expect([analyze(input, 'ATLANTIS'), analyze(none, 'FRESNO'), analyze(input, 'FRESNO', '--letters', '--contacts', contacts)].map((status) => status !== 0)).toEqual([true, true, true]);
    // What it says of a run that ends well is as silent.
    expect(analyze(input, 'FRESNO', '--papers', 'bulk', '--letters')).toBe(0);
  });

  it('Postgres: a statement that is refused', async () => {
    const client = new Client({ connectionString: cluster.databaseUrls.eligibility });
    await client.connect();
    const [name, number] = [PLANTED_NAMES[13], PLANTED_NUMBERS[13]];
    await expect(client.query('INSERT INTO eligibility.followed_run (office, run, revision, state) VALUES ($1, $2, 1, $3)', [name, randomUUID(), `${name}${number}`])).rejects.toMatchObject({ code: '22001' });
    await expect(client.query(`SELECT '${name}' FROM ${number === undefined ? '' : 'nowhere'}`)).rejects.toMatchObject({ code: '42P01' });
    await client.end();
  });

  it('is in any log, dead letter, outbox, audit entry, error answer or stream', async () => {
    await ask('GET', '/offices/:office/dead-letters');
    await ask('GET', '/offices/:office/audit?limit=500');
    await ask('GET', '/offices/:office/runs');
    expect(answers.flatMap((answer, index) => plantedIn(answer).map((value) => `answer ${index}: planted value ${value}`))).toEqual([]);
    expect((await toldByTables(cluster)).flatMap(({ table, row }) => plantedIn(row).map((value) => `${table}: planted value ${value}`))).toEqual([]);
    const data = join('postgres', 'cluster');
    expect(cluster.logFolders.flatMap((folder) => filesWithPlanted(folder, (path) => path.includes(data)))).toEqual([]);
  });
});

async function one(cluster: Cluster, service: ServiceName, sql: string, run: string): Promise<string> {
  const client = new Client({ connectionString: cluster.databaseUrls[service] });
  await client.connect();
  try {
    return (await client.query<{ value: string }>(sql, [run])).rows[0]?.value ?? '';
  } finally {
    await client.end();
  }
}

function settingsOf(cluster: Cluster, run: string): Promise<string> {
  return one(cluster, 'gateway', 'SELECT settings AS value FROM gateway.run WHERE id = $1', run);
}

function populationOf(cluster: Cluster, run: string): Promise<string> {
  return one(cluster, 'ingestion', 'SELECT population AS value FROM ingestion.read_run WHERE run = $1', run);
}

/** Every row of the tables that say what happened: messages sent, done and given up, who did what, what followers are told. */
async function toldByTables(cluster: Cluster): Promise<{ readonly table: string; readonly row: string }[]> {
  const client = new Client({ connectionString: cluster.databaseUrl });
  await client.connect();
  try {
    const tables = SERVICES.flatMap((service) => ['dead_letter', 'outbox', 'inbox', 'stage', 'followed_run', 'audit'].map((table) => `${service}.${table}`));
    const told: { table: string; row: string }[] = [];
    for (const table of [...tables, 'gateway.run', 'gateway.run_event', 'gateway.run_output', 'gateway.upload']) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${table} t`);
      told.push(...rows.map(({ row }) => ({ table, row })));
    }
    // A message that nobody could read, and a batch that was given up, are among them.
    const givenUp = told.filter(({ table }) => table.endsWith('.dead_letter')).map(({ table }) => table);
    expect(givenUp).toEqual(expect.arrayContaining(['ingestion.dead_letter', 'eligibility.dead_letter']));
    return told;
  } finally {
    await client.end();
  }
}
