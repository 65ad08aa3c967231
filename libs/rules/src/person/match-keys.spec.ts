import { type Agency, type Count, type History, type Step } from '@clearway/record';
import { matchKeysOf } from './match-keys';

const agency = (ori: string): Agency => ({ ori, name: 'X', county: 'FRESNO' });
const count = (more: Partial<Count> = {}): Count => ({
  order: '101001001000',
  rows: [],
  charged: { text: '11359 HS', offences: [] },
  classOfCharge: 'F',
  dispositions: [],
  sentences: [],
  caseNumbers: [],
  ...more,
});
const step = (type: Step['type'], date: number, ori: string, counts: readonly Count[]): Step => ({
  order: '001',
  type,
  typeText: '',
  date,
  agency: agency(ori),
  counts,
});
const person = (steps: readonly Step[]): History => ({
  person: 'p',
  subjects: [
    { file: 0, subjectId: '1', cii: 'A1' },
    { file: 1, subjectId: '2', cii: 'A2' },
  ],
  name: 'DOE,JOHN',
  otherNames: [],
  sex: '',
  race: '',
  birthDates: [19750809, 19760101],
  deceased: false,
  incomplete: false,
  cycles: [{ subject: 1, order: '101', date: 19980100, steps }],
  problems: [],
});
const keysOf = (steps: readonly Step[], convicted = count()): ReturnType<typeof matchKeysOf> => {
  const history = person(steps);
  return matchKeysOf({ cycle: history.cycles[0]!, count: convicted }, history);
};

describe('matchKeysOf', () => {
  it('takes the arrest of the cycle, the number of the file that the cycle is of, and the state’s code of the charge', () => {
    const arrest = step('arrest', 19980101, 'CA0100000', [count({ caseNumbers: [{ number: '98F1', from: 'OFN' }] })]);
    expect(keysOf([arrest, step('court-action', 19980312, 'CA010015J', [])], count({ chargeCode: '35008' }))).toEqual({
      cii: 'A2',
      birthDate: 19750809,
      arrestDate: 19980101,
      arrestingOri: 'CA0100000',
      bookingNumber: '98F1',
      chargeCode: '35008',
    });
  });

  it('says of a cycle without an arrest what the cycle says', () => {
    expect(keysOf([])).toMatchObject({ arrestDate: 19980100, arrestingOri: '', bookingNumber: '', chargeCode: '' });
  });
});
