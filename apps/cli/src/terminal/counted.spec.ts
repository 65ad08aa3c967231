import { saySources } from '../results/say-sources';
import { counted } from './numbers';
import { type Terminal } from './terminal';

it('says one of one, and several of none or more', () => {
  expect([0, 1, 1234].map((each) => counted(each, 'line is', 'lines are'))).toEqual(['0 lines are', '1 line is', '1,234 lines are']);
});

it('the closing words of a run with one file of each kind', () => {
  const said: string[] = [];
  const terminal = { say: (text: string) => said.push(text), warn: (text: string) => said.push(text) } as unknown as Terminal;
  const files = [{}, { source: { kind: 'court-extract' } }, { source: { kind: 'rap-sheet' } }] as unknown as Parameters<typeof saySources>[0];
  const counts = {
    joining: { records: 1, people: 1, joinedByNumber: 0, joinedByLikeness: 0, joinedByDecision: 0, asked: 1, peopleAsked: 1 },
    written: { missingFromState: 1, missingFromCourts: 0 },
  } as unknown as Parameters<typeof saySources>[1];
  saySources(files, counts, [], terminal);
  expect(said[0]).toBe("sources      1 file of the state, 1 court's export, 1 RAP sheet (sources.csv)");
  expect(said.join(' ')).toMatch(/1 record of 1 person;.* 1 conviction that .* 1 question who is who waits in .* 1 person may have more/);
});
