import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planFilings } from '@clearway/papers';
import { type DecidedPerson } from '@clearway/rules';
import { RunLetters } from './letters';
import { OutputFolder } from './output-folder';
import { outputsRun } from './outputs-run';

const NO_NUMBER = { caseNumbers: [] };
const NO_COURT = { court: { ori: '', name: '', county: 'FRESNO' } };
const NO_FONT = { chargeText: 'POSSESS \u{1F33F}' };

const DETERMINATION = {
  outcome: 'dismiss-and-seal',
  relief: 'dismiss-and-seal',
  floor: 'dismiss-and-seal',
  questions: [],
  standing: 'open',
  authority: '',
  otherRemedies: [],
  decidedBy: [],
  trace: [],
};

const CONVICTION = {
  key: '0:101002001000',
  citation: 'HS 11357(a)',
  chargeText: 'POSSESS MARIJUANA',
  severity: 'felony',
  convictedOn: 20010615,
  court: { ori: '', name: 'CASC FRESNO', county: 'FRESNO' },
  prosecutor: 'FRESNO COUNTY DISTRICT ATTORNEY',
  caseNumbers: [{ number: '0012', from: 'OFN' }],
  caseEffect: 'whole-case',
  determination: DETERMINATION,
};

/** One of several people, who differ in one conviction. */
function personWith(i: number, changes: object): DecidedPerson {
  const conviction = { ...CONVICTION, row: { file: 0, row: i, offset: 0, line: i + 2 }, ...changes };
  return {
    person: `p${i}`,
    name: `DOE,JANE ${String.fromCharCode(65 + i)}`,
    otherNames: [],
    ciis: [`A${i}`],
    subjectIds: [],
    deceased: false,
    convictions: [conviction],
  } as unknown as DecidedPerson;
}

describe('letters and papers of a run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'letters-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const people = [{}, NO_NUMBER, NO_COURT, NO_FONT].map((changes, i) => personWith(i, changes));

  it.each(['none', 'bulk'] as const)(
    'a letter goes only to somebody whose relief a paper can ask for, with --papers %s',
    async (papers) => {
      const run = outputsRun('FRESNO', 20261101, 'california-statute', [], {
        papers,
        letters: true,
        contacts: null,
        withIdentityNumbers: false,
      });
      const letters = new RunLetters(run);
      for (const person of people) letters.add(person);
      const counts = await letters.write(new OutputFolder(folder));
      const plan = planFilings(people);
      expect(plan.unfiled.map(({ reason }) => reason)).toEqual(['no-case-number', 'no-court', 'unprintable-text']);
      expect(counts).toMatchObject({ letters: 1, heldBack: 3, inPart: 0, heldRows: 3 });
      expect(readFileSync(join(folder, 'mail_merge.csv'), 'utf8').match(/Jane . Doe/g)).toEqual(['Jane A Doe']);
      const held = readFileSync(join(folder, 'letters_held.csv'), 'utf8').trim().split('\n').slice(1);
      expect(held).toEqual([
        'none,no-case-number,1,Jane B Doe,1,3',
        'none,no-court,1,Jane C Doe,1,4',
        'none,unprintable-text,1,Jane D Doe,1,5',
      ]);
    },
  );
});
