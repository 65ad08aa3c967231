import fc from 'fast-check';
import { encodedText } from './decode-text';
import { delimitedRecords } from './delimited-rows';
import { type TextRecord, textRecords } from './text-records';

const commas = (text: string): ReturnType<typeof delimitedRecords> => delimitedRecords(text, ',');

function inWindows(bytes: Uint8Array, windowBytes: number): TextRecord[] {
  return [...textRecords(encodedText(bytes, 'auto'), commas, windowBytes)];
}

/** What the whole text gives at once. */
function atOnce(bytes: Uint8Array): TextRecord[] {
  return inWindows(bytes, 1 << 30);
}

const piece = fc.oneof(
  fc.constantFrom('"', '""', ',', '\n', '\r\n', '\r', '"a,b"', '"x\ny"', 'Ä', '漢', '😀', ' ', '"open'),
  fc.string({ maxLength: 6 }),
);

const LONG_ROW = `3,${'c'.repeat(120)}\n`;

describe('records of a text in windows', () => {
  it('are those of the whole text, whatever stands there and however small the windows are', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 4, max: 40 }), (pieces, size) => {
        const bytes = Buffer.from(pieces.join(''), 'utf8');
        const whole = atOnce(bytes);
        expect(inWindows(bytes, size)).toEqual(whole);
        const text = bytes.toString('utf8');
        expect(whole.map(({ fields }) => fields)).toEqual([...commas(text)].map(({ fields }) => fields));
        expect(whole.map(({ line }) => line)).toEqual([...commas(text)].map(({ line }) => line));
      }),
      { seed: 11, numRuns: 600 },
    );
  });

  it('can be read again from their places, in every encoding', () => {
    const text = '\uFEFFa,b\n"Müller, ""A""",1\r\n\n2,"x\ny"\n';
    const utf16 = Buffer.from(text, 'utf16le');
    for (const bytes of [
      Buffer.from(text, 'utf8'),
      utf16,
      Buffer.from(utf16).swap16(),
      Buffer.from(text.slice(1), 'latin1'),
    ]) {
      const source = encodedText(bytes, 'auto');
      const records = inWindows(bytes, 8);
      expect(records.map(({ fields }) => fields)).toEqual([
        ['a', 'b'],
        ['Müller, "A"', '1'],
        ['2', 'x\ny'],
      ]);
      for (const { offset, length, fields } of records)
        expect([...commas(source.text(offset, offset + length))][0]?.fields).toEqual(fields);
    }
  });

  it.each([
    ['a quote far behind', `1,"a\n2,b\n${LONG_ROW.repeat(2_000)}4,"d"\n`, 'cell-too-long'],
    ['no quote any more', `1,"a\n2,b\n${LONG_ROW.repeat(2_000)}4,d\n`, 'open-quote'],
  ])('a quote that is not closed, %s, costs its line in a window as in the whole text', (_, text, broken) => {
    const bytes = Buffer.from(text);
    const records = inWindows(bytes, 1 << 16);
    expect(records).toEqual(atOnce(bytes));
    expect([records[0]?.broken, records[1]?.fields]).toEqual([broken, ['2', 'b']]);
    expect(records).toHaveLength(2_003);
  });

  it('keeps a cell that is longer than a window', () => {
    const long = 'x'.repeat(90_000);
    const records = inWindows(Buffer.from(`1,"${long}"\n2,${long}\n3,b\n`), 1 << 10);
    expect(records.map(({ fields }) => fields[1]?.length)).toEqual([90_000, 90_000, 1]);
  });
});
