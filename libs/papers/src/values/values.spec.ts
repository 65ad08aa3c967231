import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Packet } from '../filing/filing-plan';
import { planFilings } from '../filing/filing-planner';
import { loadTemplates } from '../templates/load-templates';
import { SAMPLE_OPTIONS } from '../testing/sample-filing';
import { SAMPLE_COURT, samplePacket } from '../testing/sample-papers';
import { type SampleConviction, samplePerson } from '../testing/sample-people';
import { addressParts } from './address-parts';
import { formFactsOf, isFormFact } from './form-facts';
import { type PaperGiven } from './paper-given';
import { valuesOf } from './values-of';
import { valuesPage } from './values-page';
import { type PaperValues, VALUES } from './vocabulary';

const { words } = loadTemplates();
const values = (
  convictions: readonly SampleConviction[],
  given: PaperGiven = {},
  mode: 'bulk' | 'per-case' = 'per-case',
): PaperValues => valuesOf(samplePacket(convictions, mode), SAMPLE_OPTIONS, words, given);

describe('the vocabulary', () => {
  it('is the page docs/paper-values.md (npm run build, then clearway papers values > docs/paper-values.md)', () => {
    const page = readFileSync(join(__dirname, '../../../../docs/paper-values.md'), 'utf8').replace(/\r\n/g, '\n');
    expect(page).toBe(valuesPage());
  });

  it('has a value for every name, of the type that it says', () => {
    const all = values([{}]);
    expect(Object.keys(all).filter((name) => name in VALUES)).toEqual([]);
    expect(Object.keys(JSON.parse(JSON.stringify(all)) as object).sort()).toEqual(Object.keys(VALUES).sort());
    for (const [name, { kind }] of Object.entries(VALUES)) {
      const value = all[name as keyof PaperValues];
      expect([name, Array.isArray(value) ? 'list' : typeof value]).toEqual([
        name,
        { text: 'string', number: 'number', 'yes-no': 'boolean', list: 'list' }[kind],
      ]);
    }
  });

  it('has no name that a list item has too', () => {
    const names = new Set<string>(Object.keys(VALUES));
    for (const definition of Object.values(VALUES))
      if (definition.kind === 'list')
        for (const field of Object.keys(definition.fields))
          expect(names.has(`${definition.item}.${field}`)).toBe(false);
  });
});

describe('what the San Francisco motion and CR-400 ask for', () => {
  it('ticks a section and writes x2 for two of it', () => {
    const own = values([{ citation: 'HS 11357(a)' }, { citation: 'HS 11357(b)' }, { citation: 'HS 11359' }]);
    expect(own).toMatchObject({
      'section.11357': true,
      'count.11357': 'x2',
      'section.11358': false,
      'count.11358': '',
      'section.11359': true,
      'count.11359': '',
      otherSections: false,
      otherSectionsText: '',
    });
    expect(own).toMatchObject({
      'section.11357a': true,
      'section.11357b': true,
      'section.11357c': false,
      'section.11360b': false,
    });
  });

  it('writes other sections, each once; an attempt, a conspiracy and a section that only begins alike are others', () => {
    const own = values([
      { citation: 'PC 32' },
      { citation: 'HS 11357.5' },
      { citation: 'attempt (PC 664) HS 11358' },
      { citation: 'PC 32' },
    ]);
    expect(own).toMatchObject({
      'section.11357': false,
      'section.11358': false,
      otherSections: true,
      otherSectionsText: 'PC 32 x2, HS 11357.5, attempt (PC 664) HS 11358',
      accessory: true,
    });
    expect(values([{ citation: 'PC 3200' }]).accessory).toBe(false);
    expect(values([{ citation: 'HS 11362.1(a)' }])).toMatchObject({ 'section.11362.1': true, otherSections: false });
  });

  it.each([
    [
      'dismiss-and-seal',
      { completed: true, serving: false, 'relief.dismissAndSeal': true, 'relief.redesignate': false },
    ],
    [
      'redesignate-infraction',
      { completed: true, serving: false, 'relief.redesignate': true, 'relief.redesignateInfraction': true },
    ],
    [
      'redesignate-misdemeanor',
      { completed: true, serving: false, 'relief.redesignate': true, 'relief.redesignateMisdemeanor': true },
    ],
    ['dismiss-sentence', { completed: false, serving: true, 'relief.dismissSentence': true, resentencing: false }],
    [
      'recall-and-resentence',
      { completed: false, serving: true, 'relief.recallAndResentence': true, resentencing: true },
    ],
  ] as const)('knows the door of %s', (relief, wanted) => expect(values([{ relief }])).toMatchObject(wanted));

  it('takes the address apart, and leaves one that it does not know whole', () => {
    expect(values([{}], { court: SAMPLE_COURT })).toMatchObject({
      attorneyStreet: '211 West Temple Street',
      attorneyCity: 'Los Angeles',
      attorneyState: 'CA',
      attorneyZip: '90012',
      courtStreet: '200 West Compton Boulevard',
      courtCityZip: 'Compton, CA 90220',
      courthousePlace: 'Compton Courthouse',
      courtName: 'Superior Court of California, County of Los Angeles',
    });
    expect(addressParts(['P.O. Box 7', 'Somewhere'])).toEqual({
      street: 'P.O. Box 7, Somewhere',
      city: '',
      state: '',
      zip: '',
    });
    expect(values([{}])).toMatchObject({ courtStreet: '', courtCityZip: '', courthousePlace: 'Compton Courthouse' });
  });

  it('writes further names behind AKA, none twice', () => {
    const person = { ...samplePerson('AAA', 'DOE,JOHN', [{}]), otherNames: ['ROE,JOHN', 'DOE,JOHN', 'ROE, JOHN'] };
    const [packet] = planFilings([person], 'per-case').packets as [Packet];
    expect(valuesOf(packet, SAMPLE_OPTIONS, words)).toMatchObject({
      defendantWithAka: 'DOE, JOHN AKA ROE, JOHN',
      otherNames: 'ROE, JOHN',
    });
    expect(values([{}]).defendantWithAka).toBe('DOE, JOHN');
  });

  it('numbers the rows of a table and leaves lists as such out', () => {
    const facts = formFactsOf(values([{ citation: 'HS 11357(a)' }, { citation: 'PC 32', count: 7 }]));
    expect(facts).toMatchObject({
      'line.1.code': 'HS',
      'line.1.section': '11357(a)',
      'line.1.grade': 'felony',
      'line.2.section': '32',
      'line.2.count': '7',
      countsNumber: '2',
      completed: true,
    });
    expect(facts['lines']).toBeUndefined();
    expect(['caseNumber', 'section.11357', 'line.3.section', 'service.1.name'].map(isFormFact)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['lines', 'line.0.section', 'line.1.colour', 'casenumber', 'constructor'].map(isFormFact)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('values of papers', () => {
  it('name a section 1385 only where an authority does', () => {
    expect(
      ['Penal Code section 1385', 'section 1385(a)', '§1385.'].map((authority) => values([{ authority }]).section1385),
    ).toEqual([true, true, true]);
    expect(
      ['section 13851', 'section 1385.1', 'section 11385', ''].map((authority) => values([{ authority }]).section1385),
    ).toEqual([false, false, false, false]);
  });

  it('hold nothing of the defendant where names are not shown', () => {
    const hidden = values([{}, {}], { shown: { names: false, charges: false, convictionDates: false } });
    expect(JSON.stringify(hidden)).not.toMatch(/DOE|POSSESS|1998/);
    expect(JSON.stringify(values([{}]))).toMatch(/DOE.*POSSESS.*1998/);
  });

  it('carry no number of the state and no id of the person', () => {
    expect(JSON.stringify(values([{}]))).not.toMatch(/A99999999|12345678|AAA/);
  });
});
