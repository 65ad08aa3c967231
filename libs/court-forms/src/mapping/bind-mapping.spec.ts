import { madeUpEdition } from '../testing/made-up-edition';
import { bindMapping, bindWithProblems } from './bind-mapping';
import { fieldValues, plannedFields } from './field-plans';
import { FormFactError, intendedValues } from './intended-values';
import { readMapping } from './read-mapping';

const EDITION = madeUpEdition('2026-01-01', [
  { name: 'name', tooltip: 'DEFENDANT:' },
  { name: 'box[1]', type: 'checkbox', tooltip: '11357 -\nPossession', states: ['On'] },
  { name: 'kind', type: 'radio', states: ['felony', 'misdemeanor'] },
  { name: 'small', fontSize: 6 },
  { name: 'granted', type: 'checkbox', tooltip: 'The court grants', shippedValue: 'Yes' },
  { name: 'print', type: 'button' },
]);
const mapping = (fields: string): ReturnType<typeof readMapping> =>
  readMapping(`form: CR-999\nedition: "2026-01-01"\ntitle: P\nin force: { from: "2026" }\nfields:\n${fields}`);
const WHOLE = `
  - { field: name, tooltip: "DEFENDANT:", value: defendant, overflow: attachment }
  - { field: "box[1]", tooltip: "11357 - Possession", checked: section.11357 }
  - { field: kind, choose: { felony: serving, misdemeanor: not serving } }
  - { field: small, text: "on {asOf|us-date}", min-size: 5 }
  - { field: granted, leave: court }
  - { field: print, leave: blank }
`;
const NAMES = ['defendant', 'section.11357', 'serving', 'asOf', 'line.1.section'];
const words = (fields: string, names = NAMES): string[] =>
  bindWithProblems(mapping(fields), EDITION, names).problems.map(({ path, words: each }) => `${path}: ${each}`);

describe(bindMapping.name, () => {
  it('takes the only state of a box, and compares tooltips without their line breaks', () => {
    const { fields, sha256 } = bindMapping(mapping(WHOLE), EDITION, NAMES);
    expect(sha256).toBe(EDITION.sha256);
    expect(fields.map(({ field }) => field)).toEqual(EDITION.fields.map(({ name }) => name));
    expect(fields[1]?.use).toMatchObject({ state: 'On' });
  });

  it('refuses a mapping that forgets a field', () => {
    expect(words(WHOLE.replace(/ {2}- \{ field: granted.*\n/, ''))).toEqual([
      'granted: is not mentioned ("The court grants"): say what becomes of it; "leave: blank" when it is not ours',
    ]);
  });

  it('refuses a box whose tooltip is another: its number may be another box now', () => {
    expect(words(WHOLE.replace('11357 - Possession', '11358 - Cultivation'))).toEqual([
      'box[1]: has another tooltip in this form, "11357 - Possession": it may be another field now; look at the form',
      'box[1]: is not mentioned ("11357 - Possession"): say what becomes of it; "leave: blank" when it is not ours',
    ]);
  });

  it.each([
    [
      'a name with a typing error',
      WHOLE.replace('value: defendant', 'value: defendnat'),
      'name: no value is named "defendnat"; did you mean "defendant"?',
    ],
    [
      'a state that does not exist',
      WHOLE.replace('checked: section.11357', 'checked: section.11357, state: "Yes"'),
      'box[1]: has no state "Yes": it has "On"',
    ],
    [
      'a state of a group that does not exist',
      WHOLE.replace('felony: serving', 'fellony: serving'),
      'kind: has no state "fellony"; did you mean "felony"?: it has "felony", "misdemeanor"',
    ],
    [
      'text in a box',
      WHOLE.replace('checked: section.11357', 'value: defendant'),
      'box[1]: is a checkbox and takes no text: use checked or choose',
    ],
    [
      'a tick in a text',
      WHOLE.replace('value: defendant, overflow: attachment', 'checked: serving'),
      'name: is a text and cannot be ticked: use value or text',
    ],
    [
      "a size above the form's own",
      WHOLE.replace('min-size: 5', 'min-size: 8'),
      'small: has text of 6 points, and min-size 8 is more: give a min-size of at most 6',
    ],
    [
      'a live button',
      WHOLE.replace('print, leave: blank', 'print, leave: court'),
      'print: is a button, which has no value: use leave: blank',
    ],
    [
      'a field twice',
      `${WHOLE}  - { field: name, leave: blank }\n`,
      'name: is mentioned twice, also in line 7: keep one',
    ],
    [
      'a field that is not there',
      `${WHOLE}  - { field: nmae, leave: blank }\n`,
      'nmae: the form has no such field; did you mean "name"?',
    ],
    [
      'a group without its state',
      WHOLE.replace('choose: { felony: serving, misdemeanor: not serving }', 'checked: serving'),
      'kind: has the states "felony", "misdemeanor": say which with state',
    ],
  ])('refuses %s', (_, fields, expected) => {
    expect(words(fields)).toEqual([expected]);
  });

  it('finds a field by its tooltip alone when only one has it', () => {
    expect(words(WHOLE.replace('field: "box[1]", ', ''))).toEqual([]);
    const twice = madeUpEdition('2026-01-01', [
      { name: 'a', tooltip: 'Date' },
      { name: 'b', tooltip: 'Date' },
    ]);
    expect(bindWithProblems(mapping('  - { tooltip: Date, leave: blank }\n'), twice).problems[0]?.words).toContain(
      '2 fields have this tooltip',
    );
  });

  it('knows every item of a list by the first', () => {
    expect(words(WHOLE.replace('value: defendant', 'value: line.4.section'))).toEqual([]);
    expect(words(WHOLE.replace('value: defendant', 'value: line.4.sections'))).toHaveLength(1);
  });
});

describe(intendedValues.name, () => {
  const bound = bindMapping(mapping(WHOLE), EDITION);
  it('gives what each field is to hold', () => {
    expect(
      intendedValues(bound, { defendant: ' DOE, JANE ', 'section.11357': true, serving: false, asOf: '2026-11-23' }),
    ).toEqual([
      { field: 'name', kind: 'text', text: 'DOE, JANE', minSize: 7, overflow: 'attachment' },
      { field: 'box[1]', kind: 'state', state: 'On' },
      { field: 'kind', kind: 'state', state: 'misdemeanor' },
      { field: 'small', kind: 'text', text: 'on 11/23/2026', minSize: 5, overflow: 'refuse' },
      { field: 'granted', kind: 'empty', live: true },
      { field: 'print', kind: 'empty', live: false },
    ]);
  });

  it('leaves a field empty when what it says would be of nothing', () => {
    expect(fieldValues(bound, { serving: true })).toEqual({ kind: 'felony' });
    expect(fieldValues(bound, { 'section.11357': '', asOf: '' })).toEqual({ kind: 'misdemeanor' });
  });

  it('never writes a day that is none, and does not repeat it', () => {
    expect(() => intendedValues(bound, { asOf: '11/23/2026' })).toThrow(FormFactError);
    expect(() => intendedValues(bound, { asOf: '11/23/2026' })).toThrow(/^((?!11\/23).)*$/);
  });

  it('plans the same for all filings of an edition', () => {
    expect(plannedFields(bound).map(({ field, kind }) => [field, kind])).toEqual([
      ['name', 'text'],
      ['box[1]', 'check'],
      ['kind', 'check'],
      ['small', 'text'],
      ['granted', 'live'],
      ['print', 'blank'],
    ]);
  });
});
