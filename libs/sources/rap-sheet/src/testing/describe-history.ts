import { type Count, type History, printCitation, printDate, type Step } from '@clearway/record';

/**
 * A history as a lawyer reads it, a line for each count:
 * `court-action 2004-04-13 CASC LOS ANGELES (LOS ANGELES) 1 #3456789 HS 11358: convicted felony; 2 Y PROBATION, 5 D JAIL`.
 */
export function describeHistory(history: History): readonly string[] {
  return history.cycles.flatMap(({ steps }) =>
    steps.flatMap((step) => step.counts.map((count) => describeCount(step, count))),
  );
}

function describeCount(step: Step, count: Count): string {
  const { agency, type, date } = step;
  const where = [agency.name, agency.county === '' ? '' : `(${agency.county})`];
  const cases = count.caseNumbers.map((each) => `#${each.number}`);
  const what = [
    type,
    printDate(date) || 'no-date',
    ...where,
    String(Number(count.order.slice(6, 9))),
    ...cases,
    chargesOf(count),
  ];
  const became = count.dispositions.map((each) => {
    const later = each.date === date ? '' : ` ${printDate(each.date) || 'no-date'}`;
    const severity = each.severityText === '' ? '' : ` ${each.severity}`;
    return `${each.kind === 'other' ? each.text : each.kind}${later}${severity}`;
  });
  const sentence = count.sentences.map(({ length, unit, place }) =>
    [length, unit, place].filter((each) => each !== '').join(' '),
  );
  const after = [became.join(', '), sentence.join(', ')].filter((each) => each !== '').join('; ');
  return `${what.filter((each) => each !== '').join(' ')}${after === '' ? '' : `: ${after}`}`;
}

function chargesOf(count: Count): string {
  return [count.charged, ...(count.otherCharges ?? [])]
    .map((each) => each.problem ?? each.offences.map(printCitation).join(' + '))
    .join(' / ');
}
