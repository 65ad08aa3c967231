import { type DecisionView } from '@clearway/contracts';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256, type RunView } from './api-client';
import { Cluster } from './cluster';
import { countyFile, runOver } from './county-file';
import { filledWorkbook } from './filled-workbook';
import { ReviewOffice } from './review-office';
import { filesWithPlanted, PLANTED_NAMES } from './planted';

/** A word that stands nowhere but in what an attorney writes. */
const EVIDENCE = `certified record ${PLANTED_NAMES[7] ?? ''}`;
const ATTORNEY = 'D. Deputy';
const STATUTE = { policy: { name: 'california-statute' }, asOf: '2026-11-23' };

// Real: five service processes, Postgres, NATS, the content store, the built command line. Nothing is replaced.
describe('questions, answers and challenges, through the services', () => {
  let cluster: Cluster;
  let office: ReviewOffice;
  let first: RunView;
  let second: RunView;
  let workbook: Buffer;
  let facts: Buffer;
  let challenged: { person: string; conviction: string };
  const county = countyFile(6000, 23);

  beforeAll(async () => {
    cluster = await Cluster.begin();
    office = new ReviewOffice(cluster);
    const upload = await cluster.api.upload(county);
    first = await office.run(runOver(upload.sha256, { ...STATUTE, decisions: 'office' }), 'review-0001');
  });
  afterAll(() => cluster?.stop());

  it('exports what the command line exports', async () => {
    expect([first.state, first.failure]).toEqual(['done', null]);
    workbook = await office.file(`runs/${first.id}/review`);
    const results = join(cluster.folder, 'review.csv');
    writeFileSync(results, await office.output(first, 'review.csv'));
    const out = join(cluster.folder, 'review.xlsx');
    office.cli('review', 'export', results, '--out', out);
    expect(sha256(workbook)).toBe(sha256(readFileSync(out)));
  });

  it('takes nothing from a workbook with a wrong cell, and names sheet and cell', async () => {
    const wrong = await filledWorkbook(workbook, (sheet, row) => {
      if (sheet !== 'Convictions') return;
      row.set('Challenge: ground', '11361.9(c)(2): completed, the criteria of 11361.8 are not met');
    });
    const { status, body } = await office.post<{ code: string; errors: { path: string; message: string }[] }>(
      `runs/${first.id}/review`,
      wrong,
    );
    expect([status, body.code]).toEqual([422, 'review.unusable']);
    expect(body.errors.map((each) => each.path)).toEqual(expect.arrayContaining(['Convictions!R2', 'Convictions!S2']));
    expect((await office.decisions()).items).toEqual([]);
    expect((await office.post(`runs/${first.id}/review`, Buffer.from('no workbook'))).status).toBe(422);
  });

  it('records answers and a challenge once, for the office, with who and when; the run stays as it is', async () => {
    const before = await cluster.api.outputs(first.id);
    let left = 1;
    const filled = await filledWorkbook(workbook, (sheet, row) => {
      if (sheet === 'Questions') {
        const answers = row.text('What follows from each answer').split('\n');
        const best = answers.find((each) => each.includes('dismissed and sealed')) ?? answers[0] ?? '';
        row.set('Answer for all', best.slice(0, best.lastIndexOf(': ')));
        row.set('Who', ATTORNEY);
        row.set('When', '2026-11-20');
      }
      if (sheet !== 'Convictions' || left === 0 || row.text('Standing') !== 'open') return;
      left -= 1;
      row.set('Challenge: ground', '11361.9(c)(2): completed, the criteria of 11361.8 are not met');
      row.set('Challenge: evidence', EVIDENCE);
      row.set('Challenge: kind of evidence', 'the record of a conviction');
      row.set('Who', ATTORNEY);
      const { person, key } = JSON.parse(row.text('Code').slice(9)) as { person: string; key: string };
      challenged = { person, conviction: key };
    });
    const other = await cluster.api.upload(countyFile(300, 99));
    const { id } = await cluster.api.createRun(runOver(other.sha256, { ...STATUTE, papers: 'none' }), 'review-other');
    expect((await cluster.api.untilEnd(id)).state).toBe('done');
    const elsewhere = await office.post<{ code: string }>(`runs/${id}/review`, filled);
    expect([elsewhere.status, elsewhere.body.code]).toEqual([422, 'review.other-run']);
    await office.post(`runs/${id}/purge`);
    const { status, body } = await office.post<{ recorded: Record<string, number>; known: number }>(
      `runs/${first.id}/review`,
      filled,
    );
    expect([status, body.recorded['challenge'], body.known]).toEqual([200, 1, 0]);
    expect(body.recorded['answer']).toBeGreaterThan(1);
    const again = await office.post<{ recorded: object; known: number }>(`runs/${first.id}/review`, filled);
    expect([again.body.recorded, again.body.known]).toEqual([{}, (body.recorded['answer'] ?? 0) + 1]);

    const { items, counts } = await office.decisions(`&run=${first.id}`);
    expect(counts).toEqual({ waiting: items.length });
    expect(items.filter(({ kind }) => kind === 'challenge')).toEqual([
      expect.objectContaining({ ...challenged, by: ATTORNEY, run: first.id }),
    ]);
    expect(await cluster.api.outputs(first.id)).toEqual(before);
  });

  it('takes one decision by JSON, refuses what does not fit, and takes one back', async () => {
    const one = (await office.open(first)).find((row) => row('Person') !== challenged.person);
    const target = `runs/${first.id}/people/${one?.('Person')}/convictions/${one?.('Conviction')}/decisions`;
    const send = (body: object) =>
      office.post<{ code?: string; errors?: { path: string }[]; event?: DecisionView }>(target, body);

    const bare = await send({ kind: 'challenge', ground: 'c2-criteria', evidence: ' ', evidenceKind: 'testimony' });
    expect([bare.status, bare.body.errors?.map((each) => each.path)]).toEqual([422, ['evidence']]);
    const hearsay = await send({
      kind: 'challenge',
      ground: 'c2-criteria',
      evidence: 'a rumour',
      evidenceKind: 'unreliable-hearsay',
    });
    expect([hearsay.status, hearsay.body.errors?.map((each) => each.path)]).toEqual([422, ['evidenceKind']]);
    expect((await send({ kind: 'answer', question: 'no-such-question', answer: 'yes' })).body.errors?.[0]?.path).toBe(
      'question',
    );
    expect((await send({ kind: 'override', relief: 'none', reason: 'no' })).body.errors?.[0]?.path).toBe('relief');

    const made = await send({
      kind: 'override',
      relief: 'dismiss-and-seal',
      reason: `agreed ${PLANTED_NAMES[8] ?? ''}`,
      by: ATTORNEY,
      on: '2026-11-21',
    });
    expect([made.status, made.body.event?.state, made.body.event?.on]).toEqual([201, 'waiting', '2026-11-21']);
    const undo = `decisions/${made.body.event?.id}/undo`;
    expect((await office.post(undo, { reason: 'the wrong file' })).status).toBe(201);
    expect((await office.post(undo, { reason: 'the wrong file' })).status).toBe(200);
    expect((await office.post('decisions/0123456789abcdef/undo', { reason: 'x' })).status).toBe(404);
    expect((await office.decisions('&state=undone')).items.map(({ id }) => id)).toEqual([made.body.event?.id]);
    expect((await cluster.api.request('POST', `/offices/other-da/runs/${first.id}/review`, workbook)).status).toBe(404);
  });

  it('applies them in a new run: determinations and papers change, the bytes are those of the command line', async () => {
    const granted = (await office.open(first)).find(
      (row) => row('CII') !== '' && !row('CII').includes(';') && row('Person') !== challenged.person,
    );
    facts = Buffer.from(
      `cii,count,granted_on\n${granted?.('CII')},${granted?.('Conviction').split(':')[1]},2021-02-03\n`,
    );
    const sent = await cluster.api.upload(facts, 'facts');
    const upload = await cluster.api.upload(county);
    const bad = await cluster.api.upload(Buffer.from('cii,count,granted_on\nA1,101002001000,yesterday\n'), 'facts');
    const refused = await office.post<{ errors: { path: string; message: string }[] }>(
      'runs',
      runOver(upload.sha256, { ...STATUTE, facts: [{ sha256: bad.sha256, name: 'bad.csv' }] }),
      'review-bad',
    );
    expect([refused.status, refused.body.errors[0]]).toEqual([
      422,
      { path: 'facts.0', message: expect.stringMatching(/^line 2, granted_on/) },
    ]);
    const replay = await office.post<{ errors: { path: string }[] }>(
      'runs',
      runOver(upload.sha256, { decisions: 'office', papers: 'none' }),
      'review-replay',
    );
    expect([replay.status, replay.body.errors.map((each) => each.path)]).toEqual([422, ['decisions']]);

    const asked = runOver(upload.sha256, { ...STATUTE, facts: [{ sha256: sent.sha256, name: 'facts.csv' }] });
    second = await office.run(asked, 'review-0002');
    expect([second.state, second.failure]).toEqual(['done', null]);
    expect(second.counts['papers.decisionsApplied']).toBeGreaterThan(1);
    expect([second.counts['papers.challenged'], second.counts['papers.factsUsed']]).toEqual([1, 1]);
    expect(second.counts['outcome.review'] ?? 0).toBeLessThan(first.counts['outcome.review'] ?? 0);
    expect(await office.output(second, 'court_update.csv')).not.toBe(await office.output(first, 'court_update.csv'));

    const [input, factsPath, decisionsPath, out] = ['county.dat', 'facts.csv', 'decisions.jsonl', 'cli'].map((name) =>
      join(cluster.folder, name),
    ) as [string, string, string, string];
    writeFileSync(input, county);
    writeFileSync(factsPath, facts);
    writeFileSync(decisionsPath, await office.file('decisions/file'));
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
      '--office',
      cluster.api.office,
      '--papers',
      'bulk',
      '--letters',
      '--facts',
      factsPath,
      '--decisions',
      decisionsPath,
    );
    const names = readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
      .filter((name) => name !== 'run.log.json');
    expect(await cluster.api.outputs(second.id)).toEqual(
      Object.fromEntries(names.map((name) => [name, sha256(readFileSync(join(out, name)))])),
    );
    expect(names).toEqual(
      expect.arrayContaining(['decisions.csv', 'facts_unused.csv', 'public_defender.csv', 'Public_Defender.pdf']),
    );
  });

  it('shows what became of each decision, and a run again has what was decided since', async () => {
    const { counts } = await office.decisions();
    expect(counts).toMatchObject({ undone: 1, recorded: 1 });
    expect(counts['applied']).toBeGreaterThan(1);
    expect(counts['waiting']).toBeUndefined();
    const again = await office.post<RunView & { asOf: string; decisions: string | null; facts: object[] }>(
      `runs/${second.id}/again`,
      { asOf: '2026-11-24' },
      'review-0003',
    );
    expect([again.status, again.body.asOf, again.body.facts.length]).toEqual([201, '2026-11-24', 1]);
    const third = await cluster.api.untilEnd(again.body.id);
    expect([third.state, third.counts['papers.decisionsApplied']]).toEqual([
      'done',
      second.counts['papers.decisionsApplied'],
    ]);
    await office.post(`runs/${third.id}/purge`);
  });

  it('tells the public defender whom it challenges, in the bytes of the run', async () => {
    expect(await office.file(`runs/${second.id}/public-defender`)).toEqual(
      Buffer.from(await office.output(second, 'public_defender.csv')),
    );
    expect(sha256(await office.file(`runs/${second.id}/public-defender?format=pdf`))).toBe(
      (await cluster.api.outputs(second.id))['Public_Defender.pdf'],
    );
    const leftOut = (await office.file(`runs/${first.id}/public-defender`)).toString('utf8');
    expect(leftOut).toMatch(/left-out/);
    expect(leftOut).not.toMatch(/^challenged/m);
  });

  it('explains a conviction in words, with what would change the answer, and as the page to sign', async () => {
    const at = `runs/${second.id}/people/${challenged.person}/convictions/${challenged.conviction}/explanation`;
    const { status, body } = await office.get<{
      standing: string;
      rules: object[];
      words: string[];
      changes: { words: string }[];
    }>(at);
    expect([status, body.standing]).toEqual([200, 'challenged']);
    expect(body.rules.length).toBeGreaterThan(3);
    expect(body.words.join('\n')).toMatch(/county\.dat, line \d+/);
    const out = join(cluster.folder, 'signed.pdf');
    const subject =
      (await office.open(first))
        .find((row) => row('Person') === challenged.person)?.('Subject ID')
        .split(';')[0] ?? '';
    office.cli(
      'explain',
      join(cluster.folder, 'county.dat'),
      '--subject',
      subject,
      '--count',
      challenged.conviction,
      '--county',
      'FRESNO',
      '--as-of',
      '2026-11-23',
      '--facts',
      join(cluster.folder, 'facts.csv'),
      '--decisions',
      join(cluster.folder, 'decisions.jsonl'),
      '--pdf',
      out,
    );
    expect(sha256(await office.file(`${at}?format=pdf`))).toBe(sha256(readFileSync(out)));
    expect((await office.get(`runs/${second.id}/people/AAAAAAAAAAAAAAAA/convictions/0:1/explanation`)).status).toBe(
      422,
    );
  });

  it('draws a sample, and states the bound from its verdicts', async () => {
    const drawn = await office.file(`runs/${second.id}/certify?sample=60&seed=7`);
    expect(sha256(await office.file(`runs/${second.id}/certify?sample=60&seed=7`))).toBe(sha256(drawn));
    const unread = await office.post<{ code: string }>(`runs/${second.id}/certify`, drawn);
    expect([unread.status, unread.body.code]).toEqual([422, 'certify.unusable']);
    const verdicts = await filledWorkbook(drawn, (sheet, row) => {
      if (sheet === 'Sample') row.set('Verdict', 'agree');
    });
    const { status, body } = await office.post<{
      drawn: number;
      agree: number;
      bound: number;
      declaration: string;
    }>(`runs/${second.id}/certify`, verdicts);
    expect([status, body.agree]).toEqual([200, body.drawn]);
    expect(body.bound).toBeGreaterThan(0);
  });

  it('keeps who and when of each change, and nothing that an attorney wrote, in audit and logs', async () => {
    const { body } = await office.get<{
      items: { actor: string; action: string; at: string; after: string | null }[];
    }>('audit?limit=500');
    const of = (action: string) => body.items.filter((entry) => entry.action === action);
    expect(of('review.imported').length).toBeGreaterThan(0);
    expect([of('decision.recorded').length, of('decision.undone').length, of('sample.certified').length]).toEqual([
      1, 1, 1,
    ]);
    expect(body.items.every(({ actor, at }) => /^(user|service):/.test(actor) && !Number.isNaN(Date.parse(at)))).toBe(
      true,
    );
    expect(JSON.stringify(body)).not.toContain(PLANTED_NAMES[7]);
    for (const folder of cluster.logFolders) expect(filesWithPlanted(folder)).toEqual([]);
  });

  it('destroys with the last run of a person what was decided about them; hashes and counts stay', async () => {
    const all = await office.decisions();
    expect(await office.purge(first)).toBe(200);
    expect((await office.decisions()).counts).toEqual(all.counts);
    expect(await office.purge(second)).toBe(200);
    const { items, counts } = await office.decisions();
    expect(counts).toEqual({ destroyed: all.items.length });
    expect(items.map(({ id, hash }) => [id, hash])).toEqual(all.items.map(({ id, hash }) => [id, hash]));
    expect(
      await office.count(
        'SELECT count(*)::int AS n FROM eligibility.case_decision WHERE person IS NOT NULL OR conviction IS NOT NULL OR line IS NOT NULL',
      ),
    ).toBe(0);
    expect((await office.get('decisions/file')).status).toBe(404);
    expect(await office.leftWithPlanted()).toEqual([]);
    await expect(
      office.count("UPDATE eligibility.case_decision SET recorded_by = 'user:nobody' RETURNING 1 AS n"),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(office.count('DELETE FROM eligibility.case_decision RETURNING 1 AS n')).rejects.toMatchObject({
      code: '42501',
    });
  });
});
