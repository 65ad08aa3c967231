import { type BatchManifest, type CourtUpdate } from '@clearway/court-exchange';
import { readPdf } from '@clearway/pdf-reading';
import { type FilingBatch } from '../filing/filing-plan';
import { caseListText } from '../paper/line-tables';
import { loadTemplates } from '../templates/load-templates';
import { batchOf, make, PER_CASE, sha256, VOLUMES } from '../testing/made-batch';
import { type FormFiling } from '../packet/form-source';
import { samplePlan } from '../testing/sample-plan';

const wordsOf = (bytes: Uint8Array | undefined): string =>
  readPdf(bytes ?? new Uint8Array())
    .pages.flatMap(({ texts }) => texts.map(({ text }) => text))
    .join('')
    .replace(/\s/g, '');
const SEALED = {
  'public: { names: yes, charges: yes':
    "confidential: { ground: 'Cal. Rules of Court, rule 2.550' }\n  public: { names: no, charges: no",
};
describe('assembleBatch', () => {
  it('has every file in its manifest with hash, size and pages, and totals that add up', async () => {
    const { manifest, files } = await make(batchOf(12));
    const listed = (manifest as BatchManifest).files;
    expect(listed.map(({ path }) => path).sort()).toEqual(
      [...files.keys()].filter((path) => path !== 'manifest.json').sort(),
    );
    for (const { path, sha256: hash, bytes, pages } of listed) {
      const file = files.get(path) as Uint8Array;
      expect([path, sha256(file), file.length]).toEqual([path, hash, bytes]);
      if (path.endsWith('.pdf')) expect(readPdf(file).pages).toHaveLength(pages);
    }
    expect(manifest?.totals).toMatchObject({
      packets: 1,
      files: 3,
      lines: 12,
      cases: 12,
      people: 12,
      byCaseEffect: { 'one-count': 9, 'whole-case': 3 },
    });
    expect(manifest).toMatchObject({
      format: 'clearway-batch-1',
      corrects: '',
      county: 'LOS ANGELES',
      court: { profile: 'los-angeles-compton', name: 'Compton Courthouse' },
      asOf: '2026-11-23',
    });
    expect(listed.filter((file) => !file.public).map(({ path }) => path)).toEqual(['confidential/court_update.json']);
  });

  it('keeps names, case numbers and numbers of the state out of the manifest', async () => {
    const { text } = await make(batchOf(3));
    expect(text('manifest.json')).not.toMatch(/BA100|GARCIA|A99999999/);
  });

  it('names the hash of the exhibit in motion and order', async () => {
    const { manifest, files } = await make(batchOf(4));
    const list = sha256(files.get('exhibit_a.pdf') as Uint8Array);
    expect(manifest?.packets[0]?.listSha256).toBe(list);
    for (const name of ['motion.pdf', 'order.pdf']) expect(wordsOf(files.get(name))).toContain(list);
  });

  it('names the hash of the table’s text in the motion and order of a case', async () => {
    const batch = batchOf(1, PER_CASE, 'per-case');
    const { manifest, files } = await make(batchOf(1, { ...PER_CASE, ', exhibit]': ']' }));
    const list = sha256(caseListText(batch.packets[0]?.lines ?? [], loadTemplates(undefined).words));
    expect(manifest?.packets[0]?.listSha256).toBe(list);
    for (const name of ['motion.pdf', 'order.pdf']) expect(wordsOf(files.get(`ba100000/${name}`))).toContain(list);
  });

  it('finds each case by the index: file and page', async () => {
    const { text, files } = await make(batchOf(90));
    const rows = text('index.csv').trimEnd().split('\n').slice(1);
    expect(rows).toHaveLength(90);
    const pages = readPdf(files.get('exhibit_a.pdf') as Uint8Array).pages;
    for (const row of rows) {
      const [number = '', file, page] = [row.split(',')[0], row.split(',').at(-3), Number(row.split(',').at(-2))];
      expect(file).toBe('exhibit_a.pdf');
      expect(pages[page - 1]?.texts.map(({ text: piece }) => piece).join(' ')).toContain(number);
    }
    expect(wordsOf(files.get('index.pdf'))).toContain('wasnotconfirmedwiththecourt');
  });

  it('writes the data file in the court’s layout and codes', async () => {
    const columns = `copies: 1\n  data file:\n    columns:\n      - { name: CASE, from: caseNumber }\n      - { name: CT, from: count, format: '000' }\n      - { name: DATE, from: convictionDate, format: MM/DD/YYYY }\n      - { name: DO, from: relief, codes: CODES }`;
    const codes = "{ dismiss-and-seal: '01', redesignate-infraction: '02', redesignate-misdemeanor: '03' }";
    const { text, packets } = await make(batchOf(2, { 'copies: 1': columns.replace('CODES', codes) }));
    expect(text('court_update.csv')).toBe('CASE,CT,DATE,DO\nBA100000,001,03/12/1998,01\nBA100001,001,03/12/1998,02\n');
    expect(packets[0]?.released).toBe(true);
    const refused = await make(batchOf(2, { 'copies: 1': columns.replace('CODES', "{ dismiss-and-seal: '01' }") }));
    expect([refused.manifest, refused.files.size]).toEqual([undefined, 0]);
    expect(refused.packets[0]?.faults).toEqual([
      { paper: 'court_update.csv', kind: 'court-code-missing', page: 0, detail: 'relief: redesignate-infraction' },
    ]);
  });

  it('gives what the state finds a record by in the confidential file only, with a reason for each dismissal', async () => {
    const { text, files } = await make(batchOf(3));
    const update = JSON.parse(text('confidential/court_update.json')) as CourtUpdate;
    expect(
      update.rows.map(({ ref, relief, dispositionReason, matchKeys }) => [
        ref.slice(-2),
        relief,
        dispositionReason.code,
        matchKeys.cii,
      ]),
    ).toEqual([
      ['-1', 'dismiss-and-seal', 'hs-11361.8', 'A99999999'],
      ['-2', 'redesignate-infraction', '', 'A99999999'],
      ['-3', 'redesignate-misdemeanor', '', 'A99999999'],
    ]);
    for (const [path, bytes] of files)
      if (!path.startsWith('confidential/'))
        expect([path, Buffer.from(bytes).includes('A99999999')]).toEqual([path, false]);
  });

  it('keeps names under seal where the court wants it: motion, order, index and exhibit show none, the sealed list has all', async () => {
    const { manifest, files, text } = await make(batchOf(6, SEALED));
    const sealed = files.get('confidential/exhibit_a.pdf');
    for (const name of ['motion.pdf', 'order.pdf', 'exhibit_a.pdf', 'index.pdf'])
      expect([name, wordsOf(files.get(name)).includes('GARCIA')]).toEqual([name, false]);
    expect(text('index.csv')).not.toContain('GARCIA');
    expect(wordsOf(sealed)).toContain('GARCIA,MARIA');
    expect(wordsOf(sealed)).toContain('rule2.550');
    expect(wordsOf(files.get('motion.pdf'))).toContain(sha256(sealed as Uint8Array));
    const secret = manifest?.files.filter((file) => !file.public).map(({ path }) => path);
    expect(secret).toEqual(['confidential/court_update.json', 'confidential/exhibit_a.pdf', 'court_update.csv']);
  });

  it('splits a list that is larger than the limit, and names every part with its hash', async () => {
    const { manifest, files, packets } = await make(
      batchOf(1400, { 'megabytes per file: 25': 'megabytes per file: 0.08' }),
    );
    expect(packets[0]?.faults).toEqual([]);
    const parts = [...files.keys()].filter((path) => path.startsWith('exhibit_a_part_'));
    const schedule = [...files.keys()].filter((path) => path.startsWith('order_schedule_part_'));
    expect(parts.length).toBeGreaterThan(1);
    expect(schedule.length).toBeGreaterThanOrEqual(parts.length);
    for (const path of [...parts, ...schedule]) {
      expect((files.get(path) as Uint8Array).length).toBeLessThanOrEqual(80_000);
      expect(wordsOf(files.get('order.pdf'))).toContain(sha256(files.get(path) as Uint8Array));
    }
    for (const path of parts) expect(wordsOf(files.get('motion.pdf'))).toContain(sha256(files.get(path) as Uint8Array));
    expect(manifest?.packets[0]?.listSha256).toBe(
      sha256(parts.map((path) => `${sha256(files.get(path) as Uint8Array)}\n`).join('')),
    );
    const lines = parts.map((path) => wordsOf(files.get(path))).join('');
    for (const i of [0, 700, 1399]) expect(lines).toContain(`BA${100000 + i}`);
  });

  it('joins packets to volumes that keep below the limit, each packet whole, fields apart', async () => {
    const { manifest, files, text } = await make(
      batchOf(14, {
        ...VOLUMES,
        'separators: no': 'separators: yes',
        'megabytes per file: 25': 'megabytes per file: 0.07',
      }),
    );
    const volumes = manifest?.files.filter(({ kind }) => kind === 'volume') ?? [];
    expect(volumes.length).toBeGreaterThan(1);
    expect(volumes.flatMap((volume) => volume.packets)).toEqual(manifest?.packets.map(({ packet }) => packet));
    for (const { path, bytes, packets } of volumes) {
      expect(bytes).toBeLessThanOrEqual(70_000);
      const fields = readPdf(files.get(path) as Uint8Array).fields.map(({ name }) => name);
      expect(new Set(fields).size).toBe(packets.length * 3);
    }
    const [row = ''] = text('index.csv').split('\n').slice(-2);
    const [, , , file = '', page] = row.split(',').slice(-6);
    expect(
      readPdf(files.get(file) as Uint8Array)
        .pages[Number(page) - 1]?.texts.map((piece) => piece.text)
        .join(' '),
    ).toContain('BA100013');
  });

  it('holds back what no file can take, says so, and goes on with nothing else', async () => {
    const tight = { 'megabytes per file: 25': 'megabytes per file: 0.05' };
    const { packets, manifest } = await make(
      batchOf(2, { ...VOLUMES, ...tight }, 'court', () => ({ chargeText: 'X '.repeat(20_000) })),
    );
    expect(manifest).toBeUndefined();
    expect(packets.map(({ faults }) => faults[0]?.kind)).toEqual(['over-size-limit', 'over-size-limit']);
  });

  it('refuses a packet whose form is missing, by the form’s number', async () => {
    const { packets } = await make(
      batchOf(1, { 'papers: [motion, order, exhibit]': 'papers: [motion, order, exhibit, memorandum, form: CR-400]' }),
    );
    expect(packets[0]?.faults).toEqual([{ paper: 'form_cr-400.pdf', kind: 'form-missing', page: 0, detail: 'CR-400' }]);
  });

  it('fills the court’s form from the facts of the packet', async () => {
    const facts: FormFiling['facts'][] = [];
    const forms = {
      edition: () => ({
        form: 'CR-400',
        edition: '2017-07-01',
        sha256: 'a',
        fill: (filings: readonly FormFiling[]) => {
          facts.push(...filings.map((each) => each.facts));
          return {
            file: { bytes: new Uint8Array([1]), pages: 1, starts: [1], sha256: sha256(new Uint8Array([1])) },
            held: [],
          };
        },
      }),
    };
    const { manifest } = await make(
      batchOf(1, { ...PER_CASE, 'papers: [motion, order, exhibit]': 'papers: [form: CR-400]' }),
      { forms },
    );
    expect(manifest?.files.find(({ kind }) => kind === 'court-form')?.path).toBe('ba100000/form_cr-400.pdf');
    expect(facts[0]).toMatchObject({
      caseNumber: 'BA100000',
      attorney: 'Jane Q. Roe',
      'section.11359': true,
      'relief.dismissAndSeal': true,
      serving: false,
    });
  });

  it('puts motion and order in one file where the court wants it', async () => {
    const { manifest, files } = await make(batchOf(2, { 'order: separate': 'order: combined' }));
    expect(manifest?.files.map(({ kind }) => kind)).toContain('motion-and-order');
    expect(readPdf(files.get('motion_and_order.pdf') as Uint8Array).fields).toHaveLength(3);
    expect(files.has('order.pdf')).toBe(false);
  });

  it('carries 3,000 cases', async () => {
    const [batch] = samplePlan(3600).batches as [FilingBatch];
    const { manifest } = await make(batch);
    expect(manifest?.totals).toMatchObject({ packets: 1, lines: 3600, cases: 3000 });
    expect(samplePlan(3600, { mode: 'per-case' }).packets).toHaveLength(3000);
  });
});
