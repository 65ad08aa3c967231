import { type BatchFile, type CourtUpdate } from '@clearway/court-exchange';
import { batchId, sampleManifest, sampleRows, sha256 } from '../testing/sample-batch';
import { type LookedAtFile, verifyBatch } from './verify-batch';

const LIST = sha256('the list');
const rows = sampleRows(3);
const PACKET = rows[0]?.packet ?? '';
const contents: Readonly<Record<string, { kind: BatchFile['kind']; text: string }>> = {
  'motion.pdf': { kind: 'motion', text: `Exhibit A, SHA-256 ${LIST.slice(0, 30)}\n ${LIST.slice(30).toUpperCase()}` },
  'order.pdf': { kind: 'order', text: `SHA-256 ${LIST}` },
  'exhibit_a.pdf': { kind: 'exhibit', text: 'the list' },
  'court_update.csv': { kind: 'court-update', text: 'a,b' },
};
const files = Object.entries(contents).map(
  ([path, { kind, text }]): BatchFile => ({
    path,
    kind,
    sha256: kind === 'exhibit' ? LIST : sha256(text),
    bytes: text.length,
    pages: path.endsWith('.pdf') ? 2 : 0,
    public: true,
    packets: path.endsWith('.pdf') ? [PACKET] : [],
  }),
);
const base = sampleManifest(batchId(1), rows, { files });
const manifest = { ...base, packets: base.packets.map((packet) => ({ ...packet, listSha256: LIST })) };
const update: CourtUpdate = { format: 'clearway-court-update-1', batch: batchId(1), rows };

function look(
  change: Readonly<Record<string, Partial<LookedAtFile> | undefined>> = {},
): (path: string) => Promise<LookedAtFile | undefined> {
  return (path) => {
    const file = files.find((each) => each.path === path);
    if (!file || (path in change && change[path] === undefined)) return Promise.resolve(undefined);
    const { sha256: hash, bytes, pages } = file;
    const pdf = path.endsWith('.pdf') ? { pdf: { pages, text: contents[path]?.text ?? '' } } : {};
    return Promise.resolve({ sha256: hash, bytes, ...pdf, ...change[path] });
  };
}

const paths = files.map(({ path }) => path);
const changesOf = async (...args: Parameters<typeof verifyBatch>): Promise<string[]> =>
  (await verifyBatch(...args)).changes.map(({ path, what }) => `${path} ${what}`);

describe(verifyBatch.name, () => {
  it('finds nothing where nothing was changed, and says what it looked at', async () => {
    expect(await verifyBatch(manifest, update, paths, look())).toEqual({
      changes: [],
      checked: { files: 4, pages: 6, hashes: 1, rows: 3, formsNotRead: 0 },
    });
  });

  it.each<[string, Readonly<Record<string, Partial<LookedAtFile> | undefined>>, readonly string[]]>([
    ['other bytes', { 'order.pdf': { sha256: 'x' } }, ['order.pdf changed']],
    ['other length', { 'court_update.csv': { bytes: 1 } }, ['court_update.csv changed']],
    ['a file that is gone', { 'court_update.csv': undefined }, ['court_update.csv missing']],
    [
      'a PDF that cannot be read',
      { 'exhibit_a.pdf': { pdf: undefined } as unknown as LookedAtFile },
      ['exhibit_a.pdf unreadable'],
    ],
    [
      'another number of pages',
      { 'motion.pdf': { pdf: { pages: 3, text: contents['motion.pdf']?.text ?? '' } } },
      ['motion.pdf page-count'],
    ],
    [
      'an order that names another list',
      { 'order.pdf': { pdf: { pages: 2, text: `SHA-256 ${sha256('x')}` } } },
      ['order.pdf list-hash'],
    ],
  ])('%s', async (_, change, expected) =>
    expect(await changesOf(manifest, update, paths, look(change))).toEqual(expected),
  );

  it('a file that nobody named, an exhibit that is not the list, rows that do not add up', async () => {
    expect(await changesOf(manifest, update, [...paths, 'extra.pdf'], look())).toEqual(['extra.pdf added']);
    const other = {
      ...manifest,
      packets: manifest.packets.map((packet) => ({ ...packet, listSha256: sha256('other') })),
    };
    expect(await changesOf(other, update, paths, look())).toEqual([
      'motion.pdf list-hash',
      'order.pdf list-hash',
      'exhibit_a.pdf list-hash',
    ]);
    const wrong: readonly CourtUpdate[] = [
      { ...update, batch: batchId(2) },
      { ...update, rows: rows.slice(1) },
      { ...update, rows: rows.map((row, i) => (i === 0 ? { ...row, relief: 'dismiss' } : row)) },
      { ...update, rows: rows.map((row) => ({ ...row, ref: rows[0]?.ref ?? '' })) },
    ];
    for (const each of wrong)
      expect(await changesOf(manifest, each, paths, look())).toEqual(['confidential/court_update.json rows']);
  });

  it('a list in several files is named by the hash of their hashes, or by each of them; a schedule is not the list', async () => {
    const part = (number: number): BatchFile => ({
      ...(files[2] as BatchFile),
      path: `exhibit_a_part_${number}_of_11.pdf`,
      sha256: sha256(`part ${number}`),
    });
    const parts = Array.from({ length: 11 }, (_, i) => part(i + 1));
    const list = sha256(parts.map((each) => `${each.sha256}\n`).join(''));
    const schedule: BatchFile = { ...part(1), path: 'order_schedule_part_1_of_2.pdf', sha256: sha256('schedule') };
    const all = [files[0] as BatchFile, files[1] as BatchFile, ...parts, schedule].sort((a, b) =>
      a.path < b.path ? -1 : 1,
    );
    const several = {
      ...manifest,
      files: all,
      packets: manifest.packets.map((packet) => ({ ...packet, listSha256: list })),
    };
    const found = (text: string) => (path: string) => {
      const { sha256: hash, bytes, pages } = all.find((each) => each.path === path) as BatchFile;
      return Promise.resolve({ sha256: hash, bytes, pdf: { pages, text } });
    };
    const names = all.map(({ path }) => path);
    expect(await changesOf(several, update, names, found(list))).toEqual([]);
    expect(await changesOf(several, update, names, found(parts.map((each) => each.sha256).join(' ')))).toEqual([]);
    expect(await changesOf(several, update, names, found(parts[0]?.sha256 ?? ''))).toEqual([
      'motion.pdf list-hash',
      'order.pdf list-hash',
    ]);
  });

  it("a court's own form that cannot be read is counted, and nothing is held against it", async () => {
    const form: BatchFile = { ...(files[0] as BatchFile), path: 'cr-400.pdf', kind: 'court-form' };
    const verified = await verifyBatch({ ...manifest, files: [form] }, update, ['cr-400.pdf'], () =>
      Promise.resolve({ sha256: form.sha256, bytes: form.bytes }),
    );
    expect([verified.changes, verified.checked.formsNotRead]).toEqual([[], 1]);
  });

  it('a hundred thousand files take seconds, not hours', async () => {
    const count = 30_000;
    const many = Array.from({ length: count }, (_, i) => String(i).padStart(12, '0'));
    const perCase = {
      ...manifest,
      packets: many.map((packet) => ({ packet, lines: 1, cases: 1, people: 1, inputs: '', listSha256: LIST })),
      files: many.flatMap((packet) =>
        ['motion', 'order'].map(
          (kind): BatchFile => ({
            path: `${packet}/${kind}.pdf`,
            kind: kind as 'motion',
            sha256: 'x',
            bytes: 1,
            pages: 1,
            public: true,
            packets: [packet],
          }),
        ),
      ),
    };
    const began = process.cpuUsage().user;
    await verifyBatch(perCase, update, [], () =>
      Promise.resolve({ sha256: 'x', bytes: 1, pdf: { pages: 1, text: LIST } }),
    );
    expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(10);
  });

  it('a volume that holds motion and order prints the hash for both', async () => {
    const volume: BatchFile = { ...(files[0] as BatchFile), path: 'volume.pdf', kind: 'volume' };
    const merged = { ...manifest, files: [volume] };
    const found = (text: string) => () =>
      Promise.resolve({ sha256: volume.sha256, bytes: volume.bytes, pdf: { pages: 2, text } });
    expect(await changesOf(merged, update, ['volume.pdf'], found(LIST))).toEqual([]);
    expect(await changesOf(merged, update, ['volume.pdf'], found(''))).toEqual(['volume.pdf list-hash']);
  });
});
