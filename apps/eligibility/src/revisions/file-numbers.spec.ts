import { CaseFactsBook } from '@clearway/case-facts';
import { loadPolicy } from '@clearway/county-policy';
import { type History, mergeHistories } from '@clearway/record';
import { type DecidedPerson, decidePerson } from '@clearway/rules';
import { aCharge, aCount, aCycle, aHistory, aStep } from '@clearway/testing';
import { FileNumbers } from './file-numbers';

const policy = loadPolicy('california-statute');

/** Somebody of two files, with an undated conviction in each, so that there are questions, defects and traces with places. */
function ofTwoFiles(): History {
  const undated = (n: number, section: string) =>
    aHistory(n, {
      person: 'p0',
      birthDates: [19900000],
      problems: [{ code: 'partial-birth-date', at: { file: 0, row: n, line: n + 2 } }],
      cycles: [
        aCycle(
          [
            aStep(
              [
                aCount(n, {
                  charged: aCharge(section),
                  dispositions: [
                    {
                      kind: 'convicted',
                      text: 'CONVICTED',
                      date: 0,
                      dispositionDate: 0,
                      severity: 'felony',
                      severityText: 'FELONY',
                      row: 0,
                    },
                  ],
                }),
              ],
              { date: 0 },
            ),
          ],
          { date: 0 },
        ),
      ],
    });
  const court = new FileNumbers([1]).history(undated(5, '11358'));
  return mergeHistories('p0', [undated(0, '11359'), court]);
}

/** With a facts file, whose rows have numbers of their own. */
function decidedOf(history: History): DecidedPerson {
  const decisions = [{ person: 'p0', key: '0:1', id: 'a', basis: 'b', withdraws: true as const }];
  const cases = new CaseFactsBook({ rows: [], decisions });
  return decidePerson(history, policy, {
    county: 'LOS ANGELES',
    asOf: 20261123,
    everyBasis: true,
    cases,
    quality: { files: [{ kind: 'state-file' }] },
  });
}

describe(FileNumbers, () => {
  const history = ofTwoFiles();
  const later = new FileNumbers([0, 2]);

  it('decide nothing: what was decided of a history is, under other numbers, what is decided of it under those', () => {
    const moved = later.history(history);
    expect(moved.subjects.map(({ file }) => file)).toEqual([0, 2]);
    const decided = decidedOf(history);
    expect(decided.convictions.length).toBeGreaterThan(0);
    expect(later.decided(decided, history)).toEqual(decidedOf(moved));
  });

  it('leave alone what stays, and rows of facts files', () => {
    expect(new FileNumbers([0, 1]).history(history)).toBe(history);
    const [state] = [aHistory(3)];
    expect(later.history(state)).toBe(state);
    const row = { kind: 'facts', file: 1, line: 4 };
    expect(later.places([row, { file: 1, row: 4 }])).toEqual([row, { file: 2, row: 4 }]);
  });

  it('say which file is not read any more', () => {
    expect(FileNumbers.between(['a', 'b', 'c'], ['a', 'x', 'c'])).toEqual([0, -1, 2]);
  });
});
