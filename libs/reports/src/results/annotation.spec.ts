import { conviction, decidedPerson, determination, inReview } from '../testing/decided';
import {
  annotationCsv,
  annotationHeader,
  annotationOf,
  BLANK_ANNOTATION,
  noteAnnotation,
  noteAnnotationCsv,
} from './annotation';

const run = { asOf: 20200701, ruleSetHash: 'a'.repeat(64), policyHash: 'b'.repeat(64) };

function cellsByName(cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(annotationHeader().map((name, i) => [name, cells[i] ?? '']));
}

describe('annotations of a results row', () => {
  it("has the earlier tool's 18 columns first, then those of Clearway", () => {
    expect(annotationHeader().slice(0, 18)).toEqual([
      'Case Number',
      '# of convictions on record',
      'Possible Other P64 Charges',
      'Occurred after 11/9/2016',
      'Superstrike Code Section(s)',
      'PC290 Code Section(s)',
      'PC290 Registration',
      'Date of Conviction',
      'Years Since This Conviction',
      'Years Since Any Conviction',
      '# of Prop 64 convictions',
      '# of HS 11357 convictions',
      '# of HS 11358 convictions',
      '# of HS 11359 convictions',
      '# of HS 11360 convictions',
      'Deceased',
      'Eligibility Determination',
      'Eligibility Reason',
    ]);
    expect(annotationHeader().slice(18)).toEqual([
      'Outcome',
      'Floor',
      'Question',
      'Standing',
      'Person',
      'Conviction',
      'Citation',
      'Severity',
      'Prosecutor',
      'Rule Set',
      'Policy',
      'Decided By',
    ]);
    expect(annotationOf(decidedPerson(), conviction(), run)).toHaveLength(annotationHeader().length);
    expect(BLANK_ANNOTATION).toHaveLength(annotationHeader().length);
  });

  it('writes what the earlier tool wrote for a plain felony', () => {
    const person = decidedPerson({
      facts: {
        convictions: 3,
        superStrikes: ['187 PC', '207 PC'],
        sexOffences: ['290 PC'],
        sexOffenderRegistration: true,
        lastConviction: 20190811,
        prop64: 3,
        bySection: { '11357': 0, '11358': 1, '11359': 1, '11360': 1 },
      },
      deceased: true,
    });
    const cells = annotationOf(person, conviction({ convictedOn: 20180701 }), run);
    expect(cells.slice(0, 18)).toEqual([
      'BA624360',
      '3',
      '',
      'Y',
      '187 PC;207 PC',
      '290 PC',
      'Yes',
      '07/01/2018',
      '2.0',
      '0.9',
      '3',
      '0',
      '1',
      '1',
      '1',
      'Deceased',
      'Eligible for Dismissal',
      'Dismiss all HS 11357 convictions',
    ]);
  });

  it.each([
    [20161109, 'N', '11/09/2016', '3.6'],
    [20161110, 'Y', '11/10/2016', '3.6'],
    [20160000, '', '', ''],
    [20170000, 'Y', '', ''],
    [20150600, 'N', '', ''],
    [0, '', '', ''],
    [20200801, 'Y', '08/01/2020', '-0.1'],
  ])(
    'a conviction dated %i is after the Act: "%s", printed "%s", "%s" years ago',
    (convictedOn, after, printed, years) => {
      const cells = cellsByName(annotationOf(decidedPerson(), conviction({ convictedOn }), run));
      expect([
        cells['Occurred after 11/9/2016'],
        cells['Date of Conviction'],
        cells['Years Since This Conviction'],
      ]).toEqual([after, printed, years]);
    },
  );

  it("joins distinct case numbers and leaves the state's NULL out", () => {
    const caseNumbers = ['NULL  ', '140192', ' 140193 ', '140192', ''].map((number) => ({
      number,
      from: 'OFN' as const,
    }));
    expect(cellsByName(annotationOf(decidedPerson(), conviction({ caseNumbers }), run))['Case Number']).toBe(
      '140192; 140193',
    );
  });

  it('says outcome, floor and question when an answer is open', () => {
    const cells = cellsByName(annotationOf(decidedPerson(), conviction({ determination: inReview() }), run));
    expect(cells).toMatchObject({
      Outcome: 'review',
      Floor: 'redesignate-misdemeanor',
      Question: 'birth-date',
      Standing: 'open',
      'Rule Set': 'aaaaaaaaaaaa',
      Policy: 'bbbbbbbbbbbb',
    });
  });

  it('names the provisions that decided, at the end', () => {
    const decided = determination({ decidedBy: ['hs-11358-c', 'hs-11361.8-f-misdemeanor'] });
    expect(annotationOf(decidedPerson(), conviction({ determination: decided }), run).at(-1)).toBe(
      'hs-11358-c; hs-11361.8-f-misdemeanor',
    );
  });

  it('stops a text that a spreadsheet program would run', () => {
    const cells = cellsByName(
      annotationOf(
        decidedPerson(),
        conviction({ prosecutor: '=HYPERLINK("x")', citation: '+HS', caseNumbers: [{ number: '@A1', from: 'OFN' }] }),
        run,
      ),
    );
    expect([cells['Prosecutor'], cells['Citation'], cells['Case Number']]).toEqual([
      '\'=HYPERLINK("x")',
      "'+HS",
      "'@A1",
    ]);
  });

  it('shows the note of a row on its conviction and on a row without one', () => {
    const person = decidedPerson({ notes: [{ row: { file: 0, row: 4 }, possibleOtherCharge: '11357(C) HS' }] });
    expect(cellsByName(annotationOf(person, conviction(), run))['Possible Other P64 Charges']).toBe('11357(C) HS');
    expect(noteAnnotation('11358, HS')[2]).toBe('11358, HS');
    expect(noteAnnotationCsv('11358, HS')).toBe(`,,"11358, HS"${','.repeat(27)}`);
  });

  it('is the same as CSV', () => {
    expect(annotationCsv(decidedPerson(), conviction(), run).split(',')).toEqual([
      ...annotationOf(decidedPerson(), conviction(), run),
    ]);
  });
});
