import { madeUpEdition } from '../testing/made-up-edition';
import { bindWithProblems } from './bind-mapping';
import { namesOfUse } from './names-of-use';
import { printMapping } from './print-mapping';
import { proposeMapping } from './propose-mapping';
import { readMapping } from './read-mapping';
import { shippedMappingFor, shippedMappings } from './shipped-mappings';
import { FORM_VALUE_NAMES } from './value-names';

const byPath = (path: string): ReturnType<typeof readMapping> => {
  const found = shippedMappings().find((each) => each.path === path);
  if (!found) throw new Error(`no mapping ${path}`);
  return found.file;
};
const fieldsWith = (path: string, kind: string): (string | undefined)[] =>
  byPath(path)
    .entries.filter(({ use }) => use.kind === kind)
    .map(({ field, tooltip }) => field ?? tooltip);

describe(shippedMappings.name, () => {
  it('are five, each under the path of its form and edition', () => {
    expect(shippedMappings().map(({ path, file }) => [path, file.form, file.entries.length, file.confirm])).toEqual([
      ['cr-180/2019-01-01', 'CR-180', 79, false],
      ['cr-400/2017-07-01', 'CR-400', 32, false],
      ['cr-403/example', 'CR-403', 20, true],
      ['sf-misdemeanor-motion/2018', 'SF-MISDEMEANOR-MOTION', 17, false],
      ['sf-motion/2018', 'SF-MOTION', 34, false],
    ]);
  });

  it('ask only for values that papers have', () => {
    const known = new Set(FORM_VALUE_NAMES);
    const first = (name: string): string => name.replace(/^line\.\d+\./, 'line.1.');
    const asked = shippedMappings().flatMap(({ file }) => file.entries.flatMap(({ use }) => namesOfUse(use)));
    expect(asked.filter((name) => !known.has(first(name)))).toEqual([]);
    expect(FORM_VALUE_NAMES.filter((name) => name.startsWith('section.') && !asked.includes(name))).toEqual([]);
  });

  it('bind every box of CR-400 by its tooltip, because its number is only its position', () => {
    const boxes = byPath('cr-400/2017-07-01').entries.filter(({ use }) => use.kind === 'check');
    expect(boxes).toHaveLength(9);
    expect(boxes.filter(({ tooltip }) => tooltip === undefined)).toEqual([]);
    expect(
      boxes.flatMap(({ tooltip, use }) =>
        /^11/.test(tooltip ?? '') ? [`${tooltip?.slice(0, 7).trim()} ${namesOfUse(use).join()}`] : [],
      ),
    ).toEqual([
      '11357 - section.11357',
      '11358 - section.11358',
      '11359 - section.11359',
      '11360 - section.11360',
      '11362.1 section.11362.1',
    ]);
  });

  it('leave the court its part: of the San Francisco motions the whole order, also where it ships ticked', () => {
    expect(fieldsWith('sf-misdemeanor-motion/2018', 'court')).toEqual([
      'court_granted',
      'court_dismisses',
      'court_relieved',
      'court_sealed',
    ]);
    expect(fieldsWith('sf-motion/2018', 'court')).toHaveLength(14);
    expect(fieldsWith('sf-motion/2018', 'court')).toEqual(
      expect.arrayContaining(['undefined', 'REGISTRATION', 'Judge of the Superior Court', 'Executed on_2']),
    );
  });

  it('never put a date of birth on a form', () => {
    expect(byPath('cr-180/2019-01-01').entries.find(({ field }) => field === 'Field12')?.use.kind).toBe('blank');
  });

  it('are known by the file, and by its field list when it was only saved again; an example by nothing', () => {
    const [sha256 = ''] = byPath('cr-400/2017-07-01').sha256;
    const [fieldListSha256 = ''] = byPath('cr-400/2017-07-01').fieldLists;
    expect(shippedMappingFor({ sha256, fieldListSha256: '' })?.path).toBe('cr-400/2017-07-01');
    expect(shippedMappingFor({ sha256: 'other', fieldListSha256 })?.path).toBe('cr-400/2017-07-01');
    expect(shippedMappingFor({ sha256: 'other', fieldListSha256: 'other' })).toBeUndefined();
    expect([byPath('cr-403/example').sha256, byPath('cr-403/example').fieldLists]).toEqual([[], []]);
  });

  it('come out of printing as they went in', () => {
    for (const { file } of shippedMappings()) {
      const plain = ({ entries, ...head }: typeof file): object => ({
        ...head,
        entries: entries.map(({ line: _, ...each }) => each),
      });
      expect(plain(readMapping(printMapping(file)))).toEqual(plain(file));
    }
  });
});

describe(proposeMapping.name, () => {
  const edition = madeUpEdition('2026-01-01', [
    { name: 'a', tooltip: 'CASE NUMBER:' },
    { name: 'b', label: 'Defendant:' },
    { name: 'c', type: 'checkbox', tooltip: '11360 - Transportation' },
    { name: 'd', type: 'checkbox', label: 'The Court GRANTS the motion' },
    { name: 'e', tooltip: 'F17', label: 'Favourite colour' },
    { name: 'f', type: 'button', tooltip: 'Print this form' },
    { name: 'g', tooltip: 'STATE BAR NO.:', fontSize: 6 },
  ]);

  it('proposes by tooltip and label, fits the form, and waits for a person everywhere', () => {
    const { file, text } = proposeMapping(edition, FORM_VALUE_NAMES);
    expect(file.entries.map(({ use }) => namesOfUse(use)[0] ?? use.kind)).toEqual([
      'caseNumber',
      'defendant',
      'section.11360',
      'court',
      'blank',
      'blank',
      'barNumber',
    ]);
    expect(file.entries.map(({ confirm }) => confirm)).toEqual([true, true, true, true, true, false, true]);
    expect(bindWithProblems(readMapping(text), edition, FORM_VALUE_NAMES).problems).toEqual([]);
  });
});
