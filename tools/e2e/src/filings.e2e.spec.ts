// The whole way of a filing through the services: cases asked about, batches made, signed, answered, and the state told.
import { readCsv } from '@clearway/spreadsheets';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type RunView, sha256 } from './api-client';
import { Cluster } from './cluster';
import { countyFile, runOver } from './county-file';
import { filesWithPlanted, PLANTED_NAMES } from './planted';
import { ReviewOffice } from './review-office';

interface Batch {
  readonly batch: string;
  readonly stage: string;
  readonly lines: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly runs: readonly string[];
  readonly supersededBy: string | null;
}
interface Dangers {
  readonly sha256: string;
  readonly items: readonly { readonly danger: string }[];
}
interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

const STATUTE = {
  policy: { name: 'california-statute' },
  papersOfAReplay: false,
  asOf: '2026-11-23',
  decisions: 'none',
};
/** Stand nowhere but in what courts and people write. */
const [NOTED = '', WRITTEN = ''] = PLANTED_NAMES;
const NEW_NUMBER = 'ZQ9988776';
const NOW = new Date();
const TODAY = `${NOW.getFullYear()}-${String(NOW.getMonth() + 1).padStart(2, '0')}-${String(NOW.getDate()).padStart(2, '0')}`;

describe('an office that files through the services', () => {
  let cluster: Cluster;
  let office: ReviewOffice;
  let first: RunView;
  let second: RunView & { readonly book: string | null };
  let released: Batch;
  let answeredRows: readonly string[][];
  const county = countyFile(4000, 23);

  beforeAll(async () => {
    cluster = await Cluster.begin();
    office = new ReviewOffice(cluster);
    const upload = await cluster.api.upload(county);
    first = await office.run(runOver(upload.sha256, STATUTE), 'filings-0001');
  });
  afterAll(() => cluster?.stop());

  const batches = async (query = ''): Promise<readonly Batch[]> =>
    (await office.get<{ items: Batch[] }>(`filings/batches?limit=500${query}`)).body.items;
  const rowsOf = (csv: string): string[][] => [...readCsv(csv.replace(/^\uFEFF/, ''))].map(({ fields }) => [...fields]);
  const csvOf = (rows: readonly (readonly string[])[]): Buffer =>
    Buffer.from(rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'));
  const matchList = async (body: object): Promise<{ status: number; text: string }> => {
    const { services, api } = cluster;
    const response = await fetch(`${services.gateway.address}/api/offices/${api.office}/runs/${first.id}/match-list`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ format: 'csv', ...body }),
    });
    return { status: response.status, text: await response.text() };
  };

  it('has every batch of a run that is done in its book, and shows no name and no number of a case', async () => {
    expect([first.state, first.failure]).toEqual(['done', null]);
    const { body } = await office.get<{ items: Batch[]; refused: object[] }>(`filings/batches?run=${first.id}`);
    expect(body.refused).toEqual([]);
    expect(body.items.length).toBeGreaterThan(0);
    expect(body.items.length).toBe(first.counts['papers.batches'] ?? body.items.length);
    expect(body.items.every(({ stage, runs }) => stage === 'made' && runs[0] === first.id)).toBe(true);
    const update = rowsOf(await office.output(first, 'court_update.csv'));
    expect(body.items.reduce((sum, { lines }) => sum + lines, 0)).toBe(update.length - 1);
    const [head = [], row = []] = update;
    const shown =
      JSON.stringify(body) + JSON.stringify((await office.get(`filings/batches/${body.items[0]?.batch}`)).body);
    for (const column of ['defendant', 'case_number']) expect(shown).not.toContain(row[head.indexOf(column)]);
    expect((await office.get('filings/batches/0123456789abcdef')).status).toBe(404);
    const other = await cluster.api.request<{ items: object[] }>('GET', '/offices/other-da/filings/batches');
    expect(other.body.items).toEqual([]);
  });

  it('asks a court about a few cases first, and takes its answers whole or not at all', async () => {
    const all = await matchList({});
    expect([all.status, (JSON.parse(all.text) as Problem).code]).toEqual([409, 'match.no-test']);
    const { status, text } = await matchList({ test: 20 });
    expect(status).toBe(200);
    const rows = rowsOf(text);
    const column = (name: string): number => rows[0]?.indexOf(name) ?? -1;
    expect(rows.length - 1).toBeLessThanOrEqual(20);
    expect(rows.length).toBeGreaterThan(10);
    rows.slice(1).forEach((row, i) => {
      row[column('answer')] = i === 0 ? 'destroyed' : i === 1 ? 'renumbered' : 'exists';
      if (i === 1) row[column('present_case_number')] = NEW_NUMBER;
      if (i === 1) row[column('note')] = NOTED;
    });
    const wrong = rows.map((row, i) => (i === 3 ? row.with(column('answer'), 'perhaps') : row));
    const refused = await office.post<Problem>('filings/match-answers?name=answers.csv', csvOf(wrong));
    expect([refused.status, refused.body.code]).toEqual([422, 'match.unusable']);
    expect(refused.body.errors?.[0]?.path).toMatch(/^answers\.csv:4:answer/);
    const open = await matchList({});
    expect([open.status, (JSON.parse(open.text) as Problem).code]).toEqual([409, 'match.test-open']);

    const taken = await office.post<{ recorded: object; known: number; open: number }>(
      'filings/match-answers',
      csvOf(rows),
    );
    expect([taken.status, taken.body.recorded, taken.body.open]).toEqual([
      200,
      { destroyed: 1, renumbered: 1, exists: rows.length - 3 },
      0,
    ]);
    const again = await office.post<{ recorded: object; known: number }>('filings/match-answers', csvOf(rows));
    expect([again.body.recorded, again.body.known]).toEqual([{}, rows.length - 1]);
    answeredRows = rows;
    expect((await matchList({})).status).toBe(200);
  });

  it('files the next run by what the court said, in the bytes of the command line with the same book', async () => {
    const book = await office.file('filings/book');
    const made = await office.post<RunView>(`runs/${first.id}/again`, {}, 'filings-0002');
    second = (await cluster.api.untilEnd(made.body.id)) as typeof second;
    expect([second.state, second.failure, second.book]).toEqual([
      'done',
      null,
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
    const number = (row: readonly string[] | undefined): string =>
      row?.[answeredRows[0]?.indexOf('case_number') ?? -1] ?? '';
    expect(await office.output(first, 'court_update.csv')).not.toContain(NEW_NUMBER);
    expect(await office.output(second, 'court_update.csv')).toContain(NEW_NUMBER);
    const unfiled = rowsOf(await office.output(second, 'cannot_file.csv'));
    expect(unfiled.filter((row) => row.includes(number(answeredRows[1])) && row.includes('destroyed'))).not.toEqual([]);

    const [input, folder, out] = ['county.dat', 'book', 'cli'].map((name) => join(cluster.folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(input, county);
    mkdirSync(folder);
    writeFileSync(join(folder, 'book.jsonl'), book);
    office.cli(
      'analyze',
      input,
      '--county',
      'Fresno',
      '--policy',
      'california-statute',
      '--as-of',
      '2026-11-23',
      '--out',
      out,
      '--papers',
      'bulk',
      '--letters',
      '--filing-book',
      folder,
    );
    const names = readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
      .filter((name) => name !== 'run.log.json');
    expect(await cluster.api.outputs(second.id)).toEqual(
      Object.fromEntries(names.map((name) => [name, sha256(readFileSync(join(out, name)))])),
    );
    const replaced = (await batches(`&run=${first.id}`)).filter(({ supersededBy }) => supersededBy !== null);
    expect(replaced.length).toBeGreaterThan(0);
  });

  it('releases what was verified, by the hash of the danger list that was read, once', async () => {
    const [batch] = [...(await batches(`&run=${second.id}`))].sort((a, b) => b.lines - a.lines);
    if (!batch) throw new Error('the run made no batch');
    const at = `filings/batches/${batch.batch}`;
    const verified = await office.post<{ changes: object[]; checked: { files: number; pages: number } }>(
      `${at}/verify`,
    );
    expect([verified.status, verified.body.changes]).toEqual([200, []]);
    expect(verified.body.checked.pages).toBeGreaterThan(0);

    const { dangers } = (await office.get<{ dangers: Dangers }>(at)).body;
    expect(dangers.items.length).toBeGreaterThan(0);
    const signed = { by: 'Jane Roe', on: TODAY };
    const unread = await office.post<Problem>(`${at}/release`, { ...signed, dangers: 'a'.repeat(64) });
    expect([unread.status, unread.body.code]).toEqual([409, 'batch.dangers-not-read']);
    expect(unread.body.errors?.map(({ path }) => path)).toEqual([
      'dangers',
      ...dangers.items.map((each) => `dangers.${each.danger}`),
    ]);
    expect(unread.body.errors?.[0]?.message).toContain(dangers.sha256);
    expect(rowsOf((await office.file(`${at}/dangers`)).toString('utf8')).length).toBeGreaterThan(1);

    expect((await office.post(`${at}/sent`, { on: TODAY })).status).toBe(409);
    const done = await office.post<{ batch: Batch }>(`${at}/release`, { ...signed, dangers: dangers.sha256 });
    expect([done.status, done.body.batch.stage, done.body.batch.counts['open']]).toEqual([
      201,
      'released',
      batch.lines,
    ]);
    expect((await office.post(`${at}/release`, { ...signed, dangers: dangers.sha256 })).status).toBe(200);
    expect((await office.post(`${at}/sent`, { on: TODAY, how: 'by hand' })).status).toBe(201);
    expect((await office.post<Problem>(`${at}/void`, { why: WRITTEN })).body.code).toBe('batch.sent-already');
    expect((await office.post(`${at}/notes`, { text: WRITTEN })).status).toBe(201);
    released = batch;
  });

  it('takes the answers of the court when every line fits, and then nothing is open', async () => {
    const form = rowsOf(
      (await office.file(`filings/batches/${released.batch}/receipt-form?format=csv`)).toString('utf8'),
    );
    expect(form.length - 1).toBe(released.lines);
    const ref = form[1]?.[form[0]?.indexOf('ref') ?? -1] ?? '';
    const head = 'ref,answer,answered_on,court_case_number,note';
    const wrong = Buffer.from(
      `${head}\n*,granted,${TODAY},,\n${ref},maybe,${TODAY},,\nffffffffffff-1,granted,${TODAY},,\n`,
    );
    const refused = await office.post<Problem>(`filings/receipts?name=receipt.csv&batch=${released.batch}`, wrong);
    expect([refused.status, refused.body.code]).toEqual([422, 'receipt.unusable']);
    expect(refused.body.errors?.[0]?.path).toBe('receipt.csv:3:answer');
    const other = Buffer.from(`${head}\nffffffffffff-1,granted,${TODAY},,\n${ref},granted,${TODAY},XX0000001,\n`);
    const unfit = await office.post<Problem>(`filings/receipts?batch=${released.batch}`, other);
    expect([unfit.status, unfit.body.errors?.map(({ path }) => path)]).toEqual([
      422,
      ['receipt:2:ref', 'receipt:3:court_case_number'],
    ]);
    expect((await batches()).find(({ batch }) => batch === released.batch)?.counts['open']).toBe(released.lines);

    const right = Buffer.from(`${head}\n*,granted,${TODAY},,\n${ref},not found,${TODAY},,${NOTED}\n`);
    const taken = await office.post<{ recorded: object; batches: object[]; events: string[] }>(
      `filings/receipts?batch=${released.batch}`,
      right,
    );
    expect([taken.status, taken.body.recorded]).toEqual([200, { granted: released.lines - 1, 'not-found': 1 }]);
    expect(taken.body.batches).toEqual([{ batch: released.batch, lines: released.lines, open: 0 }]);
    const again = await office.post<{ recorded: object; known: number }>(
      `filings/receipts?batch=${released.batch}`,
      right,
    );
    expect(again.body.recorded).toEqual({});
    expect((await office.get<{ lines: number }>('filings/lists/open')).body.lines).toBe(0);
    const lines = await office.get<{ lines: { ref: string }[] }>(
      `filings/batches/${released.batch}?standing=not-found`,
    );
    expect(lines.body.lines.map((each) => each.ref)).toEqual([ref]);

    const undo = `filings/events/${taken.body.events[0]?.slice(0, 12)}/undo`;
    expect((await office.post(undo, { why: WRITTEN, refs: [ref] })).status).toBe(201);
    expect((await office.get<{ lines: number }>('filings/lists/open')).body.lines).toBe(1);
    // The last word by the command line, as a clerk's file comes in.
    const path = join(cluster.folder, 'receipt.csv');
    writeFileSync(path, right);
    const { address } = cluster.services.gateway;
    office.cli('court', 'receipt', path, '--batch', released.batch, '--url', address, '--office', cluster.api.office);
    expect((await office.get<{ lines: number }>('filings/lists/open')).body.lines).toBe(0);
    writeFileSync(path, wrong);
    expect(() =>
      office.cli('court', 'receipt', path, '--batch', released.batch, '--url', address, '--office', cluster.api.office),
    ).toThrow(/receipt\.csv:3:answer/);
  });

  it('lists what goes again and what the state must be told, until it was told', async () => {
    const again = rowsOf((await office.file('filings/lists/resend?format=csv')).toString('utf8'));
    expect(again).toHaveLength(2);
    expect(again[1]).toContain(NOTED);
    const { body } = await office.get<{ lines: number; counts: object }>('filings/lists/state');
    expect(body).toMatchObject({ lines: released.lines - 1, counts: {} });
    const state = rowsOf((await office.file('filings/lists/state?format=csv')).toString('utf8'));
    const cii = state[0]?.indexOf('cii') ?? -1;
    expect([state.length - 1, state.slice(1).some((row) => row[cii] !== '')]).toEqual([released.lines - 1, true]);
    const told = await office.post<{ lines: number }>('filings/state/told', { on: TODAY, how: 'JUS 8715' });
    expect([told.status, told.body.lines]).toEqual([201, released.lines - 1]);
    expect((await office.get<{ lines: number }>('filings/lists/state')).body.lines).toBe(0);
    const facts = rowsOf((await office.file('filings/lists/facts?format=csv')).toString('utf8'));
    expect(facts.length).toBeGreaterThan(1);
  });

  it('keeps who and when of each step, and nothing that a court or a person wrote, in audit and logs', async () => {
    const { items } = (await office.get<{ items: { action: string; actor: string }[] }>('audit?limit=500')).body;
    const of = (action: string): number => items.filter((each) => each.action === action).length;
    expect(['filing.release', 'filing.sent', 'filing.undo', 'filing.told', 'filing.note'].map(of)).toEqual([
      1, 1, 1, 1, 1,
    ]);
    for (const action of [
      'filing.receipt',
      'filing.match-answered',
      'filing.list-state',
      'filing.verified',
      'filing.dangers-read',
    ])
      expect(of(action)).toBeGreaterThan(0);
    expect(items.every(({ actor }) => /^(user|service):/.test(actor))).toBe(true);
    for (const folder of cluster.logFolders) expect(filesWithPlanted(folder)).toEqual([]);
  });

  it('keeps of purged runs the events with refs, hashes and counts; what courts and people wrote is destroyed', async () => {
    const counts = async (): Promise<object> =>
      Object.fromEntries((await batches()).map((each) => [each.batch, each.counts]));
    const [before, events] = [
      await counts(),
      await office.get<{ items: { event: string }[] }>('filings/events?limit=500'),
    ];
    expect(
      await words("SELECT count(words)::int AS n FROM filing_words WHERE words LIKE '%' || $1 || '%'", WRITTEN),
    ).toBeGreaterThan(0);
    for (const run of [first, second]) {
      expect(await office.purge(run)).toBe(200);
      await office.until(async () => (await batches()).every(({ runs }) => !runs.includes(run.id)));
    }
    expect(await counts()).toEqual(before);
    const after = await office.get<{ items: { event: string; destroyed: boolean }[] }>('filings/events?limit=500');
    expect(after.body.items.map(({ event }) => event)).toEqual(events.body.items.map(({ event }) => event));
    expect(after.body.items.some(({ destroyed }) => destroyed)).toBe(true);
    expect(await words('SELECT count(words)::int AS n FROM filing_words WHERE $1 <> words')).toBe(0);
    const gone = await office.post<Problem>(`filings/batches/${released.batch}/verify`);
    expect([gone.status, gone.body.code]).toEqual([410, 'batch.destroyed']);
    expect((await office.file('filings/book')).toString('utf8')).not.toMatch(
      new RegExp(`${NOTED}|${WRITTEN}|${NEW_NUMBER}`),
    );
    expect(await office.leftWithPlanted()).toEqual([]);
    await expect(words("UPDATE filing_event SET body = '' RETURNING 1 AS n")).rejects.toMatchObject({ code: '42501' });
  });

  /** `n` of a statement, as the role of documents. */
  async function words(sql: string, ...values: readonly string[]): Promise<number> {
    const client = new Client({ connectionString: cluster.databaseUrls.documents });
    await client.connect();
    try {
      await client.query('SET search_path TO documents');
      const { rows } = await client.query<{ n: number }>(sql, sql.includes('$1') ? [values[0] ?? ''] : []);
      return rows[0]?.n ?? 0;
    } finally {
      await client.end();
    }
  }
});
