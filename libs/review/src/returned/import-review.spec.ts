import { allOf, fillIn, type Written } from '@clearway/spreadsheets';
import { ReturnedWorkbookError } from '../errors';
import { groupsOf } from '../questions/groups';
import { type ReviewItem } from '../questions/review-item';
import { reviewWorkbook } from '../questions/review-workbook';
import { importReview } from './import-review';

const AGE = {
  question: 'birth-date',
  fact: 'age',
  answers: [
    { value: 'under-18', words: 'under 18 at the offense', outcome: 'redesignate-infraction' },
    { value: '21-and-over', words: '21 or over at the offense', outcome: 'redesignate-misdemeanor' },
  ],
} as const;
const STRIKE = {
  question: 'challenge-super-strike',
  fact: 'prior',
  answers: [
    { value: 'none', words: 'no such prior, or the People do not prove it', outcome: 'redesignate-misdemeanor' },
    { value: 'super-strike', words: 'a prior, proved', outcome: 'not-eligible' },
  ],
} as const;
const ELECTION = {
  question: 'other-conviction-date',
  answers: [
    { value: 'ten-years-clean: yes', words: 'yes', outcome: 'dismiss-and-seal' },
    { value: 'ten-years-clean: no', words: 'no', outcome: 'redesignate-misdemeanor' },
  ],
} as const;

function item(person: string, questions: ReviewItem['questions'], key = '0:101001001000'): ReviewItem {
  return {
    person,
    key,
    questions,
    name: `NAME ${person}`,
    ciis: '',
    subjectIds: '',
    citation: 'HS 11359',
    charge: '',
    severity: 'felony',
    convictedOn: '2001-01-01',
    court: 'COURT',
    caseNumbers: '00012',
    source: 'a.csv, line 2',
    floor: 'redesignate-misdemeanor',
    standing: 'open',
    basis: `basis-${person}`,
  };
}

const ITEMS = [item('p1', [AGE]), item('p2', [AGE, ELECTION]), item('p3', [STRIKE])];
const own = (row: number, head: string, value: string | number): Written => ({
  sheet: 'Convictions',
  head,
  row,
  value,
});
const all = (row: number, value: string): Written => ({ sheet: 'Questions', head: 'Answer for all', row, value });

async function back(written: readonly Written[], partial = false): Promise<ReturnType<typeof importReview>> {
  const bytes = await allOf(reviewWorkbook(groupsOf(ITEMS)));
  return importReview(await fillIn(bytes, written, (name) => `${name} (2)`), { partial });
}

async function problems(written: readonly Written[]): Promise<string[]> {
  const failure = await back(written).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ReturnedWorkbookError);
  return (failure as ReturnedWorkbookError).problems.map(({ sheet, cell }) => `${sheet} ${cell}`);
}

describe('the review workbook', () => {
  it('puts the question first that helps most people', () =>
    expect(groupsOf(ITEMS).map(({ asked, helped, people }) => [asked.question, helped, people])).toEqual([
      ['birth-date', 2, 2],
      ['other-conviction-date', 1, 1],
      ['challenge-super-strike', 0, 1],
    ]));

  it('offers no answer that takes away what is presumed: that is a challenge', () =>
    expect(groupsOf(ITEMS)[2]?.allowed.map(({ value }) => value)).toEqual(['none']));

  it('is the same bytes for the same questions', async () => {
    const bytes = await allOf(reviewWorkbook(groupsOf(ITEMS)));
    expect(Buffer.compare(await allOf(reviewWorkbook(groupsOf(ITEMS))), bytes)).toBe(0);
  });

  it('an empty one changes nothing, under other names of its sheets', async () =>
    expect(await back([])).toEqual({ drafts: [], cannotTell: 0, problems: [] }));

  it('an answer for all is for everyone, an own answer goes before it', async () => {
    const { drafts } = await back([
      all(2, '21 or over at the offense'),
      own(3, 'Own answer', 'UNDER 18 at the offense'),
      own(3, 'Who', 'DDA ROE'),
      own(3, 'When', 46_349),
    ]);
    expect(drafts.map(({ person, decision }) => [person, decision.kind === 'answer' && decision.value])).toEqual([
      ['p1', '21-and-over'],
      ['p2', 'under-18'],
    ]);
    expect(drafts.map(({ signed }) => signed)).toEqual([
      { by: '', on: 0 },
      { by: 'DDA ROE', on: 20261123 },
    ]);
    expect(drafts[0]).toMatchObject({ basis: 'basis-p1', key: '0:101001001000' });
  });

  it('an answer to a question of an election says whether its steps apply', async () => {
    const { drafts } = await back([all(3, 'yes')]);
    expect(drafts.map(({ decision }) => decision)).toEqual([
      { kind: 'answer', question: 'other-conviction-date', steps: { 'ten-years-clean': 'yes' } },
    ]);
  });

  it('takes a whole challenge and an override with its reason', async () => {
    const { drafts } = await back([
      own(5, 'Challenge: ground', '11361.9(c)(2): completed, the criteria of 11361.8 are not met'),
      own(5, 'Challenge: evidence', 'certified record'),
      own(5, 'Challenge: kind of evidence', 'a certified record of the court'),
      own(2, 'Override: relief', 'dismiss-and-seal'),
      own(2, 'Override: reason', 'interest of justice'),
    ]);
    expect(drafts.map(({ decision }) => decision)).toEqual([
      { kind: 'override', relief: 'dismiss-and-seal', reason: 'interest of justice' },
      { kind: 'challenge', ground: 'c2-criteria', evidence: 'certified record', evidenceKind: 'court-record' },
    ]);
  });

  it.each([
    ['no answer of the list', [all(2, 'perhaps')], ['Questions (2) H2']],
    ['an answer that takes away', [own(5, 'Own answer', 'a prior, proved')], ['Convictions (2) P5']],
    [
      'a challenge without evidence',
      [own(5, 'Challenge: ground', 'c2-criteria')],
      ['Convictions (2) R5', 'Convictions (2) S5'],
    ],
    [
      'unreliable hearsay',
      [
        own(5, 'Challenge: ground', 'c2-criteria'),
        own(5, 'Challenge: evidence', 'x'),
        own(5, 'Challenge: kind of evidence', 'unreliable-hearsay'),
      ],
      ['Convictions (2) S5'],
    ],
    ['an override without a reason', [own(2, 'Override: relief', 'dismiss-and-seal')], ['Convictions (2) U2']],
    [
      'an override that gives nothing',
      [own(2, 'Override: relief', 'none'), own(2, 'Override: reason', 'x')],
      ['Convictions (2) T2'],
    ],
    ['a day that is none', [own(2, 'When', '2026-02-30')], ['Convictions (2) W2']],
    ['a code that was changed', [own(2, 'Code', '00000000 {"person":"p9"}')], ['Convictions (2) X2']],
  ])('%s: sheet and cell, and nothing is taken', async (_what, written, cells) =>
    expect(await problems(written)).toEqual(cells),
  );

  it('partial takes the rows that are right', async () => {
    const { drafts, problems: left } = await back(
      [own(2, 'Own answer', 'perhaps'), own(3, 'Own answer', 'under-18')],
      true,
    );
    expect([drafts.map(({ person }) => person), left.map(({ cell }) => cell)]).toEqual([['p2'], ['P2']]);
  });

  it('tells no value and no name', async () => {
    const failure = (await back([own(2, 'Own answer', 'SECRET')]).catch((error: unknown) => error)) as Error;
    expect(failure.message).not.toMatch(/SECRET|NAME/);
  });

  it('refuses another workbook', () =>
    expect(() => importReview(Buffer.from('x'), { partial: false })).toThrow(/save it as .xlsx/));
});
