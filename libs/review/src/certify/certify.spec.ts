import { allOf, fillIn, type Written } from '@clearway/spreadsheets';
import { ReturnedWorkbookError } from '../errors';
import { readCertificate } from './read-verdicts';
import { allocated, type Determined, drawSample, readDetermined } from './sample';
import { sampleWorkbook } from './sample-workbook';

function determined(i: number, outcome: string, section = '11357'): Determined {
  return {
    person: `p${i}`,
    key: '0:101001001000',
    name: 'DOE',
    subjectId: String(i),
    caseNumbers: '',
    citation: `HS ${section}(a)`,
    convictedOn: '',
    severity: 'felony',
    outcome,
    floor: outcome,
    standing: 'open',
    reason: 'r',
    section,
  };
}
const PEOPLE = Array.from({ length: 200 }, (_, i) =>
  determined(
    i,
    i < 150 ? 'dismiss-and-seal' : i < 190 ? 'redesignate-misdemeanor' : 'review',
    i % 2 ? '11359' : '11357',
  ),
);

describe('a sample', () => {
  it('is the same for the same seed, in whatever order people come, and another for another', () => {
    const sample = drawSample(PEOPLE, 40, '7');
    expect(drawSample([...PEOPLE].reverse(), 40, '7')).toEqual(sample);
    expect(drawSample(PEOPLE, 40, '8')).not.toEqual(sample);
  });

  it('has one of each stratum at least and the number wanted', () => {
    const sample = drawSample(PEOPLE, 40, '7');
    expect(sample.strata.map(({ size, drawn }) => [size, drawn.length])).toEqual([
      [75, 15],
      [75, 15],
      [20, 4],
      [20, 4],
      [5, 1],
      [5, 1],
    ]);
    expect(allocated([1, 1, 998], 10)).toEqual([1, 1, 8]);
    expect(allocated([2, 2], 9)).toEqual([2, 2]);
  });

  it('divides by less when it is too small for all, and says when even that is too little', () => {
    expect(drawSample(PEOPLE, 3, '7').by).toEqual(['outcome']);
    expect(() => drawSample(PEOPLE, 2, '7')).toThrow(/--sample 3/);
    expect(() => drawSample([], 2, '7')).toThrow(/nothing to certify/);
  });

  it('refuses a table that holds no determinations', () =>
    expect(() => [...readDetermined('a,b\n1,2\n')]).toThrow(/no Prop64_Results.csv/));
});

describe('a certificate', () => {
  const sample = drawSample(PEOPLE, 40, '7');
  const verdict = (row: number, value: string): Written => ({ sheet: 'Sample', head: 'Verdict', row, value });
  const agreed = Array.from({ length: 40 }, (_, i) => verdict(i + 2, 'agree'));
  const returned = async (written: readonly Written[]): Promise<Uint8Array> =>
    fillIn(await allOf(sampleWorkbook(sample)), written);

  it('without an error is the bound of the whole, and says so in words', async () => {
    const certificate = readCertificate(await returned(agreed));
    expect(certificate).toMatchObject({ size: 200, drawn: 40, agree: 40, disagree: 0, cannotTell: 0, atMostWrong: 14 });
    expect(certificate.bound).toBeCloseTo(1 - 0.05 ** (1 / 40), 10);
    expect(certificate.declaration).toContain('no more than 7.22 percent of the 200 determinations (14) are wrong');
  });

  it('counts what could not be told as wrong', async () => {
    const told = await returned([...agreed, verdict(2, 'disagree'), verdict(3, 'Cannot tell')]);
    const certificate = readCertificate(told);
    expect(certificate).toMatchObject({ agree: 38, disagree: 1, cannotTell: 1 });
    expect(certificate.strata[0]).toMatchObject({ drawn: 15, disagree: 1, cannotTell: 1 });
    expect(certificate.bound).toBeGreaterThan(0.14);
  });

  it('knows the share where all were looked at', async () => {
    const whole = drawSample(PEOPLE.slice(0, 10), 10, '7');
    const bytes = await fillIn(
      await allOf(sampleWorkbook(whole)),
      Array.from({ length: 10 }, (_, i) => verdict(i + 2, i === 0 ? 'disagree' : 'agree')),
    );
    expect(readCertificate(bytes)).toMatchObject({ bound: 0.1, atMostWrong: 1 });
  });

  it('refuses a row without a verdict, and one that was taken out', async () => {
    const cells = (bytes: Uint8Array): string[] => {
      try {
        readCertificate(bytes);
      } catch (error) {
        return (error as ReturnedWorkbookError).problems.map(({ sheet, cell }) => `${sheet} ${cell}`);
      }
      return [];
    };
    expect(cells(await returned([...agreed, verdict(5, '')]))).toEqual(['Sample M5']);
    expect(cells(await returned([...agreed, { sheet: 'Sample', head: 'Code', row: 5, value: '' }]))).toEqual([
      'Sample Q5',
    ]);
    expect(
      cells(
        await returned([
          ...agreed,
          { sheet: 'Sample', head: 'Code', row: 5, value: '' },
          { sheet: 'Sample', head: 'No.', row: 5, value: '' },
        ]),
      ),
    ).toEqual(['Sample A1']);
    expect(
      cells(await returned([...agreed, { sheet: 'Strata', head: 'Sample', row: 2, value: '00000000 {}' }])),
    ).toEqual(['Strata A1']);
  });
});
