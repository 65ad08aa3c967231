import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { messyFile } from '../testing/messy-files';
import { PLAIN_RECORD_MODULE } from './plain-record.generated';
import { RecordScan } from './record-scan';
import { ScanMemory } from './scan-memory';

const limits = { lines: 3, bytes: 600 };

describe('RecordScan', () => {
  const memory = ScanMemory.allocate(1 << 16);
  const fast = new RecordScan(limits, new ScanMemory(memory));
  const plain = new RecordScan(limits);

  it('finds the same records sixteen bytes at a time as one by one', () => {
    fc.assert(
      fc.property(messyFile, fc.nat({ max: 40 }), fc.boolean(), (file, offset, final) => {
        const bytes = ScanMemory.part(memory, offset, file.length + 1);
        file.copy(bytes);
        const apart = Buffer.concat([file, Buffer.alloc(1)]);
        fast.over(bytes, file.length, final);
        plain.over(apart, file.length, final);
        for (let position = 0; position < file.length; position = plain.next) {
          const result = plain.scan(position);
          expect(fast.scan(position)).toBe(result);
          if (result === 'open') break;
          expect([fast.start, fast.end, fast.next, fast.lines, fast.continuations]).toEqual([plain.start, plain.end, plain.next, plain.lines, plain.continuations]);
          if (result === 'record') expect(fast.edges.slice(0, 96)).toEqual(plain.edges.slice(0, 96));
          if (result === 'rejected') expect([fast.problem, fast.fields]).toEqual([plain.problem, plain.fields]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('runs what is assembled from the text beside it', () => {
    const script = `import(${JSON.stringify(join(__dirname, '../../wasm/build.mjs'))}).then(async ({ assemble }) => process.stdout.write((await assemble()).toString('base64')))`;
    expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toBe(PLAIN_RECORD_MODULE);
  });
});
