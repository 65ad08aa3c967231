import { SMALL_RUN, smallMixedTieOut, smallTally, smallTieOut } from '../testing/small-run';
import { textOf } from '../testing/text-of-pdf';
import { type SummaryInput } from '../summary/summary-json';
import { Tally } from '../tally/tally';
import { summaryReport } from './summary-report';

const INPUT: SummaryInput = {
  run: SMALL_RUN,
  tally: smallTally().toJSON(),
  papers: smallTieOut().papers,
  letters: smallTieOut().letters,
};

describe('Summary_Report.pdf', () => {
  it('says the numbers of the run in words and tables', () => {
    const text = textOf(summaryReport(INPUT));
    expect(text).toContain('Cannabis convictions of Los Angeles County');
    expect(text).toContain('July 1, 2020');
    expect(text).toContain('For comparison, not for filing.');
    expect(text).toContain('13 rows in 2 files tell of 4 people');
    expect(text).toContain('Dismissed and sealed 2 40.0 %');
    expect(text).toContain('All 5 100.0 %');
    expect(text).toContain('no longer have a felony on their record 2 2');
    expect(text).toContain('HS 11357 2 0 1 1 4');
    expect(text).toContain('When was the person born?');
    expect(text).toContain('Packets released after every value was read back 2');
    expect(text).toContain('with two different addresses (none is used) 1');
    expect(text).toContain('first.dat 11 10 1 4');
    expect(text).toContain('Next steps');
    expect(text).toMatch(/Page 1 of \d/);
  });

  it('says why fewer convictions are with relief than were decided so', () => {
    const tally = smallTally().toJSON();
    const text = textOf(
      summaryReport({ ...INPUT, tally: { ...tally, numbers: { ...tally.numbers, convictionsReliefNotAsked: 1 } } }),
    );
    expect(text).toContain('For 1 conviction among these relief is not asked for, because it was given');
    expect(textOf(summaryReport(INPUT))).not.toContain('is not asked for');
  });

  it('says how records of several sources became people; a run of state files alone says nothing of it', () => {
    const { run, sources } = smallMixedTieOut();
    const text = textOf(
      summaryReport({ ...INPUT, run: { ...run, policy: { ...run.policy, kind: 'filing' } }, sources }),
    );
    expect(text).toContain("1 export of a court's system and 0 RAP sheets. 6 records of all sources are of 4 people");
    expect(text).toContain('Questions who is who (same_person.csv) 1');
    expect(text).toContain('Answer the questions of same_person.csv');
    expect(text).not.toContain('once for each input');
    expect(textOf(summaryReport(INPUT))).not.toMatch(/same_person|Every source/);
  });

  it('is the same bytes for the same run', () => {
    expect(Buffer.compare(summaryReport(INPUT), summaryReport(JSON.parse(JSON.stringify(INPUT)) as SummaryInput))).toBe(
      0,
    );
  });

  it('does not call a run for filing a comparison, and does not tell a replay to be filed', () => {
    const filing = textOf(
      summaryReport({ ...INPUT, run: { ...SMALL_RUN, policy: { ...SMALL_RUN.policy, kind: 'filing' } } }),
    );
    expect(filing).not.toContain('For comparison');
    expect(filing).toContain('Read the motions of each courthouse');
    expect(textOf(summaryReport(INPUT))).toContain('Do not file from this one.');
  });

  it('a run that found nothing is a report too', () => {
    expect(textOf(summaryReport({ run: { ...SMALL_RUN, files: [] }, tally: new Tally(20200701).toJSON() }))).toContain(
      'hold no cannabis conviction of this county',
    );
  });
});
