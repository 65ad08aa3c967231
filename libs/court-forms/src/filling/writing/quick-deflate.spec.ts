import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { quickDeflate } from './quick-deflate';

const restored = (data: Uint8Array): Buffer => inflateSync(quickDeflate(data));

describe('quickDeflate', () => {
  it('gives back every input, however it repeats itself', () => {
    const repeating = fc
      .array(fc.constantFrom('12 0 R ', '/Type', '<<', 'x', '\xff\xfe'), { maxLength: 400 })
      .map((parts) => Buffer.from(parts.join(''), 'latin1'));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 600 }), repeating), (data) => {
        expect(restored(data)).toEqual(Buffer.from(data));
      }),
    );
  });

  it('takes matches of all lengths and distances', () => {
    for (const length of [4, 10, 11, 18, 257, 258, 259, 600]) {
      for (const distance of [1, 2, 5, 256, 257, 4096, 32768, 32769]) {
        const data = Buffer.alloc(distance + length, 0);
        for (let i = 0; i < data.length; i++) data[i] = i < distance ? (i * 7919) >> 3 : (data[i - distance] as number);
        expect(restored(data).equals(data)).toBe(true);
      }
    }
  });

  it('gives the same bytes whatever was packed before', () => {
    const data = Buffer.from('endobj 12 0 R 12 0 R endobj'.repeat(20));
    const first = quickDeflate(data);
    quickDeflate(Buffer.from('12 0 R endobj'.repeat(9000)));
    expect(quickDeflate(data)).toEqual(first);
    expect(first.length).toBeLessThan(data.length / 3);
  });
});
