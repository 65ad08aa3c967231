import { type BatchManifest, type CourtUpdate } from '@clearway/court-exchange';
import { planFilings } from '../filing/filing-planner';
import { type FilingBatch } from '../filing/filing-plan';
import { collectFiles } from '../testing/collect-files';
import { SAMPLE_OPTIONS, samplePeople } from '../testing/sample-filing';
import { type SampleConviction } from '../testing/sample-people';
import { assembleBatch } from './assemble-batch';
import { correctionOf, type ReleasedBatch } from './correction';

const batchOf = (count: number, change?: (i: number) => SampleConviction): FilingBatch =>
  planFilings(samplePeople(count, change)).batches[0] as FilingBatch;

async function released(batch: FilingBatch, corrects = ''): Promise<ReleasedBatch> {
  const { files, sink } = collectFiles();
  const { manifest } = await assembleBatch(batch, SAMPLE_OPTIONS, sink, { corrects });
  const update = Buffer.from(files.get(`${batch.folder}/confidential/court_update.json`) ?? '').toString();
  return { manifest: manifest as BatchManifest, update: JSON.parse(update) as CourtUpdate };
}

describe('correctionOf', () => {
  it('holds only what differs, names the batch that it corrects, and says what is not filed any more', async () => {
    const first = await released(batchOf(5));
    const today = batchOf(6, (i) =>
      i === 1 ? { relief: 'dismiss-and-seal' } : i === 3 ? { standing: 'challenged' } : {},
    );
    const { batch, corrects, withdrawn } = correctionOf(today, [first]);
    expect(corrects).toBe(first.manifest.batch);
    expect(batch?.packets.map(({ lines }) => lines.map(({ line, caseNumber }) => [line, caseNumber]))).toEqual([
      [
        [1, 'BA100001'],
        [2, 'BA100005'],
      ],
    ]);
    expect(withdrawn.map(({ caseNumber }) => caseNumber)).toEqual(['BA100001', 'BA100003']);
    const second = await released(batch as FilingBatch, corrects);
    expect(second.manifest.corrects).toBe(first.manifest.batch);
    expect(second.manifest.packets[0]?.packet).not.toBe(first.manifest.packets[0]?.packet);
    expect(correctionOf(today, [first, second]).batch).toBeUndefined();
    expect(correctionOf(today, [first, second]).corrects).toBe(second.manifest.batch);
  });

  it('is nothing where nothing differs', async () => {
    const first = await released(batchOf(3));
    expect(correctionOf(batchOf(3), [first])).toEqual({ corrects: first.manifest.batch, withdrawn: [] });
  });
});
