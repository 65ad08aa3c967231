import { SMALL_RUN, smallMixedTieOut, smallTally, smallTieOut } from '../testing/small-run';
import { Tally } from '../tally/tally';
import { summaryJson } from './summary-json';

const EARLIER_KEYS = [
  'county',
  'earliestConviction',
  'lineCount',
  'processingTimeInSeconds',
  'reliefWithCurrentEligibilityChoices',
  'reliefWithDismissAllProp64',
  'prop64ConvictionsCountInCountyByCodeSection',
  'subjectsWithProp64ConvictionCountInCounty',
  'prop64FelonyConvictionsCountInCounty',
  'prop64NonFelonyConvictionsCountInCounty',
  'subjectsWithSomeReliefCount',
  'convictionDismissalCountByCodeSection',
  'convictionReductionCountByCodeSection',
  'convictionDismissalCountByAdditionalRelief',
];

describe('summary.json', () => {
  const { papers, letters } = smallTieOut();
  const summary = JSON.parse(summaryJson({ run: SMALL_RUN, tally: smallTally().toJSON(), papers, letters })) as Record<
    string,
    unknown
  >;

  it('says how people were joined only where there was somebody to join', () => {
    const { run, tally, sources } = smallMixedTieOut();
    expect(JSON.parse(summaryJson({ run, tally, sources }))).toMatchObject({
      files: [{}, { source: { kind: 'court-extract' } }],
      sources: { records: 6, people: 4, asked: 1, missingFromState: 1, joins: 2 },
    });
    expect(Object.keys(summary)).not.toContain('sources');
  });

  it("begins with the earlier tool's keys", () => {
    expect(Object.keys(summary).slice(0, EARLIER_KEYS.length)).toEqual(EARLIER_KEYS);
    expect(summary).toMatchObject({
      county: 'LOS ANGELES',
      earliestConviction: '2001-06-15T00:00:00Z',
      lineCount: 13,
      processingTimeInSeconds: null,
      reliefWithCurrentEligibilityChoices: {
        CountSubjectsNoConviction: 1,
        CountSubjectsNoConvictionLast7Years: 0,
        CountSubjectsNoFelony: 2,
      },
      reliefWithDismissAllProp64: {
        CountSubjectsNoConviction: 4,
        CountSubjectsNoConvictionLast7Years: 1,
        CountSubjectsNoFelony: 2,
      },
      prop64ConvictionsCountInCountyByCodeSection: { '11357': 4, '11359': 1 },
      subjectsWithProp64ConvictionCountInCounty: 4,
      prop64FelonyConvictionsCountInCounty: 3,
      prop64NonFelonyConvictionsCountInCounty: 1,
      subjectsWithSomeReliefCount: 3,
    });
  });

  it("has Clearway's own numbers under their own names", () => {
    expect(summary).toMatchObject({
      asOf: '2020-07-01',
      people: 4,
      peopleInReview: 1,
      convictionsDecided: 5,
      convictionsWithReliefThatCannotBeFiled: 1,
      letters: { withoutAddress: 1 },
      papers: { packetsReleased: 2 },
    });
  });

  it('an empty run has zeros and no date of year 1', () => {
    const empty = JSON.parse(
      summaryJson({ run: { ...SMALL_RUN, files: [] }, tally: new Tally(20200701).toJSON() }),
    ) as Record<string, unknown>;
    expect(empty).toMatchObject({ earliestConviction: null, lineCount: 0, people: 0, papers: null, letters: null });
  });
});
