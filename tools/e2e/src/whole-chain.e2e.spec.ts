import { PDFDocument } from '@cantoo/pdf-lib';
import { SERVICES } from '@clearway/contracts';
import { readPdf } from '@clearway/pdf-reading';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { descriptionOf } from '../servers.mjs';
import { sha256, type RunView } from './api-client';
import { Cluster } from './cluster';
import { countyFile, runOver } from './county-file';
import { PATIENCE_MS } from './patience';

// Real: five service processes, Postgres, NATS, the content store, the built command line. Nothing is replaced.
describe('one county file, all the way through', () => {
  let cluster: Cluster;
  let upload: { sha256: string };
  let run: RunView;
  const file = countyFile(2500);

  beforeAll(async () => {
    cluster = await Cluster.begin();
    upload = await cluster.api.upload(file);
    run = await cluster.api.createRun(runOver(upload.sha256), 'whole-chain-0001');
    run = await cluster.api.untilEnd(run.id);
  });
  afterAll(() => cluster?.stop());

  it('ends well, with every row accounted for', () => {
    expect(run.failure).toBeNull();
    expect(run.state).toBe('done');
    expect(run.counts['rowsRead']).toBe((run.counts['rowsUsed'] ?? 0) + (run.counts['rowsRejected'] ?? 0));
    expect(run.counts['persons']).toBe(run.counts['personsDecided']);
    expect(run.counts['batchesDecided']).toBeGreaterThan(5);
  });

  it('gives the bytes of the command line, file by file', async () => {
    const out = join(cluster.folder, 'cli');
    const input = join(cluster.folder, 'county.dat');
    writeFileSync(input, file);
    const cli = join(__dirname, '..', '..', 'cli', 'clearway.js');
    execFileSync(process.execPath, [cli, 'analyze', input, '--county', 'Fresno', '--policy', 'los-angeles-2020', '--as-of', '2020-07-01', '--out', out, '--papers', 'bulk', '--papers-of-a-replay', '--letters'], { stdio: 'pipe' });
    const names = readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
      // The clock stands in this one alone.
      .filter((name) => name !== 'run.log.json');
    const fromCli = Object.fromEntries(names.map((name) => [name, sha256(readFileSync(join(out, name)))]));
    expect(await cluster.api.outputs(run.id)).toEqual(fromCli);
    expect(names).toEqual(expect.arrayContaining(['All_Results.csv', 'tie_out.xlsx', 'mail_merge.csv', 'court_update.csv', 'run.json', 'Summary_Report.pdf']));
  });

  it('hands out the bytes that it lists, whole and in ranges', async () => {
    const listed = await cluster.api.outputs(run.id);
    for (const [name, hash] of Object.entries(listed)) {
      const { status, bytes, headers } = await cluster.api.download(run.id, name);
      expect([name, status, sha256(bytes), headers.get('etag')]).toEqual([name, 200, hash, `"${hash}"`]);
    }
    const whole = (await cluster.api.download(run.id, 'summary.json')).bytes;
    const part = await cluster.api.download(run.id, 'summary.json', { Range: 'bytes=10-29' });
    expect([part.status, part.bytes.toString(), part.headers.get('content-range')]).toEqual([206, whole.subarray(10, 30).toString(), `bytes 10-29/${whole.length}`]);
    expect((await cluster.api.download(run.id, 'summary.json', { Range: `bytes=${whole.length}-` })).status).toBe(416);
    expect((await cluster.api.download(run.id, 'summary.json', { 'If-None-Match': part.headers.get('etag') ?? '' })).status).toBe(304);
    expect((await cluster.api.download(run.id, 'none.csv')).status).toBe(404);
  });

  it('shows every determination page by page, by filter, and one with its trace in words', async () => {
    type PageOf = { items: { person: string; conviction: string; outcome: string }[]; next: string | null };
    const all: PageOf['items'] = [];
    for (let after = ''; ; ) {
      const { status, body } = await cluster.api.request<PageOf>('GET', `/offices/:office/runs/${run.id}/determinations?limit=7${after}`);
      expect(status).toBe(200);
      all.push(...body.items);
      if (body.next === null) break;
      after = `&after=${encodeURIComponent(body.next)}`;
    }
    expect(new Set(all.map(({ person, conviction }) => `${person} ${conviction}`)).size).toBe(run.counts['convictionsDecided']);
    const { body: filtered } = await cluster.api.request<PageOf>('GET', `/offices/:office/runs/${run.id}/determinations?limit=500&outcome=dismiss-and-seal`);
    expect(filtered.items).toHaveLength(all.filter(({ outcome }) => outcome === 'dismiss-and-seal').length);
    const [first] = all;
    const { status, body } = await cluster.api.request<{ outcome: string; trace: { words: string }[] }>('GET', `/offices/:office/runs/${run.id}/people/${first?.person}/convictions/${first?.conviction}`);
    expect([status, body.outcome]).toEqual([200, first?.outcome]);
    expect(body.trace.every(({ words }) => words.length > 10)).toBe(true);
    expect((await cluster.api.request('GET', `/offices/:office/runs/${run.id}/determinations?outcome=maybe`)).status).toBe(422);
  });

  it('is made once for one key, also when two ask at the same time', async () => {
    const again = await cluster.api.request<RunView>('POST', '/offices/:office/runs', runOver(upload.sha256), { 'Idempotency-Key': 'whole-chain-0001' });
    expect([again.status, again.body.id]).toEqual([200, run.id]);
    const other = await cluster.api.request('POST', '/offices/:office/runs', runOver(upload.sha256, { papers: 'none' }), { 'Idempotency-Key': 'whole-chain-0001' });
    expect([other.status, other.body['code']]).toEqual([409, 'run.key-reused']);
    const both = await Promise.all([1, 2, 3].map(() => cluster.api.createRun(runOver(upload.sha256, { papers: 'none', letters: false }), 'whole-chain-0002')));
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    expect((await cluster.api.untilEnd(both[0]?.id ?? '')).state).toBe('done');
  });

  it('is followed from any event on', async () => {
    const events = async (last?: number): Promise<string[]> => {
      const response = await fetch(`${cluster.services.gateway.address}/api/offices/${cluster.api.office}/runs/${run.id}/events`, { headers: last === undefined ? {} : { 'Last-Event-ID': String(last) } });
      return [...(await response.text()).matchAll(/^id: (\d+)$/gm)].map((match) => match[1] ?? '');
    };
    const all = await events();
    expect(all).toEqual(all.map((_, index) => String(index + 1)));
    expect(await events(3)).toEqual(all.slice(3));
    expect(await events(all.length)).toEqual([]);
  });

  it('refuses what is no state file, an empty body and other bytes than announced', async () => {
    const send = async (bytes: Uint8Array, headers: Record<string, string> = {}): Promise<unknown> => {
      const { status, body, headers: answered } = await cluster.api.request('POST', '/offices/:office/uploads?kind=state-file', bytes, headers);
      return [status, (body as { code?: string }).code, answered.get('content-type')?.split(';')[0]];
    };
    const problem = 'application/problem+json';
    expect(await send(Buffer.alloc(0))).toEqual([422, 'upload.empty', problem]);
    expect(await send(Buffer.from('a,b,c\n1,2,3\n'))).toEqual([422, 'upload.not-a-state-file', problem]);
    expect(await send(file, { 'X-Expected-SHA256': 'f'.repeat(64) })).toEqual([422, 'upload.hash-differs', problem]);
    expect(await send(file, { 'X-Expected-SHA256': upload.sha256 })).toEqual([200, undefined, 'application/json']);
  });

  it('fails with the counties that there are when the one asked for is not in the file', async () => {
    const { id } = await cluster.api.createRun(runOver(upload.sha256, { county: 'ATLANTIS' }), 'whole-chain-0003');
    const ended = await cluster.api.untilEnd(id);
    expect(ended.state).toBe('failed');
    expect(ended.failure?.message).toContain('FRESNO');
  });

  it('stops when it is cancelled, and makes nothing after that', async () => {
    const { id } = await cluster.api.createRun(runOver(upload.sha256, { papers: 'per-case' }), 'whole-chain-0004');
    await cluster.api.until(id, ({ state }) => state !== 'received');
    const cancelled = await cluster.api.request<RunView>('POST', `/offices/:office/runs/${id}/cancel`);
    expect([cancelled.status, cancelled.body.state]).toEqual([200, 'cancelled']);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect((await cluster.api.run(id)).state).toBe('cancelled');
    expect(await cluster.api.outputs(id)).toEqual({});
    expect((await cluster.api.request('POST', `/offices/:office/runs/${run.id}/cancel`)).status).toBe(409);
  });

  it('makes papers as the office’s own court profiles and templates say, the same as the command line', async () => {
    const profile = [
      'county: Fresno',
      'source: invented',
      'confirmed: { by: A. Clerk, on: 2020-06-01 }',
      'filing:',
      '  mode: per-case',
      '  papers: [motion, order, form: CR-999]',
      '  order: combined',
      '  copies: 2',
      '  sort: defendant',
      '  separators: yes',
      '  megabytes per file: 5',
      '  delivery: volumes',
      "  public: { names: no, charges: no, conviction dates: yes }",
      "  confidential: { ground: 'Cal. Rules of Court, rule 2.550' }",
      '  service: []',
      'courthouses: []',
      '',
    ].join('\n');
    const signs = 'prosecutors:\n  - { agency: FRESNO COUNTY DISTRICT ATTORNEY, attorney: Jane Q. Roe, bar number: "123456", address: [Fresno], telephone: "(559) 555-0100", email: filings@example.org }\n';
    const template = { name: 'separator.md', text: readFileSync(join(__dirname, '..', '..', '..', 'libs', 'papers', 'templates', 'separator.md'), 'utf8').replace(/\n*$/, '\nline: FOR THE CLERK OF FRESNO\n') };
    const [cli, forms] = [join(__dirname, '..', '..', 'cli', 'clearway.js'), join(cluster.folder, 'forms')];
    await registerForm(cli, forms, cluster.folder);
    const { id } = await cluster.api.createRun(runOver(upload.sha256, { papers: 'court', letters: false, courts: [{ name: 'fresno.yaml', text: profile }, { name: 'prosecutors.yaml', text: signs }], templates: [template] }), 'whole-chain-0006');
    const ended = await cluster.api.untilEnd(id);
    expect([ended.state, ended.failure]).toEqual(['done', null]);
    const [out, courts, input] = [join(cluster.folder, 'cli-courts'), join(cluster.folder, 'courts'), join(cluster.folder, 'county.dat')];
    const templates = join(cluster.folder, 'templates');
    for (const path of [courts, templates]) mkdirSync(path);
    writeFileSync(join(templates, template.name), template.text);
    writeFileSync(join(courts, 'fresno.yaml'), profile);
    writeFileSync(join(courts, 'prosecutors.yaml'), signs);
    writeFileSync(input, file);
    execFileSync(process.execPath, [cli, 'analyze', input, '--county', 'Fresno', '--policy', 'los-angeles-2020', '--as-of', '2020-07-01', '--out', out, '--office', cluster.api.office, '--courts', courts, '--templates', templates, '--forms', forms, '--papers', '--papers-of-a-replay', '--threads', '2'], { stdio: 'pipe' });
    const outputs = await cluster.api.outputs(id);
    const names = Object.keys(outputs);
    for (const name of names) expect([name, sha256(readFileSync(join(out, name)))]).toEqual([name, outputs[name]]);
    expect(names.filter((name) => /\/volume_001\.pdf$/.test(name)).length).toBeGreaterThan(0);
    const motion = names.find((name) => /fresno-county-district-attorney\/volume_001\.pdf$/.test(name)) ?? '';
    const drawn = readPdf(readFileSync(join(out, motion))).pages.flatMap(({ texts }) => texts.map(({ text }) => text));
    expect(drawn.join(' ')).toContain('Jane Q. Roe (State Bar No. 123456)');
    expect(names.filter((name) => /\/form_cr-999.*\.pdf$/.test(name)).length).toBeGreaterThan(0);
    expect(names.filter((name) => /\/confidential\/.*exhibit_a\.pdf$/.test(name)).length).toBeGreaterThan(0);
  });

  it('is destroyed when it is purged, while hashes, counts and audit stay', async () => {
    const own = countyFile(300, 77);
    const sent = await cluster.api.upload(own);
    const { id } = await cluster.api.createRun(runOver(sent.sha256), 'whole-chain-0005');
    expect((await cluster.api.untilEnd(id)).state).toBe('done');
    const outputs = await cluster.api.outputs(id);
    expect((await cluster.api.request('POST', `/offices/:office/runs/${id}/purge`)).status).toBe(200);
    expect((await cluster.api.download(id, 'All_Results.csv')).status).toBe(410);
    expect(await cluster.api.outputs(id)).toEqual(outputs);
    const blobs = (): string[] => readdirSync(join(cluster.folder, 'content', 'blobs'), { recursive: true }).map((name) => String(name).slice(3));
    const until = performance.now() + PATIENCE_MS;
    // Several services let go of it, each in its own time.
    const left = async (): Promise<boolean> => (await rowsOf(cluster, 'eligibility', 'determination', id)) > 0 || [sent.sha256, outputs['All_Results.csv']].some((hash) => blobs().includes(String(hash)));
    while (performance.now() < until && (await left())) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(blobs()).not.toContain(sent.sha256);
    expect(blobs()).not.toContain(outputs['All_Results.csv']);
    expect(blobs()).toContain(upload.sha256);
    expect(await rowsOf(cluster, 'eligibility', 'determination', id)).toBe(0);
    expect(await rowsOf(cluster, 'ingestion', 'person_place', id)).toBe(0);
    const { body } = await cluster.api.request<{ items: { action: string }[] }>('GET', `/offices/:office/audit?run=${id}`);
    expect(body.items.map(({ action }) => action)).toEqual(expect.arrayContaining(['run.requested', 'run.done', 'run.purged']));
  });

  it('gives each service its own schema, and refuses it the others', async () => {
    for (const service of SERVICES) {
      const client = new Client({ connectionString: cluster.databaseUrls[service] });
      await client.connect();
      try {
        for (const other of SERVICES) {
          const look = client.query(`SELECT count(*) FROM ${other}.inbox`);
          if (other === service) await look;
          else await expect(look).rejects.toMatchObject({ code: '42501' });
        }
        await expect(client.query(`UPDATE ${service}.audit SET actor = 'user:nobody'`)).rejects.toMatchObject({ code: '42501' });
        await expect(client.query(`DELETE FROM ${service}.audit`)).rejects.toMatchObject({ code: '42501' });
        await expect(client.query('CREATE TABLE public.t (a int)')).rejects.toMatchObject({ code: '42501' });
      } finally {
        await client.end();
      }
    }
  });

  it('describes every address of the API', async () => {
    const { body } = await cluster.api.request<{ paths: Record<string, unknown> }>('GET', '/openapi.json');
    expect(Object.keys(body.paths).sort()).toMatchSnapshot();
    // The address that `npm start` prints.
    const printed = await fetch(descriptionOf(cluster.services.gateway.address));
    expect([printed.status, await printed.json()]).toEqual([200, body]);
  });
});

async function rowsOf(cluster: Cluster, service: 'ingestion' | 'eligibility', table: string, run: string): Promise<number> {
  const client = new Client({ connectionString: cluster.databaseUrls[service] });
  await client.connect();
  try {
    const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${service}.${table} WHERE run = $1`, [run]);
    return rows[0]?.n ?? 0;
  } finally {
    await client.end();
  }
}

/** A made-up form of a court, registered and mapped as an office does it. */
async function registerForm(cli: string, forms: string, folder: string): Promise<void> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([612, 792]);
  document.getForm().createTextField('case').addToPage(page, { x: 100, y: 700, width: 150, height: 14 });
  page.drawText('CASE NUMBER:', { x: 30, y: 703, size: 9 });
  const pdf = join(folder, 'form.pdf');
  writeFileSync(pdf, await document.save());
  const clearway = (...args: string[]): string => execFileSync(process.execPath, [cli, 'forms', ...args, '--forms', forms, '--json'], { encoding: 'utf8' });
  clearway('add', pdf, '--form', 'CR-999', '--edition', '2019-01-01');
  const { path } = JSON.parse(clearway('map', 'CR-999', '2019-01-01', '--init').trim().split('\n').at(-1) ?? '') as { path: string };
  writeFileSync(path, readFileSync(path, 'utf8').replace(/\n +confirm: yes/g, ''));
}
