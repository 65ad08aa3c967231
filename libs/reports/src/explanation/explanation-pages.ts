import { printDate, type CalendarDate } from '@clearway/record';
import {
  correctionLine,
  type Explanation,
  floorWords,
  outcomeWords,
  reliefWords,
  remedyWords,
  standingWords,
  verdictWords,
} from '@clearway/rules';
import { drawTable, Flow, LETTER, PdfDocument } from '@clearway/typesetting';
import { put, QUIET, RULE } from '../summary-report/chart';
import { capitalised, countyTitle, longDate } from '../summary-report/words';
import { factsOf } from './facts-of-rules';

const MARGINS = { top: 46, right: 54, bottom: 58, left: 54 };
const TEXT = { size: 9.5, leading: 12.5, spaceAfter: 3 };
const TABLE = { size: 8, leading: 10, gap: 6 };

/** Whose convictions are explained, on which day, by which rules. */
export interface ExplainedPerson {
  readonly name: string;
  readonly born: string;
  readonly county: string;
  readonly asOf: CalendarDate;
  /** SHA-256 of the rules in hex; its beginning is printed. */
  readonly ruleSet: string;
  /** Why each further record is of the person. */
  readonly joins?: readonly { readonly heading: string; readonly words: readonly string[] }[];
  readonly explanations: readonly Explanation[];
}

/**
 * A page for each conviction that an attorney can sign: what was decided, each rule in its order with the facts that it used
 * and where they stand, the burden, the floor, the questions, and what would change the answer. A long record runs on to a
 * second page. The same input gives the same bytes.
 */
export function explanationPages(people: readonly ExplainedPerson[]): Uint8Array {
  const [first] = people;
  const document = new PdfDocument({
    title: 'Determinations, explained',
    language: 'en-US',
    date: first?.asOf ?? 20200101,
    author: 'Clearway',
    subject: 'For the prosecuting office',
  });
  let flow: Flow | undefined;
  for (const person of people) {
    for (const explained of person.explanations) {
      if (flow) flow.newPage();
      else flow = new Flow(document, MARGINS, LETTER);
      onePage(flow, person, explained);
    }
  }
  if (!flow) new Flow(document, MARGINS, LETTER).paragraph('There is no conviction to explain.', TEXT);
  footers(document);
  return document.toBytes();
}

function onePage(flow: Flow, person: ExplainedPerson, explained: Explanation): void {
  flow.paragraph(capitalised(outcomeWords(explained.outcome)), { style: 'bold', size: 17, leading: 22, role: 'H1' });
  flow.paragraph(explained.reason === '' ? 'No reason is needed.' : `${explained.reason}.`, {
    ...TEXT,
    size: 11,
    spaceAfter: 6,
  });
  about(flow, person, explained);
  rules(flow, explained);
  questions(flow, explained);
  closing(flow, explained);
  signature(flow);
  // Behind what is signed, which so keeps its place however many records a person has.
  records(flow, person);
}

function about(flow: Flow, { name, born, county, asOf, ruleSet }: ExplainedPerson, explained: Explanation): void {
  const rows: [string, string][] = [
    ['Person', `${name}, born ${born || 'on a day that the record does not give'}`],
    [
      'Conviction',
      `${explained.citation}${explained.chargeText === '' ? '' : `, ${explained.chargeText}`}; ${explained.severity}; ${explained.convictedOn || 'without a date'}`,
    ],
    [
      'Court and case',
      `${explained.court || 'no court'}; ${explained.caseNumbers.map(({ number }) => number).join(', ') || 'no case number'}; ${countyTitle(county)} County`,
    ],
    ['Who files', explained.prosecutor],
    [
      'Policy',
      `${explained.policy.title}${explained.policy.kind === 'replay' ? ' (a replay: for comparison, not for filing)' : ''}; as of ${longDate(asOf)}; rules ${ruleSet.slice(0, 12)}; count ${explained.key}`,
    ],
    ['Where it stands', standingWords(explained.standing)],
  ];
  for (const each of explained.corrections ?? []) rows.push(['Corrected', capitalised(correctionLine(each))]);
  if (explained.authority !== '') rows.push(['Authority', explained.authority]);
  for (const [label, text] of rows) {
    put(flow.page, flow.left, flow.y - 10, label, { size: TEXT.size, style: 'bold' });
    flow.paragraph(text, { ...TEXT, left: 92, spaceAfter: 1 });
  }
  flow.space(6);
}

function rules(flow: Flow, explained: Explanation): void {
  const { facts, lettersOf } = factsOf(explained.rules);
  const filing = explained.policy.kind === 'filing';
  title(flow, 'The rules, in their order');
  const width = flow.width;
  drawTable(
    flow,
    [
      { title: '', width: width * 0.04 },
      { title: 'Rule', width: width * 0.5 },
      { title: 'Citation', width: width * 0.2 },
      { title: 'Finding', width: width * 0.17 },
      { title: 'Facts', width: width * 0.09 },
    ],
    explained.rules.map((each, i) => [
      String(i + 1),
      capitalised(each.words),
      each.citation,
      `${capitalised(verdictWords(each, filing))}${each.decides ? '. Decides' : ''}`,
      lettersOf(each).join(', '),
    ]),
    TABLE,
  );
  flow.space(6);
  title(flow, 'The facts, and where they stand');
  drawTable(
    flow,
    [
      { title: '', width: width * 0.05 },
      { title: 'Fact', width: width * 0.24 },
      { title: 'What the record says', width: width * 0.46 },
      { title: 'Where', width: width * 0.25 },
    ],
    facts.map((each) => [each.letter, capitalised(each.name), each.value, each.where || 'derived']),
    TABLE,
  );
  flow.space(6);
}

function records(flow: Flow, { joins = [] }: ExplainedPerson): void {
  if (joins.length === 0) return;
  title(flow, 'Why these records are of one person');
  for (const { heading, words } of joins)
    flow.paragraph(`${heading}: ${words.join('; ')}.`, { ...TEXT, left: 14, marker: '-', spaceAfter: 1 });
  flow.space(4);
}

function questions(flow: Flow, { questions: asked }: Explanation): void {
  for (const { words, lookIn, answers } of asked) {
    title(flow, `Question: ${words}`);
    if (lookIn !== '') flow.paragraph(`Look in: ${lookIn}.`, { ...TEXT, spaceAfter: 1 });
    for (const { answer, outcome } of answers)
      flow.paragraph(`${capitalised(answer)}: ${outcomeWords(outcome)}.`, {
        ...TEXT,
        left: 14,
        marker: '-',
        spaceAfter: 1,
      });
    flow.space(4);
  }
}

function closing(flow: Flow, explained: Explanation): void {
  const burdens = [
    ...new Set(
      explained.rules
        .filter((each) => each.burden !== '' && (each.decides || each.presumed))
        .map((each) => each.burden),
    ),
  ];
  if (burdens.length > 0) {
    title(flow, 'Who has to prove what');
    for (const each of burdens) flow.paragraph(`${capitalised(each)}.`, { ...TEXT, spaceAfter: 1 });
    flow.space(4);
  }
  flow.paragraph(`${floorWords(explained)}: ${reliefWords(explained.floor)}.`, TEXT);
  for (const each of explained.otherRemedies) flow.paragraph(`Another remedy. ${remedyWords(each)}.`, TEXT);
  if (explained.changes.length > 0) title(flow, 'What would change the answer');
  for (const { words, outcome } of explained.changes)
    flow.paragraph(`${capitalised(words)}: ${outcomeWords(outcome)}.`, {
      ...TEXT,
      left: 14,
      marker: '-',
      spaceAfter: 1,
    });
}

function title(flow: Flow, text: string): void {
  flow.paragraph(text, { style: 'bold', size: 10, leading: 13.5, spaceAfter: 1, keepWithNext: 26, role: 'H2' });
}

function signature(flow: Flow): void {
  flow.ensure(52);
  flow.space(34);
  const third = flow.width / 3;
  for (const [i, label] of ['Attorney', 'State Bar number', 'Date'].entries()) {
    const x = flow.left + third * i;
    flow.page.line(x, flow.y, x + third - 14, flow.y, 0.75);
    put(flow.page, x, flow.y - 11, label, { size: 8.5, colour: QUIET });
  }
  flow.space(16);
}

function footers(document: PdfDocument): void {
  document.pages.forEach((page, i) => {
    const y = MARGINS.bottom - 26;
    const width = page.width - MARGINS.left - MARGINS.right;
    page.line(MARGINS.left, y + 12, MARGINS.left + width, y + 12, 0.5, RULE);
    document.structure.artifact('Footer', () =>
      put(page, MARGINS.left, y, "Criminal-history information, for the office's own use (PC 11105, 11142).", {
        size: 8,
        colour: QUIET,
      }),
    );
    document.structure.artifact('Footer', () =>
      put(page, MARGINS.left, y, `Page ${i + 1} of ${document.pages.length}`, {
        size: 8,
        colour: QUIET,
        within: { width, align: 'right' },
      }),
    );
  });
}

/** The birth dates of a record as one text. */
export function bornWords(birthDates: readonly number[]): string {
  return birthDates
    .map(printDate)
    .filter((each) => each !== '')
    .join(' or ');
}
