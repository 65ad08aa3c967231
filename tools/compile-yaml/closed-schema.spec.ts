import { stringify } from 'yaml';
import { readCodeList } from './code-list.mjs';
import { readParameter } from './parameter.mjs';
import { readProsecutingAgencies } from './prosecuting-agencies.mjs';

const source = { title: 'a source' };
const value = { from: '2016-11-09', value: 6, source, mark: 'F' };
const plants = { parameter: 'limit.plants', title: 't', unit: 'plants', citation: 'c', decides: 'd', values: [value] };

describe('a parameter', () => {
  const read = (changes: object) => readParameter('limit.plants.yaml', stringify({ ...plants, ...changes }));

  it('has days as numbers', () => {
    expect(read({}).values).toEqual([{ from: 20161109, value: 6, source, mark: 'F' }]);
    expect(read({ unit: 'date', values: [{ ...value, value: '2019-07-01' }] }).values[0]?.value).toBe(20190701);
  });

  it.each([
    [{ parameter: 'limit.moons' }, /parameter: must be the name of the file/],
    [{ colour: 'red' }, /has no field "colour"/],
    [{ citation: '' }, /citation: must be a text/],
    [{ citation: undefined }, /citation/],
    [{ unit: 'pounds' }, /unit: must be one of/],
    [{ values: [] }, /values: must be a list/],
    [{ values: [{ ...value, mark: 'sure' }] }, /values\[0\].mark: must be one of F, V/],
    [{ values: [{ ...value, source: undefined }] }, /values\[0\]: lacks "source"/],
    [{ values: [{ ...value, source: { title: 's', page: 3 } }] }, /has no field "page"/],
    [{ values: [{ ...value, from: '2016-02-30' }] }, /must be a day of the calendar/],
    [{ values: [{ ...value, value: '6' }] }, /must be a number/],
    [{ values: [value, value] }, /values\[1\].from: must be later/],
  ])('with %j is refused, and the message names file and place', (changes, words) => {
    expect(() => read(changes)).toThrow(words);
    expect(() => read(changes)).toThrow(/^limit\.plants\.yaml: /);
  });
});

const entry = { offence: 'PC 187', source: 's', mark: 'F' };
const list = {
  list: 'x',
  kind: 'statute',
  title: 't',
  citation: 'c',
  decides: 'd',
  attempts: 'count',
  conspiracies: 'count',
  sources: { s: source },
  entries: [entry],
};

describe('a list of the statute', () => {
  const read = (changes: object) => readCodeList('x.yaml', stringify({ ...list, ...changes }));

  it('is read', () =>
    expect(read({ entries: [{ ...entry, to: '2021-12-31' }] }).entries).toEqual([{ ...entry, to: 20211231 }]));

  it.each([
    [{ entries: ['PC 187'] }, /entries\[0\]: must have the fields/],
    [{ entries: [{ ...entry, source: 'elsewhere' }] }, /source: must be one of s/],
    [{ entries: [{ ...entry, mark: undefined }] }, /mark/],
    [{ entries: [{ ...entry, condition: 'by force' }] }, /needs both "condition" and "asks"/],
    [{ entries: [{ ...entry, from: '2020-01-02', to: '2020-01-01' }] }, /must not be after/],
    [{ entries: [{ ...entry, outside: 'no' }] }, /"outside" needs/],
    [
      { entries: [entry, { ...entry, from: '2020-01-01' }] },
      /entries\[0\] and entries\[1\] \(PC 187\): are in force on the same day/,
    ],
    [{ attempts: 'perhaps' }, /attempts: must be one of/],
    [{ sources: { s: source, unused: source } }, /sources.unused: is used by no entry/],
    [{ kind: 'law' }, /kind: must be one of statute/],
  ])('with %j is refused', (changes, words) => expect(() => read(changes)).toThrow(words));

  it('of a replay stays as it stands', () =>
    expect(readCodeList('old.yaml', stringify({ list: 'old', title: '', citation: '', entries: ['PC 187'] }))).toEqual({
      list: 'old',
      title: '',
      citation: '',
      entries: ['PC 187'],
    }));
});

const city = { agency: 'A CITY ATTORNEY', kind: 'city-attorney', places: ['A'], source: 's', mark: 'F' };
const table = {
  table: 'agencies',
  title: 't',
  citation: 'c',
  decides: 'd',
  police: ['CAPD {place}'],
  courts: ['CAMC {place}'],
  sources: { s: source },
  counties: [{ county: 'X', agencies: [city] }],
  open: [{ citation: 'c', source: 's', mark: 'M', confirm: 'q' }],
};

describe('the table of prosecuting agencies', () => {
  const read = (agency: object) =>
    readProsecutingAgencies(
      'agencies.yaml',
      stringify({
        ...table,
        counties: [{ county: 'X', agencies: [city, { ...city, agency: 'B CITY ATTORNEY', places: ['B'], ...agency }] }],
      }),
    );

  it('is read', () => expect(read({}).counties[0]?.agencies).toHaveLength(2));

  it.each([
    [{ places: ['A'] }, /"place A" leads to A CITY ATTORNEY and to B CITY ATTORNEY/],
    [{ ori: ['CA0194200'] }, /"ori" needs "ori-source" and "ori-mark"/],
    [{ ori: ['1942'], 'ori-source': 's', 'ori-mark': 'M' }, /codes such as CA0194200/],
    [{ kind: 'sheriff' }, /kind: must be one of/],
  ])('with %j is refused', (agency, words) => expect(() => read(agency)).toThrow(words));
});
