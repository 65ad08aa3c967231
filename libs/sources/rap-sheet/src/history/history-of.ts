import {
  courtOrder,
  emptyRowFacts,
  type History,
  HistoryAssembler,
  type PersonKey,
  personIdOf,
  pointsToComment,
  type RowFacts,
} from '@clearway/record';
import { countyNamed } from '@clearway/record';
import {
  type RapSheet,
  type SheetCount,
  type SheetDisposition,
  type SheetEvent,
  type SheetSentence,
  type SheetWords,
} from '../rap-sheet';

/** Which file of the run's inputs the sheet is. */
export interface SheetSource {
  /** Index of the file in the run's list of inputs. */
  readonly file: number;
  readonly sha256: string;
}

/** Event kinds in the words of the state's STP_TYPE_DESCR, which the rules know. */
const STEP_TYPES: Readonly<Record<SheetEvent['kind'], string>> = {
  court: 'COURT ACTION',
  arrest: 'ARREST/DETAINED/CITED',
  'supplemental-arrest': 'SUPPLEMENTAL ARREST',
  registration: 'REGISTRATION',
  probation: 'PROBATION',
  custody: 'CUSTODY',
  'mental-health': 'MENTAL HEALTH CUSTODY',
  applicant: 'APPLICANT',
  deceased: 'DECEASED',
  unknown: 'NOT STATED',
};
/** The state's files number cycles from 101. */
const FIRST_CYCLE = 101;

/**
 * The person's history as every other source gives it, so that the same rules decide on it. Rows are the lines of the sheet:
 * one for each charge, disposition, update and part of a sentence.
 */
export function historyOf(sheet: RapSheet, source: SheetSource): History {
  const { person } = sheet;
  const assembler = new HistoryAssembler();
  const names = new Map(person.names.map((each) => [each.code, each.text]));
  const base: RowFacts = { ...emptyRowFacts(), file: source.file, cii: person.cii, sex: person.sex, race: person.race };
  const at = (number: number): Pick<RowFacts, 'row' | 'page' | 'line' | 'offset'> => {
    const line = sheet.lines[number - 1];
    return { row: number - 1, page: line?.page ?? 1, line: line?.line ?? number, offset: line?.offset ?? 0 };
  };
  for (const each of person.names) assembler.addPerson({ ...base, ...at(each.at), name: each.text });
  for (const each of person.birthDates) assembler.addPerson({ ...base, ...at(each.at), birthDate: each.date });
  sheet.cycles.forEach(({ events }, i) => {
    const cycle = String(FIRST_CYCLE + i).padStart(3, '0');
    const cycleDate = events.find((each) => each.kind === 'arrest')?.date ?? 0;
    events.forEach((event, k) => {
      const step = String(k + 1).padStart(3, '0');
      const ofEvent = { ...base, ...factsOf(event), cycleDate, name: names.get(event.name) ?? '' };
      const used = new Set<number>();
      for (const count of countsOf(event)) {
        const order = courtOrder(cycle, step, freeNumber(count.number, used));
        for (const row of rowsOf(count, event)) assembler.add({ ...ofEvent, ...row.facts, order, ...at(row.at) });
      }
    });
  });
  return assembler.finish({ person: personIdOf(keyOf(person, source)), incomplete: sheet.incomplete, twoCiis: false });
}

/** Without a CII, the first name and birth date: another sheet of the person has the same id. */
function keyOf({ cii, names, birthDates }: RapSheet['person'], { sha256 }: SheetSource): PersonKey {
  if (cii !== '') return { cii };
  const [name] = names;
  const [born] = birthDates;
  if (!name || !born) return { fileSha256: sha256, subjectId: '' };
  return { register: 'rap-sheet', key: `${name.text}\0${born.date}` };
}

function factsOf({ kind, date, agency, courthouse }: SheetEvent): Partial<RowFacts> {
  return { stepType: STEP_TYPES[kind], eventDate: date, agency, county: courthouse?.county ?? countyNamed(agency) };
}

/** An event without counts is one all the same: a death, a registration whose charge stands in a comment. */
function countsOf(event: SheetEvent): readonly SheetCount[] {
  if (event.counts.length > 0) return event.counts;
  const charge = { text: '', at: event.at };
  return [
    {
      number: 1,
      at: event.at,
      caseNumbers: [],
      charge,
      otherCharges: [],
      classOfCharge: '',
      dispositions: [],
      sentences: [],
      comments: [],
    },
  ];
}

/** A sheet may give two counts of an event one number. */
function freeNumber(wanted: number, used: Set<number>): number {
  let number = Math.max(wanted, 1);
  while (used.has(number)) number += 1;
  used.add(number);
  return number;
}

interface Row {
  readonly at: number;
  readonly facts: Partial<RowFacts>;
}

function rowsOf(count: SheetCount, event: SheetEvent): readonly Row[] {
  const { charge, caseNumbers, classOfCharge } = count;
  const inComment = charge.text === '' || pointsToComment(charge.text);
  const later = count.dispositions.flatMap((each) => each.comments);
  const comments = [...event.comments, ...count.comments, ...(inComment ? later : [])];
  const [caseNumber = '', ...moreCases] = caseNumbers;
  return [
    {
      at: charge.at,
      facts: { offence: charge.text, offenceClass: classOfCharge, caseNumber, comment: joined(comments) },
    },
    ...moreCases.map((each) => ({ at: count.at, facts: { caseNumber: each } })),
    ...count.otherCharges.map((each) => ({ at: each.at, facts: { offence: each.text } })),
    ...count.sentences.map((each) => sentenceRow(each, undefined)),
    ...count.dispositions.flatMap((each) => dispositionRows(each, inComment)),
  ];
}

function dispositionRows(disposition: SheetDisposition, inComment: boolean): readonly Row[] {
  const { text, status, updated, at, comments } = disposition;
  const date = updated === undefined ? {} : { eventDate: updated };
  const comment = inComment ? '' : joined(comments);
  return [
    { at, facts: { ...date, disposition: text.replace(/[\s.:;,]+$/, ''), convictionStatus: status, comment } },
    ...disposition.sentences.map((each) => sentenceRow(each, updated)),
  ];
}

function sentenceRow({ place, length, unit, at }: SheetSentence, updated: number | undefined): Row {
  const date = updated === undefined ? {} : { eventDate: updated };
  return { at, facts: { ...date, sentencePlace: place, sentenceLength: length, sentenceUnit: unit } };
}

function joined(words: readonly SheetWords[]): string {
  return words.map((each) => each.text).join('; ');
}
