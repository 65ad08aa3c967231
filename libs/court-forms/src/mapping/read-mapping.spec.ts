import { MappingError } from '../errors';
import { parseCondition, parseText } from './expressions';
import { readMapping } from './read-mapping';

const HEAD = 'form: CR-999\nedition: "2026-01-01"\ntitle: Petition\nin force: { from: "2026" }\n';
const problems = (text: string): string[] => {
  try {
    readMapping(text);
    return [];
  } catch (error) {
    if (!(error instanceof MappingError)) throw error;
    return error.problems.map(({ line, path, words }) => `${line} ${path}: ${words}`);
  }
};

describe(readMapping.name, () => {
  it('reads every kind of use', () => {
    const { entries, inForce } = readMapping(`${HEAD}min-size: 6
fields:
  - field: "a  b"
    tooltip: "NAME:"
    value: attorney
    when: not serving
  - field: c
    text: "{{x}} {asOf|us-date} of {caseNumber}"
    min-size: 5
    overflow: attachment
  - field: d
    checked: a and not b or c
    state: "On"
  - field: e
    choose: { felony: serving, misdemeanor: not serving }
  - field: f
    leave: court
  - tooltip: only this
    leave: blank
    confirm: yes
`);
    expect(inForce).toEqual({ from: '2026-01-01' });
    expect(entries.map(({ line }) => line)).toEqual([7, 11, 15, 18, 20, 22]);
    expect(entries[0]).toMatchObject({
      field: 'a  b',
      tooltip: 'NAME:',
      confirm: false,
      use: {
        kind: 'text',
        parts: [{ value: 'attorney' }],
        when: [[{ name: 'serving', not: true }]],
        minSize: 6,
        overflow: 'refuse',
      },
    });
    expect(entries[1]?.use).toEqual({
      kind: 'text',
      parts: [{ words: '{x} ' }, { value: 'asOf', format: 'us-date' }, { words: ' of ' }, { value: 'caseNumber' }],
      minSize: 5,
      overflow: 'attachment',
    });
    expect(entries[2]?.use).toEqual({
      kind: 'check',
      checked: [
        [
          { name: 'a', not: false },
          { name: 'b', not: true },
        ],
        [{ name: 'c', not: false }],
      ],
      state: 'On',
    });
    expect(entries[3]?.use).toMatchObject({
      kind: 'choose',
      states: [{ state: 'felony' }, { state: 'misdemeanor', when: [[{ name: 'serving', not: true }]] }],
    });
    expect(entries.slice(4).map(({ use, confirm }) => [use.kind, confirm])).toEqual([
      ['court', false],
      ['blank', true],
    ]);
  });

  it('tells every problem at once, with its line and the nearest word', () => {
    expect(
      problems(`form: cr 999
edition: 2018
titel: Petition
in force: { from: "2026" }
fields:
  - field: a
    vlaue: x
  - field: b
    value: two words
  - field: c
    value: x
    leave: court
  - field: d
    checked: a and
  - field: e
    leave: nowhere
  - value: x
  - field: f
    leave: blank
    overflow: attachment
  - field: g
    text: "{x|shout}"
`),
    ).toEqual([
      '1 form: must be capital letters, digits and hyphens, such as CR-400',
      '2 edition: must be text (in quotes when it looks like a number or a date), but a number stands here',
      '1 title: is missing: add it, it is text (in quotes when it looks like a number or a date)',
      '3 titel: is not a setting of a mapping: remove it or correct its spelling; did you mean "title"?',
      '7 fields.0.vlaue: is not a setting of a mapping: remove it or correct its spelling; did you mean "value"?',
      '9 fields.1.value: must be the name of one value: letters, digits, points and hyphens',
      '12 fields.2.leave: must say exactly one of value, text, checked, choose, leave; value and leave stand here',
      '14 fields.3.checked: cannot be read as a condition: write "always", a name, "not name", or several with "and" and "or"',
      '16 fields.4.leave: must be court (stays live) or blank (empty and fixed)',
      '17 fields.5.field: is missing: name the field, or give its tooltip',
      '20 fields.6.overflow: belongs to value or text: remove it',
      '22 fields.7.text: has no format "shout": use us-date, long-date, upper, digits',
    ]);
  });

  it('says where a text is not YAML', () => {
    expect(problems(`${HEAD}fields:\n  - field: a\n    leave: court\n    leave: blank\n`)).toEqual([
      '8 : not readable as YAML: a setting stands twice: keep one of the two',
    ]);
    expect(problems('- &a x\n- *a\n')).toEqual([
      '0 the mapping: one part of the file refers to another (& and *): write the settings out',
    ]);
  });
});

describe('expressions', () => {
  it.each(['', 'and', 'not', 'a b', 'a and or b', 'not not a', 'a or'])('refuses the condition %j', (text) => {
    expect(parseCondition(text)).toHaveProperty('wrong');
  });

  it('takes always and names with points', () => {
    expect(parseCondition('always')).toEqual({ value: [[]] });
    expect(parseCondition('section.11362.1')).toEqual({ value: [[{ name: 'section.11362.1', not: false }]] });
  });

  it.each(['{', 'a } b', '{a b}', '{a|upper|digits}'])('refuses the text %j', (text) => {
    expect(parseText(text)).toHaveProperty('wrong');
  });
});
