import { courtOrder } from '../assembly/court-order';
import { HistoryAssembler } from '../assembly/assemble-history';
import { emptyRowFacts } from '../assembly/row-facts';
import { isCaseNumber } from '../assembly/numbers-of-count';
import { printCitation } from '../charge/print-citation';
import { convictedCharge } from '../charge/convicted-charge';
import { type Count, type Disposition, type History } from '../history';
import { parseCalendarDate, parsePartialDate, printDate } from '../partial-date';

/** The sources of a case in the order of a run's files. */
export const SOURCES = ['state', 'court', 'sheet'] as const;
export type Source = (typeof SOURCES)[number];

const TEXTS: Readonly<Record<string, string>> = {
  'set-aside-1203.4': 'CONV SET ASIDE & DISM PER 1203.4 PC',
  'reduced-17b': 'REDUCED TO MISDEMEANOR 17(B) PC',
  'relief-11361.8': 'RELIEF UNDER 11361.8 HS',
  acquitted: 'ACQUITTED',
};

/**
 * A history of lines. `arrest | 1998-01-02 | FRESNO | 11359 HS` begins a cycle. Any other is a count of a court:
 * `FRESNO | F98-1234 | 1 | 11359 HS | 1998-05-06 convicted felony, 2005-01-03 set-aside-1203.4 | JAIL 30 D`; a case is a step.
 * `born 1970-01-01`, `registration | 1999-01-01 | FRESNO | 290 PC` and `deceased` are of the person.
 */
export function historyOfLines(
  source: Source,
  lines: readonly string[],
  cii = source === 'court' ? '' : 'A1',
): History {
  const file = SOURCES.indexOf(source);
  const assembler = new HistoryAssembler();
  let cycle = 100;
  let step = 0;
  let inCase = '';
  let arrested = 0;
  const base = { ...emptyRowFacts(), file, subjectId: source === 'sheet' ? '' : '7', cii, name: 'DOE,JANE' };
  lines.forEach((text, index) => {
    const line = { row: index, line: index + 1 };
    const [first = '', ...cells] = text.split('|').map((each) => each.trim());
    const [second = '', third = '', fourth = '', fifth = ''] = cells;
    const order = (count: number): string => {
      const [of, at] = [String(cycle).padStart(3, '0'), String(step).padStart(3, '0')];
      return source === 'state' ? `${of}${at}${String(count).padStart(3, '0')}000` : courtOrder(of, at, count);
    };
    const born = /^born (\S+)$/.exec(first)?.[1];
    if (born !== undefined) return void assembler.addPerson({ ...base, ...line, birthDate: dateOf(born) });
    if (first === 'deceased' || first === 'arrest' || first === 'registration') {
      [cycle, step, inCase] = [cycle + 1, 1, ''];
      const stepType = { deceased: 'DECEASED', arrest: 'ARREST/DETAINED/CITED', registration: 'REGISTRATION' }[first];
      arrested = first === 'arrest' ? dateOf(second) : 0;
      const facts = {
        eventDate: dateOf(second),
        cycleDate: arrested,
        agency: `CAPD ${third}`,
        county: third,
        offence: fourth,
      };
      return void assembler.add({ ...base, ...line, ...facts, stepType, order: order(1) });
    }
    if (inCase !== `${first} ${second}`) {
      if (arrested === 0) [cycle, step] = [cycle + 1, 0];
      step += 1;
      inCase = `${first} ${second}`;
    }
    const count = {
      ...base,
      ...line,
      stepType: 'COURT ACTION',
      agency: `CASC ${first}`,
      county: first,
      order: order(Number(third)),
    };
    // `11357(A) HS > 11358 HS`: what was charged, and what the court disposed of.
    const [offence = '', disposedOffence = ''] = fourth.split(' > ');
    const of = { caseNumber: second, offence, disposedOffence, cycleDate: arrested };
    const [place = '', length = '', unit = ''] = (cells[4] ?? '').split(' ');
    fifth
      .split(', ')
      .filter((each) => each !== '')
      .forEach((event, at) => {
        const [day = '', what = '', severity = ''] = event.split(' ');
        const done = { disposition: TEXTS[what] ?? what.toUpperCase(), convictionStatus: severity.toUpperCase() };
        const sentence = at === 0 ? { sentencePlace: place, sentenceLength: length, sentenceUnit: unit } : {};
        assembler.add({ ...count, ...of, ...sentence, ...done, eventDate: day === '-' ? 0 : dateOf(day) });
      });
  });
  return assembler.finish({ person: source, incomplete: false, twoCiis: false });
}

/** Every count of a court in one line, as `historyOfLines` takes it, and the lines of each source that say so. */
export function linesOf(history: History): readonly string[] {
  return history.cycles.flatMap(({ steps }, cycle) =>
    steps.flatMap(({ type, agency, counts }) =>
      counts
        .filter(() => type === 'court-action')
        .map((count) => [`cycle ${cycle + 1}`, agency.county, ...wordsOf(count)].join(' | ')),
    ),
  );
}

function wordsOf(count: Count): readonly string[] {
  const { caseNumbers, dispositions, sentences, rows, doubts = [], says = [] } = count;
  const numbers = [...caseNumbers].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const sources = SOURCES.map((source, file) => {
    const lines = [...new Set(rows.filter((row) => row.file === file).map(({ line }) => line))];
    return lines.length === 0 ? '' : `${source} ${lines.join('+')}`;
  });
  return [
    [...new Set(numbers.filter(isCaseNumber).map(({ number }) => number))].join(' = ') || 'no number',
    convictedCharge(count).offences.map(printCitation).join(' / ') || 'unread charge',
    dispositions.map(happened).join(', '),
    ...sentences.filter(({ place }) => place !== '').map(({ place, length, unit }) => `${place} ${length} ${unit}`),
    sources.filter((each) => each !== '').join(', '),
    ...doubts.map((doubt) => `in doubt: ${doubt}${sayWords(count, doubt)}`),
    ...(['sentence', 'arrest'] as const)
      .filter((each) => says.some(({ of }) => of === each))
      .map((each) => `${each}${sayWords(count, each)}`),
  ];
}

/** ` (state DISMISSED, court CONVICTED on 1998-05-06)`. */
function sayWords({ says = [] }: Count, of: string): string {
  const own = says.filter((each) => each.of === of).map(({ value, at }) => `${SOURCES[at.file] ?? ''} ${value}`);
  return own.length === 0 ? '' : ` (${own.join(', ')})`;
}

function happened({ date, kind, severity, severityText }: Disposition): string {
  const shown = severity === 'unknown' ? (severityText === '' ? '' : ' unknown') : ` ${severity}`;
  return `${printDate(date) || '-'} ${kind}${shown}`;
}

function dateOf(text: string): number {
  const digits = text.replace(/-/g, '');
  return digits.length === 8 ? parseCalendarDate(text) : parsePartialDate(digits.padEnd(8, '0'));
}
