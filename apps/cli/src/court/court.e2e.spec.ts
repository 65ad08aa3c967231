import { fillIn, type Written } from '@clearway/spreadsheets';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CourtUpdateRow } from '@clearway/court-exchange';
import { clearway, told } from '../testing/run-clearway';
import { rowsOf, rowsOfRun, writeBatch } from './testing/sample-batches';

// Real: the built program, a county that was decided, PDFs that are read back. No server.
jest.setTimeout(240_000);

describe('the way of a batch, from the list of cases to the state told', () => {
  let folder: string;
  let rows: readonly CourtUpdateRow[];
  let batch: string;
  const at = (name: string): string => join(folder, name);
  const court = (...args: string[]): ReturnType<typeof told> => told('court', ...args, '--filing-book', at('book'));
  const refused = async (...args: string[]): Promise<string> => {
    const { code, err } = await clearway('court', ...args, '--filing-book', at('book'), '--json');
    return `${code} ${(JSON.parse(err.trim().split('\n').pop() ?? '{}') as { error: { code: string } }).error.code}`;
  };
  const STATE = ['--county', 'FRESNO', '--as-of', '2026-11-23'];
  const analyze = async (out: string, ...more: string[]): Promise<void> => {
    const ended = await clearway(
      'analyze',
      at('county.csv'),
      ...STATE,
      '--policy',
      'california-statute',
      '--threads',
      '1',
      '--out',
      at(out),
      '--papers',
      'bulk',
      ...more,
    );
    expect([ended.code, ended.out === '']).toEqual([0, false]);
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clearway-court-'));
    await clearway(
      'synth',
      '--county',
      'FRESNO',
      '--rows',
      '8000',
      '--seed',
      '3',
      '--out',
      at('county.csv'),
      '--no-truth',
    );
    await analyze('results');
    const all = rowsOfRun(at('results'));
    const packets = new Map<string, CourtUpdateRow[]>();
    for (const row of all) packets.set(row.packet, [...(packets.get(row.packet) ?? []), row]);
    rows = [...packets.values()].sort((a, b) => b.length - a.length)[0] ?? [];
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ matchKeys }) => matchKeys.cii === '').length).toBeLessThan(rows.length);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('asks the court: a test file first, the long list when its answers are in', async () => {
    const ask = (out: string, ...more: string[]): Promise<Readonly<Record<string, unknown>>> =>
      court('match', 'export', at('county.csv'), ...STATE, '--out', at(out), ...more);
    expect(await refused('match', 'export', at('county.csv'), ...STATE, '--out', at('all.xlsx'))).toBe(
      '3 match.no-test',
    );
    expect(await ask('test.xlsx', '--test', '5')).toMatchObject({ test: true, questions: 5 });
    expect(await refused('match', 'export', at('county.csv'), ...STATE, '--out', at('all.xlsx'))).toBe(
      '3 match.test-open',
    );
    const answers = (file: string, values: readonly string[], more: readonly Written[] = []): Promise<void> =>
      fillIn(readFileSync(at(file)), [
        ...values.map((value, i): Written => ({ sheet: 'Cases', head: 'answer', row: i + 2, value })),
        ...more,
      ]).then((bytes) => writeFileSync(at(`back-${file}`), bytes));
    await answers('test.xlsx', ['FOUND', 'purged', 'Exists', 'granted', 'renumbered']);
    expect(await refused('match', 'import', at('back-test.xlsx'), '--by', 'clerk')).toBe('3 court-file.unusable');
    await answers(
      'test.xlsx',
      ['FOUND', 'purged', 'Exists', 'granted', 'renumbered'],
      [{ sheet: 'Cases', head: 'present_case_number', row: 6, value: '22CR9' }],
    );
    expect(await court('match', 'import', at('back-test.xlsx'), '--by', 'clerk')).toMatchObject({
      recorded: { exists: 2, destroyed: 1, 'already-granted': 1, renumbered: 1 },
      open: 0,
    });
    expect(await court('match', 'import', at('back-test.xlsx'), '--by', 'clerk')).toMatchObject({
      recorded: {},
      known: 5,
    });
    const { questions, of } = (await ask('all.csv')) as { questions: number; of: number };
    expect(questions).toBe(of - 5);
    // From results with papers the same cases are asked about, under the same references.
    expect(
      await told(
        'court',
        'match',
        'export',
        at('results'),
        '--filing-book',
        at('other'),
        '--out',
        at('results.csv'),
        '--without-test',
      ),
    ).toMatchObject({ questions: of });
    const refs = new Set(rowsOf(at('results.csv')).map(({ ref }) => ref));
    expect(rowsOf(at('all.csv')).every(({ ref }) => refs.has(ref))).toBe(true);
  });

  it('takes a batch in, verifies it, shows the dangers, and is released only when they were read', async () => {
    ({ batch } = writeBatch(at('run/papers/fresno/da'), rows));
    cpSync(at('results/danger_list.csv'), at('run/danger_list.csv'));
    expect((await court('batches', at('run')))['batches']).toMatchObject([
      { batch, stage: 'made', counts: { lines: rows.length, 'not-filed': rows.length } },
    ]);
    expect((await clearway('court', 'verify', at('run/papers/fresno/da'))).code).toBe(0);
    expect(await refused('release', batch, '--by', 'Jane Roe', '--on', '2024-03-01')).toBe('2 usage.dangers');
    const shown = await clearway(
      'court',
      'release',
      batch.slice(0, 6),
      '--by',
      'Jane Roe',
      '--on',
      '2024-03-01',
      '--filing-book',
      at('book'),
      '--i-have-read-the-dangers',
    );
    expect([shown.code, shown.err]).toEqual([
      0,
      expect.stringContaining('two-identities: The record may join two people'),
    ]);
    const listed = rowsOf(at(`book/batches/${batch}.danger_list.csv`));
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.every(({ packet }) => packet === rows[0]?.packet)).toBe(true);
    expect(await refused('release', batch, '--by', 'Jane Roe', '--on', '2024-03-01', '--i-have-read-the-dangers')).toBe(
      '3 batch.released-already',
    );
    await court('sent', batch, '--on', '2024-03-02');
    expect(await court('open', '--as-of', '2024-04-02')).toMatchObject({
      open: rows.length,
      ages: { '0-30': 0, '31-60': rows.length },
    });
  });

  it('takes the answers: a form that a clerk fills in, all problems at once, nothing silently', async () => {
    await court('receipt-form', batch, '--out', at('form.xlsx'));
    const fill = async (...values: (readonly [string, number, string | number])[]): Promise<void> => {
      writeFileSync(
        at('answers.xlsx'),
        await fillIn(
          readFileSync(at('form.xlsx')),
          values.map(([head, row, value]): Written => ({ sheet: 'Lines', head, row, value })),
        ),
      );
    };
    await fill(
      ['answer', 2, 'grantd'],
      ['answered_on', 2, '2024-03-04'],
      ['answer', 3, 'DEN'],
      ['answered_on', 3, '3/4/2024'],
    );
    const wrong = await clearway('court', 'receipt', at('answers.xlsx'), '--by', 'clerk', '--filing-book', at('book'));
    expect([wrong.code, wrong.err]).toEqual([
      3,
      expect.stringMatching(/line 2, answer \(H2\): .*the nearest is "granted"/),
    ]);
    const days = [2, 3, 4, 5, 6].map((row) => ['answered_on', row, 45_355] as const);
    await fill(
      ['answer', 2, 'DENIED'],
      ['answer', 3, 'not found'],
      ['answer', 4, 'mismatch'],
      ['court_case_number', 4, '22CR77'],
      ['answer', 5, 'destroyed'],
      ['answer', 6, 'already sealed'],
      ...days,
    );
    expect(await court('receipt', at('answers.xlsx'), '--by', 'clerk')).toMatchObject({
      recorded: { denied: 1, 'not-found': 1, mismatch: 1, destroyed: 1, 'already-relieved': 1 },
      open: rows.length - 5,
    });
    writeFileSync(
      at('rest.json'),
      JSON.stringify({ batch, on: '2024-03-05', lines: [{ ref: '*', answer: 'GRANTED' }] }),
    );
    expect(await court('receipt', at('rest.json'), '--by', 'clerk')).toMatchObject({
      recorded: { granted: rows.length - 5 },
      passedOver: 5,
      open: 0,
    });
    writeFileSync(
      at('again.csv'),
      `ref,answer,on\n${rows[0]?.ref},granted,2024-03-05\n${rows[7]?.ref},granted,2024-03-05\nffffffffffff-1,granted,2024-03-05\n`,
    );
    const conflict = await clearway(
      'court',
      'receipt',
      at('again.csv'),
      '--by',
      'clerk',
      '--batch',
      batch,
      '--filing-book',
      at('book'),
    );
    expect([conflict.code, conflict.err]).toEqual([
      3,
      expect.stringMatching(/line 2, answer: contradicts "denied" of 2024-03-04.*\n.*line 4, ref: is no line/),
    ]);
    expect(await court('receipt', at('again.csv'), '--by', 'clerk', '--batch', batch, '--partial')).toMatchObject({
      recorded: {},
      known: 1,
      leftOut: 2,
    });
    const { batches } = (await court('batches')) as { batches: { counts: Record<string, number> }[] };
    expect(batches[0]?.counts).toMatchObject({ lines: rows.length, granted: rows.length - 5, denied: 1, open: 0 });
  });

  it('sends again what was not found, as a batch of data that names the first', async () => {
    const { batches } = (await court('resend', '--out', at('again.xlsx'), '--to', at('again'))) as {
      batches: { folder: string; batch: string; count: number }[];
    };
    const [next] = batches;
    expect([batches.length, next?.count]).toEqual([1, 2]);
    expect((await clearway('court', 'verify', next?.folder ?? '')).code).toBe(0);
    await court('correct', batch, '--with', next?.folder ?? '', '--rest', 'stays', '--why', 'sent again');
    await court('release', next?.batch ?? '', '--by', 'Jane Roe', '--on', '2024-03-04', '--i-have-read-the-dangers');
    expect(
      rowsOf(join(next?.folder ?? '', 'court_update.csv')).find((row) => row['case_number'] === '22CR77')?.[
        'former_case_number'
      ],
    ).toBe(rows[2]?.caseNumber);
    expect(await court('resend')).toMatchObject({ lines: 0 });
    expect(await court('open')).toMatchObject({ open: 2 });
  });

  it('says what the state must be told, with its match keys, and what is overdue', async () => {
    expect(await court('state', '--as-of', '2024-04-04', '--out', at('state.csv'))).toEqual({
      asOf: '2024-04-04',
      orders: rows.length - 5,
      overdue: 0,
    });
    expect(await court('state', '--as-of', '2024-04-05')).toMatchObject({ overdue: rows.length - 5 });
    const listed = rowsOf(at('state.csv'));
    expect(listed[0]).toMatchObject({
      cii: expect.stringMatching(/./),
      order_date: '2024-03-05',
      due: '2024-04-04',
      disposition_reason: '11361.8',
    });
    expect(await refused('state', '--told', '2099-01-01')).toBe('2 usage.day');
  });

  it('after the order: the same file shows that nothing changed, a later one what did', async () => {
    const seen = await court('after-order', '--file', at('county.csv'), '--out', at('unchanged.xlsx'));
    const withCii = rows.filter(({ matchKeys }, i) => i > 4 && matchKeys.cii !== '').length;
    expect(seen).toMatchObject({ granted: rows.length - 5, 'did-not-change': withCii, changed: 0, gone: 0 });
    const target = rows.find(({ matchKeys }, i) => i > 4 && matchKeys.cii !== '');
    writeFileSync(at('court-list.csv'), `case_number,disposition\n${target?.caseNumber},Dismissed and sealed\n`);
    expect(await court('after-order', '--file', at('court-list.csv'))).toMatchObject({
      changed: 1,
      'not-in-file': rows.length - 6,
    });
    expect(await refused('after-order', '--file', at('missing.dat'))).toMatch(/^3 /);
  });

  it('the next run starts from what is done', async () => {
    const facts = (await court('facts', '--out', at('facts.csv'))) as { rows: number; left: Record<string, number> };
    expect(facts.left['denied']).toBe(1);
    await analyze('next', '--facts', at('facts.csv'));
    const lines = (out: string): number => rowsOf(at(`${out}/court_update.csv`)).length;
    expect(lines('next')).toBe(lines('results') - facts.rows);
    expect(rowsOf(at('next/facts_unused.csv'))).toEqual([]);
  });

  it('takes back a line, and refuses to take back what others stand on', async () => {
    const events = readFileSync(at('book/book.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string; sha256: string });
    const idOf = (kind: string): string => events.find((event) => event.kind === kind)?.sha256.slice(0, 12) ?? '';
    expect(await refused('undo', idOf('batch-released'), '--why', 'x')).toMatch(/^3 batch\./);
    await court('undo', idOf('receipt-recorded'), '--ref', rows[0]?.ref ?? '', '--why', 'the clerk mistook the case');
    expect(await court('open')).toMatchObject({ open: 3 });
    expect(await refused('undo', idOf('receipt-recorded'), '--ref', 'x', '--why', 'x')).toBe('2 usage.undo');
    expect(await court('log')).toMatchObject({ events: events.length + 1, problems: 0 });
  });

  it('keeps everything readable by its owner only, and no name in the book', () => {
    expect(statSync(at('book/book.jsonl')).mode & 0o777).toBe(0o600);
    expect(statSync(at(`book/batches/${batch}/order.pdf`)).mode & 0o777).toBe(0o600);
    expect(readdirSync(at('book')).sort()).toEqual(['batches', 'book.jsonl']);
    const book = readFileSync(at('book/book.jsonl'), 'utf8');
    for (const { defendant, matchKeys } of rows)
      for (const secret of [defendant, matchKeys.cii || defendant]) expect(book).not.toContain(secret);
  });
});
