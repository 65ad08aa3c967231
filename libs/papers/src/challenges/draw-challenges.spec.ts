import { createHash } from 'node:crypto';
import { readPdf } from '@clearway/pdf-reading';
import { collectFiles } from '../testing/collect-files';
import { SAMPLE_OPTIONS } from '../testing/sample-filing';
import { sampleChallenges } from '../testing/sample-papers';
import { type ChallengeNotice } from './challenge-notice';
import { drawChallenges } from './draw-challenges';

const WITHOUT = {
  key: '0:1',
  person: 'AAA',
  reason: 'no-court',
  courthouse: '',
  agency: 'DA',
  caseNumber: 'X1',
  name: 'DOE',
} as const;

describe(drawChallenges, () => {
  const [notice] = sampleChallenges() as readonly [ChallengeNotice];

  it('writes a notice for each person and case, and lists it with hash, pages and counts', async () => {
    const { files, sink } = collectFiles();
    const other = { ...notice, person: 'BBB', name: 'ROE, JANE' };
    const counts = await drawChallenges({ notices: [notice, other], without: [WITHOUT] }, SAMPLE_OPTIONS, sink);
    expect(counts).toMatchObject({
      notices: 2,
      noticesWithheld: 0,
      counts: 4,
      countsWithheld: 0,
      countsWithoutNotice: 1,
    });
    const paths = [...files.keys()].filter((path) => path.endsWith('.pdf'));
    expect(paths).toHaveLength(2);
    const csv = Buffer.from(files.get('challenges.csv') as Uint8Array).toString();
    for (const path of paths) {
      expect(path).toMatch(/^challenges\/[a-z-]+\/[a-z-]+\/[a-z0-9-]+\/notice_of_challenge\.pdf$/);
      const bytes = files.get(path) as Uint8Array;
      expect(csv).toContain(`${path},${readPdf(bytes).pages.length},${bytes.length},${sha256(bytes)}`);
    }
    expect(csv).toContain(',DA,X1,DOE,1,no,,,,,no-court');
    expect(csv).not.toContain('AAA');
  });

  it('holds back what cannot be printed, with the reason, and goes on', async () => {
    const { files, sink } = collectFiles();
    const wrong = { ...notice, caseNumber: 'AA\u0378' };
    const counts = await drawChallenges({ notices: [wrong, notice], without: [] }, SAMPLE_OPTIONS, sink);
    expect(counts).toMatchObject({ notices: 1, noticesWithheld: 1, counts: 2, countsWithheld: 2 });
    expect(Buffer.from(files.get('challenges.csv') as Uint8Array).toString()).toContain('unprintable-text U+0378');
  });

  it('writes nothing where nothing is challenged', async () => {
    const { files, sink } = collectFiles();
    expect(await drawChallenges({ notices: [], without: [] }, SAMPLE_OPTIONS, sink)).toBeUndefined();
    expect(files.size).toBe(0);
  });
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
