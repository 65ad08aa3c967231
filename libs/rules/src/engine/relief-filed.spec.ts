import { type Determination } from './determination';
import { filingCaseNumber, reliefFiled, usableCaseNumbers } from './relief-filed';

const given: Pick<Determination, 'outcome' | 'relief' | 'floor' | 'standing' | 'questions'> = {
  outcome: 'dismiss-and-seal',
  relief: 'dismiss-and-seal',
  questions: [],
  floor: 'dismiss-and-seal',
  standing: 'open',
};
const OPEN: Determination['questions'] = [{ code: 'birth-date', answers: [] }];
const filed = (changes: Partial<Determination>): string => reliefFiled({ ...given, ...changes } as Determination);

describe('reliefFiled', () => {
  it.each<[string, Partial<Determination>, string]>([
    ['relief without a question is filed', {}, 'dismiss-and-seal'],
    [
      'an open question leaves the floor',
      { outcome: 'review', relief: 'none', questions: OPEN, floor: 'redesignate-misdemeanor' },
      'redesignate-misdemeanor',
    ],
    ['a question without a floor files nothing', { outcome: 'review', questions: OPEN, floor: 'none' }, 'none'],
    ['a presumption that the People could disprove is filed until they do', { floor: 'none' }, 'dismiss-and-seal'],
    ["another agency's case is filed in its own package", { outcome: 'refer-to-other-prosecutor' }, 'dismiss-and-seal'],
    [
      "another agency's case without relief is not filed",
      { outcome: 'refer-to-other-prosecutor', relief: 'none' },
      'none',
    ],
    ['a challenged conviction is not filed', { standing: 'challenged' }, 'none'],
    ['relief that was given before is not filed again', { standing: 'already-relieved' }, 'none'],
    ['relief that a court granted is not filed again', { standing: 'granted' }, 'none'],
    ['an overdue order is filed', { standing: 'order-overdue' }, 'dismiss-and-seal'],
  ])('%s', (_, changes, expected) => expect(filed(changes)).toBe(expected));
});

describe('filingCaseNumber', () => {
  it('is the first number that is one', () => {
    const from = 'OFN' as const;
    expect(
      filingCaseNumber({
        caseNumbers: [
          { number: 'NULL  ', from },
          { number: ' ', from },
          { number: ' BA1 ', from },
          { number: 'BA2', from },
        ],
      }),
    ).toBe('BA1');
    expect(filingCaseNumber({ caseNumbers: [] })).toBe('');
  });
});

describe('usableCaseNumbers', () => {
  it("puts the court's own number first and keeps the others, each once", () => {
    const caseNumbers = [
      { number: '98F1', from: 'OFN' },
      { number: ' BA2-01', from: 'FE_NUM_CRT_CASE' },
      { number: '98F1', from: 'FE_NUM_CRT_CASE' },
    ] as const;
    expect(usableCaseNumbers({ caseNumbers })).toEqual(['BA2-01', '98F1']);
  });
});
