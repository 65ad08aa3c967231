import { defectsOf } from '../quality/defects-of';
import { mergeHistories } from '../merge/merge-histories';
import { type Defect } from '../quality/defect';
import { historyOfLines, linesOf } from '../testing/merge-case';
import { smallHistory } from '../testing/small-history';
import { correct } from './correct';
import { type Correction, type CorrectionField } from './correction';
import { readCorrectionValue } from './correction-value';
import { judgeDrafts } from './judge-drafts';
import { recordedValue } from './recorded-value';

const KEY = '0:101002001000';
const correction = (
  field: CorrectionField,
  was: string,
  value: string,
  key = field === 'birth-date' ? '' : KEY,
): Correction => ({
  id: `${field} ${value}`,
  person: 'aaaaaaaaaaaaaaaa',
  key,
  field,
  was,
  value,
  evidence: 'docket',
  by: 'DDA ROE',
  on: 20261101,
});
const statesOf = (...given: Parameters<typeof correct>): string[] =>
  correct(...given).corrections?.map(({ state }) => state) ?? [];

describe('a correction', () => {
  it.each<[string, string, CorrectionField, string, string]>([
    ['whether it is a conviction', '1998-05-06 acquitted', 'disposition', 'CONVICTED', '1998-05-06 convicted felony'],
    [
      'whether it is a conviction, to which something happened',
      '1998-05-06 acquitted, 2005-01-03 set-aside-1203.4',
      'disposition',
      'CONVICTED',
      '1998-05-06 convicted felony, 2005-01-03 set-aside-1203.4',
    ],
    ['a grade', '1998-05-06 convicted misdemeanor', 'severity', 'FELONY', '1998-05-06 convicted felony'],
    ['a day', '1998-05-08 convicted felony', 'conviction-date', '1998-05-06', '1998-05-06 convicted felony'],
  ])('settles what two sources said otherwise: %s', (_, saidByCourt, field, value, left) => {
    const count = 'FRESNO | F1234 | 1 | 11359 HS |';
    const state = historyOfLines('state', ['born 1970-01-01', `${count} 1998-05-06 convicted felony`]);
    const merged = mergeHistories('p', [state, historyOfLines('court', [`${count} ${saidByCourt}`])]);
    const [{ key, now }] = defectsOf(merged).filter(({ kind }) => kind === 'sources-disagree') as [Defect];
    const corrected = correct(merged, [correction(field, now, value, key)]);
    expect(corrected.corrections?.map(({ state: became }) => became)).toEqual(['used']);
    expect(defectsOf(corrected).map(({ kind }) => kind)).not.toContain('sources-disagree');
    expect(linesOf(corrected)).toEqual([`cycle 1 | FRESNO | F1234 | HS 11359 | ${left} | state 2, court 1`]);
  });

  it.each<[string, CorrectionField, string, string | undefined]>([
    ['a birth to come', 'birth-date', '2050-05-05', 'after-today'],
    ['a birth after the conviction', 'birth-date', '2005-03-02', 'after-a-conviction'],
    ['a birth on the day of the conviction', 'birth-date', '2005-03-01', undefined],
    ['a conviction to come', 'conviction-date', '2050-01-01', 'after-today'],
    ['a conviction on the as-of date', 'conviction-date', '2026-11-23', undefined],
    ['a conviction of 1899', 'conviction-date', '1899-12-31', 'before-1900'],
    ['a conviction before the birth', 'conviction-date', '1901-01-01', 'before-the-birth'],
    ['a conviction in the year of birth', 'conviction-date', '1970', undefined],
    ['an arrest after the conviction', 'arrest-date', '2005-03-02', 'after-the-conviction'],
    ['an arrest on the day of the conviction', 'arrest-date', '2005-03-01', undefined],
    ['an arrest before the birth', 'arrest-date', '1969-12-31', 'before-the-birth'],
  ])('that cannot be right is not used: %s', (_, field, value, why) => {
    const history = smallHistory([{ eventDate: 20050301, birthDate: 19700101 }]);
    const key = field === 'birth-date' ? '' : KEY;
    const given = { ...correction(field, recordedValue(history, { key, field }) ?? '', value), person: history.person };
    const { corrections, ...corrected } = correct(history, [given], 20261123);
    expect(corrections).toMatchObject([
      why === undefined ? { state: 'used' } : { state: 'impossible', impossible: why },
    ]);
    if (why !== undefined) expect(corrected).toEqual(history);
    const draft = { ...given, on: 0, kind: 'partial-date' };
    const refused = judgeDrafts([draft], [history], [], 20261123).map(({ field: of }) => of);
    expect(refused).toEqual(why === undefined ? [] : ['value']);
  });

  it('is judged by what the others make of the record', () => {
    const history = smallHistory([{ eventDate: 20050301, birthDate: 20060101 }]);
    const day = correction('conviction-date', '2005-03-01', '2004-03-01');
    const birth = correction('birth-date', '2006-01-01', '1970-01-01');
    expect(correct(history, [day], 20261123).corrections).toMatchObject([{ state: 'impossible' }]);
    expect(statesOf(history, [day, birth], 20261123)).toEqual(['used', 'used']);
    const draft = { ...day, person: history.person, kind: '' };
    const standing = [{ ...birth, person: history.person }];
    expect(judgeDrafts([draft], [history], standing, 20261123)).toEqual([]);
    expect(judgeDrafts([draft], [history], [], 20261123)).toMatchObject([{ field: 'value' }]);
  });

  it('of nobody, of no count, or of what the record does not say, is told by its part', () => {
    const history = smallHistory([{ eventDate: 20050301 }]);
    const draft = { ...correction('conviction-date', '2005-03-01', '2005-03-02'), person: history.person, kind: '' };
    const partOf = (change: Partial<typeof draft>): readonly string[] =>
      judgeDrafts([{ ...draft, ...change }], [history], [], 20261123).map(({ field }) => field);
    expect(partOf({})).toEqual([]);
    expect(partOf({ person: 'nobodyatall12345' })).toEqual(['person']);
    expect(partOf({ key: '0:999002001000' })).toEqual(['key']);
    expect(partOf({ was: '2001-01-01' })).toEqual(['was']);
    expect(partOf({ on: 20990101 })).toEqual(['on']);
  });

  it('is nothing where there is none', () => {
    const history = smallHistory([{}]);
    expect(correct(history, [])).toBe(history);
  });

  it.each<[string, Parameters<typeof smallHistory>[0][number], Correction]>([
    ['of the day of a conviction', { eventDate: 0 }, correction('conviction-date', '', '2005-03-01')],
    ['of an arrest', { cycleDate: 0 }, correction('arrest-date', '', '2004-12-01')],
    ['of a birth date', { birthDate: 0 }, correction('birth-date', '', '1970-01-01')],
    ['of a grade', { convictionStatus: '' }, correction('severity', '', 'MISDEMEANOR')],
    ['of a section', { offence: 'CULTIVATE MARIJUANA' }, correction('section', 'CULTIVATE MARIJUANA', '11358 HS')],
    [
      'of a disposition',
      { disposition: '', convictionStatus: '', offenceClass: 'F' },
      correction('disposition', '', 'CONVICTED'),
    ],
    [
      'of an arrest before its conviction',
      { cycleDate: 20060101 },
      correction('arrest-date', '2006-01-01', '2004-12-01'),
    ],
  ])('%s mends the defect, and the record that was read stays as it is', (_, row, given) => {
    const history = smallHistory([row]);
    const before = JSON.stringify(history);
    expect(defectsOf(history)).toHaveLength(1);
    const corrected = correct(history, [given]);
    expect(corrected.corrections).toEqual([{ ...given, state: 'used' }]);
    expect(recordedValue(corrected, given)).toBe(given.value);
    expect(defectsOf(corrected)).toEqual([]);
    expect(JSON.stringify(history)).toBe(before);
  });

  it('is stale when the record says something else than it did then', () => {
    const history = smallHistory([{ eventDate: 20050400 }]);
    const corrected = correct(history, [correction('conviction-date', '', '2005-03-01')]);
    expect(corrected.corrections).toMatchObject([{ state: 'stale' }]);
    expect(corrected.cycles).toEqual(history.cycles);
  });

  it('has no place where no such count is, or one that decides nothing', () => {
    const dismissed = smallHistory([{ disposition: 'DISMISSED', convictionStatus: '' }]);
    expect(statesOf(dismissed, [correction('severity', '', 'FELONY')])).toEqual(['no-such-place']);
    expect(statesOf(smallHistory([{}]), [correction('severity', '', 'FELONY', '0:109002001000')])).toEqual([
      'no-such-place',
    ]);
  });

  it('finds the count of one subject whatever number stands in front of it', () => {
    expect(
      statesOf(smallHistory([{ eventDate: 0 }]), [correction('conviction-date', '', '2005-03-01', '3:101002001000')]),
    ).toEqual(['used']);
  });

  it('of a disposition goes before those of its day and grade, in whatever order they come', () => {
    const history = smallHistory([
      { disposition: '', convictionStatus: '', stepType: 'ARREST/DETAINED/CITED', agency: 'PD FRESNO' },
    ]);
    const all = [
      correction('severity', '', 'FELONY'),
      correction('conviction-date', '', '2005-05-09'),
      correction('disposition', '', 'CONVICTED'),
    ];
    const corrected = correct(history, all);
    expect(corrected.corrections?.map(({ state }) => state)).toEqual(['used', 'used', 'used']);
    const [arrest, court] = corrected.cycles[0]?.steps ?? [];
    expect([arrest?.type, arrest?.counts, arrest?.date]).toEqual(['arrest', [], 20050301]);
    expect(court).toMatchObject({
      type: 'court-action',
      agency: { name: '', county: 'FRESNO' },
      counts: [{ dispositions: [{ kind: 'convicted', date: 20050509, severity: 'felony' }] }],
    });
  });

  it('of one day is that of every conviction of the court action which lacked the same', () => {
    const history = smallHistory([
      { eventDate: 0, sentenceLength: '3', sentenceUnit: 'Y' },
      { eventDate: 0, order: '101002002000' },
    ]);
    const counts = correct(history, [correction('conviction-date', '', '2005-03-01')]).cycles[0]?.steps[0]?.counts;
    expect(counts?.map(({ dispositions }) => dispositions[0]?.date)).toEqual([20050301, 20050301]);
    expect(counts?.[0]?.sentences[0]?.from).toBe(20050301);
  });
});

describe('a value', () => {
  it.each<[CorrectionField, string, string | undefined]>([
    ['conviction-date', '2005-03-01', '2005-03-01'],
    ['conviction-date', '2005-03', '2005-03'],
    ['conviction-date', '2005', '2005'],
    ['conviction-date', '2005-02-30', undefined],
    ['conviction-date', '3/1/2005', undefined],
    ['birth-date', '', undefined],
    ['severity', 'felony', 'FELONY'],
    ['severity', 'F', undefined],
    ['disposition', ' convicted ', 'CONVICTED'],
    ['disposition', 'GUILTY', undefined],
    ['section', '11357(a) hs', '11357(A) HS'],
    ['section', 'MARIJUANA', undefined],
    ['case-number', ' F05-0001 ', 'F05-0001'],
  ])('of %s %j is %j', (field, text, expected) => {
    expect(readCorrectionValue(field, text)).toBe(expected);
  });
});
