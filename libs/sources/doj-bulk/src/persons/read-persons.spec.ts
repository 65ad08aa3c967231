import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type History } from '@clearway/record';
import { readPersons, scanPopulation } from '../index';
import { messyFile } from '../testing/messy-files';
import { readReference, referenceHistories } from '../testing/reference-reader';

const limits = { lines: 3, bytes: 600 };

describe('readPersons', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'clearway-read-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('reads what the plainest reader reads, whatever the file, the buffers and the partitions', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(messyFile, { minLength: 1, maxLength: 3, selector: (bytes) => bytes.toString('latin1') }),
        fc.integer({ min: 1300, max: 6000 }),
        fc.integer({ min: 1, max: 4000 }),
        async (files, bufferBytes, partitionBytes) => {
          const inputs = files.map((bytes, index) => {
            const path = join(folder, `${index}.dat`);
            writeFileSync(path, bytes);
            return { path };
          });
          const population = await scanPopulation(inputs, { workDir: join(folder, 'work'), threads: 0, limits, bufferBytes });
          const found: History[] = [];
          for await (const history of readPersons(population, { batchBytes: bufferBytes, partitionBytes })) found.push(history);
          const expected = files.map((bytes) => ({ bytes, read: readReference(bytes, limits) }));
          expect(population.files.map(({ used, rejected }) => [used, rejected])).toEqual(expected.map(({ read }) => [read.rows.length, read.rejected.length]));
          expect(found).toEqual(referenceHistories(expected));
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});
