import { changedDeterminationRow, changedDeterminationsHead } from './changed-determinations';

const side = {
  person: 'p1',
  conviction: '0:1',
  outcome: 'review',
  relief: 'none',
  floor: 'none',
  standing: 'open',
  questions: ['a', 'b'],
};
const source = { file: 1, line: 12 };

describe('changed_determinations.csv', () => {
  it('has a cell for each column, whichever side is missing', () => {
    const columns = changedDeterminationsHead().trimEnd().split(',').length;
    const rows = [
      { why: 'new-person', before: null, after: side },
      { why: 'vanished', before: side, after: null },
      { why: 'another-person', before: { ...side, person: 'p2' }, after: { ...side, outcome: 'not-eligible' } },
    ].map((change) => changedDeterminationRow({ ...change, section: 'HS 11358', source }, ['a.dat', '=b.dat']));
    expect(rows.map((row) => row.trimEnd().split(',').length)).toEqual([columns, columns, columns]);
    expect(rows).toEqual([
      "p1,0:1,HS 11358,'=b.dat,12,new-person,,,,,,review,none,none,open,a b,\n",
      "p1,0:1,HS 11358,'=b.dat,12,vanished,review,none,none,open,a b,,,,,,\n",
      "p1,0:1,HS 11358,'=b.dat,12,another-person,review,none,none,open,a b,not-eligible,none,none,open,a b,p2\n",
    ]);
  });
});
