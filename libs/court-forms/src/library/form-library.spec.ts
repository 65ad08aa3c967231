import { readMapping } from '../mapping/read-mapping';
import { madeUpEdition } from '../testing/made-up-edition';
import { FormLibrary, type LibraryEdition } from './form-library';

const BYTES = new Uint8Array([1]);
const edition = (name: string, force = `{ from: "${name}" }`, more = ''): LibraryEdition => {
  const made = madeUpEdition(name, [{ name: 'case' }]);
  return {
    edition: made,
    bytes: BYTES,
    mapping: readMapping(
      `form: CR-999\nedition: "${name}"\ntitle: P\nin force: ${force}\nfiles: { sha256: ["${made.sha256}"] }\n${more}fields:\n  - { field: case, value: caseNumber }\n`,
    ),
  };
};
const OLD = edition('2017-07-01');
const NEW = edition('2026-01-01');
const unmapped = (name: string): LibraryEdition => ({ edition: madeUpEdition(name, [{ name: 'case' }]), bytes: BYTES });
const found = (editions: readonly LibraryEdition[], asOf: number, wanted?: string): string => {
  const form = new FormLibrary(editions, ['caseNumber']).formFor('CR-999', asOf, wanted);
  return 'ready' in form ? form.ready.edition.edition : form.missing.reason;
};

describe(FormLibrary.name, () => {
  it('gives the edition that is in force on the day', () => {
    expect([20251231, 20260101, 20261123].map((day) => found([OLD, NEW], day))).toEqual([
      '2017-07-01',
      '2026-01-01',
      '2026-01-01',
    ]);
    expect(found([OLD, NEW], 20170630)).toBe('form-missing');
    expect(found([edition('2017-07-01', '{ from: "2017-07-01", until: "2025" }')], 20260101)).toBe('form-missing');
  });

  it('keeps an old filing on its edition', () => {
    expect(found([OLD, NEW], 20261123, '2017-07-01')).toBe('2017-07-01');
    expect(found([OLD], 20261123, '2026-01-01')).toBe('form-missing');
  });

  it('does not file on the old edition because the new one is not mapped', () => {
    expect(found([OLD, unmapped('2026-01-01')], 20251231)).toBe('2017-07-01');
    expect(found([OLD, unmapped('2026-01-01')], 20261123)).toBe('form-edition-unmapped');
    expect(found([OLD, edition('2026-01-01', '{ from: "2026-01-01" }', 'confirm: yes\n')], 20261123)).toBe(
      'form-mapping-unconfirmed',
    );
  });

  it('says why a form is missing, with the cure', () => {
    const missing = (editions: readonly LibraryEdition[]): string => {
      const form = new FormLibrary(editions, ['other']).formFor('CR-999', 20261123);
      return 'missing' in form ? form.missing.words : '';
    };
    expect(missing([])).toBe('the form CR-999 is not registered: register the PDF with "clearway forms add FILE.pdf"');
    expect(missing([OLD])).toContain('no value is named "caseNumber"');
    expect(missing([{ ...unmapped('2017'), unreadable: 'line 3: title: is missing' }])).toContain(
      'cannot be read: line 3',
    );
  });
});
