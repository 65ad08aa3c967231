import * as fc from 'fast-check';

const DATE = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2020-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10).replace(/-/g, ''));
const CHARGE = fc.constantFrom(
  '11358 HS-CULTIVATION MARIJUANA',
  '11357(B) HS-POSSESS MARIJUANA',
  '664/11359 HS-ATT',
  '459 PC-BURGLARY',
  'SEE COMMENT FOR CHARGE',
);
const COURT = fc.constantFrom('CASC SAN FRANCISCO', 'CAMC OAKLAND', 'CASC SOMEWHERE ELSE');
const DISPOSITION = fc.constantFrom(
  ['*DISPO:CONVICTED', '   CONV STATUS:FELONY', '   SEN: 3 YEARS PROBATION, 30 DAYS JAIL,', '        FINE, RESTN'],
  ['*DISPO:CONVICTED', '   CONV STATUS:MISDEMEANOR'],
  ['*DISPO:DISMISSED/FURTHERANCE OF JUSTICE'],
  ['*DISPO:CONVICTED', '   CONV STATUS:FELONY', '', '20000101', '  DISPO:CONV SET ASIDE & DISM PER 1203.4 PC'],
);
const COMMENT = fc.constantFrom(
  [],
  ['   COM: WARRANT NBR A-400000 BOTH CNTS'],
  ['   COM: ADR-19940410 (300,NEWT AV, , ,OAKLAND,CA,94612)'],
  ['   COM: CHRG-11360(A) HS'],
);

const count = fc.record({ charge: CHARGE, disposition: DISPOSITION, comment: COMMENT, number: fc.nat(99_999) });
const court = fc.record({ date: DATE, court: COURT, counts: fc.array(count, { minLength: 1, maxLength: 4 }) });
const arrest = fc.record({ date: DATE, counts: fc.array(CHARGE, { minLength: 1, maxLength: 3 }) });
const cycle = fc
  .record({ arrest: fc.option(arrest), courts: fc.array(court, { maxLength: 2 }) })
  .filter((each) => each.arrest !== null || each.courts.length > 0);

/** Sheets as the state prints them, as lines: the person, then cycles; every line says something or is blank. */
export const arbitrarySheet: fc.Arbitrary<readonly string[]> = fc
  .array(cycle, { minLength: 1, maxLength: 4 })
  .map((cycles) => [
    'RE: QHY.CA0190043.99000015.X-        DATE:20060508 TIME:06:32:53',
    'III CALIFORNIA ONLY SOURCE RECORD',
    '',
    'CII/A00000001',
    'DOB/19600101 SEX/F RAC/WHITE',
    'NAM/01 DOE,JANE',
    '    02 ROE,JANE',
    '',
    ...cycles.flatMap((each) => ['* * * *', ...linesOfCycle(each), '']),
    '     *    *    *    END OF MESSAGE    *    *    *',
  ]);

type Generated<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never;

function linesOfCycle({ arrest: first, courts }: Generated<typeof cycle>): readonly string[] {
  const arrested =
    first === null
      ? []
      : [
          'ARR/DET/CITE: NAM:02 DOB:19600101',
          `${first.date}  CASO KERN`,
          ...first.counts.flatMap((each, i) => [`CNT:0${i + 1}     #${i}9`, `  ${each}`]),
        ];
  const events = courts.map(({ date, court: name, counts }) => [
    'COURT:                NAM:01',
    `${date}  ${name}`,
    ...counts.flatMap((each, i) => [
      '',
      `CNT:0${i + 1}     #${each.number}`,
      `  ${each.charge}`,
      ...each.comment,
      ...each.disposition,
    ]),
  ]);
  return [arrested, ...events]
    .filter((each) => each.length > 0)
    .flatMap((each, i) => (i === 0 ? each : ['- - - -', ...each]));
}

/** A line that no sheet has. */
export const arbitraryNoise: fc.Arbitrary<string> = fc
  .string({ unit: fc.constantFrom(...'ABC HS PC 1135789()-/.,:#*éÑ'), maxLength: 30 })
  .map((text) => `%${text}`);
