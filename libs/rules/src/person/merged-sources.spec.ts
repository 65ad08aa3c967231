import { emptyRowFacts, HistoryAssembler, type History, mergeHistories, type RowFacts } from '@clearway/record';
import { decidePerson } from '../engine/decide-person';
import { DEFAULT_READING, type StatuteReading } from '../law/reading/statute-reading';
import { type Policy } from '../engine/policy';
import { type DecidedPerson } from '../engine/determination';
import { readPrior } from '../law/reading/priors';
import { type Conviction, convictionsOf } from './convictions';

const POLICY: Policy = {
  name: 'statute',
  kind: 'filing',
  title: 'The statute',
  approved: { by: 'test', on: '2026-01-01', words: 'test' },
  statute: { ...DEFAULT_READING, priorsOfTheSection: 'bar' },
  lists: { superStrikes: 'los-angeles-2020.super-strikes', sexOffences: 'los-angeles-2020.sex-offences' },
  steps: [],
  otherwise: { outcome: 'not-eligible', determination: '', reason: '' },
  hash: '0'.repeat(64),
  warnings: [],
};

function source(file: number, cii: string, rows: readonly Partial<RowFacts>[]): History {
  const assembler = new HistoryAssembler();
  rows.forEach((row, i) =>
    assembler.add({
      ...emptyRowFacts(),
      file,
      row: i,
      line: i + 1,
      cii,
      name: 'DOE,JANE',
      birthDate: 19600101,
      stepType: 'COURT ACTION',
      county: 'FRESNO',
      agency: 'CASC FRESNO',
      order: `10${i + 1}001001000`,
      disposition: 'CONVICTED',
      convictionStatus: 'FELONY',
      offence: '11358 HS',
      ...row,
    }),
  );
  return assembler.finish({ person: 'p', incomplete: false, twoCiis: false });
}
function decided(...histories: readonly History[]): DecidedPerson {
  return decidePerson(mergeHistories('p', histories), POLICY, { county: 'FRESNO', asOf: 20261123 });
}
/** What can be held against the latest conviction: earlier ones of its section. */
function priorOfLast(...histories: readonly History[]): readonly string[] {
  const history = mergeHistories('p', histories);
  const convictions = convictionsOf(history, 20261123);
  const conviction = [...convictions].sort((a, b) => b.date - a.date)[0] as Conviction;
  const person = { history, convictions, registrations: [], superStrikes: [], sexOffences: [], completed: () => [] };
  const subject = {
    conviction,
    person,
    asOf: 20261123,
    statute: POLICY.statute as StatuteReading,
    unchallenged: false,
    answers: {},
  };
  return readPrior(subject).possible;
}
const FIRST = { caseNumber: 'F90-0001', eventDate: 19900607 };
const LAST = { caseNumber: 'F00-0003', eventDate: 20000607 };

describe('a history of two sources', () => {
  it('counts a conviction that both have as one prior', () => {
    const both = decided(source(0, 'A1', [FIRST, LAST]), source(1, '', [FIRST]));
    expect(both.facts.convictions).toBe(2);
    expect(priorOfLast(source(0, 'A1', [FIRST, LAST]), source(1, '', [FIRST]))).toEqual(['none']);
  });

  it('counts one that only the court has, and the state finds it by the CII of the person', () => {
    const sources = [source(0, 'A1', [FIRST, LAST]), source(1, '', [{ caseNumber: 'F95-0002', eventDate: 19950607 }])];
    const found = decided(...sources);
    expect(found.facts.convictions).toBe(3);
    expect(priorOfLast(...sources)).toEqual(['two-of-the-section']);
    expect(found.convictions.map(({ matchKeys }) => matchKeys?.cii)).toEqual(['A1', 'A1', 'A1']);
  });

  it('asks where a second prior may be the first under another case number', () => {
    const sources = [source(0, 'A1', [FIRST, LAST]), source(1, '', [{ ...FIRST, caseNumber: 'X90-7777' }])];
    expect(decided(...sources).problems).toContain('one-count-two-case-numbers');
    expect(priorOfLast(...sources)).toEqual(['none', 'two-of-the-section']);
  });

  it('asks about a conviction that another source says was none, and gives nothing on it', () => {
    const disputed = decided(
      source(0, 'A1', [FIRST, LAST]),
      source(1, '', [{ ...FIRST, disposition: 'DISMISSED', convictionStatus: '' }]),
    );
    const [first, last] = disputed.convictions;
    expect(first?.determination).toMatchObject({ outcome: 'review', relief: 'none', floor: 'none' });
    expect(first?.determination.questions[0]).toMatchObject({
      code: 'disputed-conviction',
      fact: 'conviction',
      says: [
        { value: 'CONVICTED on 1990-06-07', at: { file: 0, row: 0, line: 1 } },
        { value: 'DISMISSED on 1990-06-07', at: { file: 1, row: 0, line: 1 } },
      ],
    });
    expect(first?.basis).toMatch(/^[0-9a-f]{16}$/);
    expect(last?.determination.outcome).not.toBe('review');
    expect(disputed.facts.convictions).toBe(1);
    expect(disputed.record).toHaveLength(2);
    expect(disputed.problems).not.toContain('conviction-not-by-a-court');
    expect(disputed.problems).toContain('sources-disagree');
  });

  it('asks for the severity that two sources give differently', () => {
    const one = source(0, 'A1', [{ ...LAST, offence: '11357(A) HS' }]);
    const severity = decided(one, source(1, '', [{ ...LAST, offence: '11357(A) HS', convictionStatus: 'MISDEMEANOR' }]))
      .convictions[0]?.severity;
    expect(severity).toBe('unknown');
  });
});
