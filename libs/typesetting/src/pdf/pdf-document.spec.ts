import { inflateSync } from 'node:zlib';
import { shape } from '../text/shape';
import { PdfDocument } from './pdf-document';

function sample(title: string, text = 'The People'): Uint8Array {
  const document = new PdfDocument({ title, language: 'en-US', date: 20261123 });
  const page = document.addPage();
  page.text(72, 700, shape(text), 12);
  document.fields.line({ name: 'p1_date', tooltip: 'Date', page, x: 72, y: 100, width: 100, height: 20, size: 12 });
  return document.toBytes();
}
/** The file with its packed objects opened. */
function source(bytes: Uint8Array): string {
  const file = Buffer.from(bytes).toString('latin1');
  const opened = [...file.matchAll(/\/Type\/ObjStm[^>]*>>\nstream\n/g)].map(({ index, 0: { length } }) =>
    inflateSync(bytes.subarray(index + length)),
  );
  return [file, ...opened.map((each) => Buffer.from(each).toString('latin1'))].join('\n');
}

describe('PdfDocument', () => {
  it('gives the same bytes for the same calls and another id for another content', () => {
    expect(Buffer.compare(sample('A', 'علي 王 é'), sample('A', 'علي 王 é'))).toBe(0);
    const id = (bytes: Uint8Array): string => /\/ID\[<(\w+)>/.exec(source(bytes))?.[1] ?? '';
    expect(id(sample('A'))).toHaveLength(32);
    expect(id(sample('A'))).not.toBe(id(sample('B')));
  });

  it('states title, language and the given date, and no clock', () => {
    const text = source(sample('Motion'));
    expect(text).toContain('/Title(Motion)');
    expect(text).toContain('/Lang(en-US)');
    expect(text.match(/D:\d+Z/g)).toEqual(['D:20261123000000Z', 'D:20261123000000Z']);
  });

  it('embeds every font: none of the standard fonts of a viewer is asked for', () => {
    const text = source(sample('Motion', 'é 王'));
    expect(text).not.toMatch(/Helvetica|Times|\/Type1/);
    expect(text.match(/\/FontFile2/g)?.length).toBe(text.match(/\/Type\/FontDescriptor/g)?.length);
  });

  it('refuses two fields with one name', () => {
    const document = new PdfDocument({ title: 'A', language: 'en-US', date: 20261123 });
    const place = { name: 'same', tooltip: 'x', page: document.addPage(), x: 0, y: 0, width: 9, height: 9 };
    document.fields.signature(place);
    expect(() => document.fields.signature(place)).toThrow('same name');
  });
});
