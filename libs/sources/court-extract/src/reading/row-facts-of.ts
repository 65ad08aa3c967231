import { emptyRowFacts, type RowFacts } from '@clearway/record';
import { type Mapping } from '../mapping/read-mapping';
import { type TableRow } from '../table/table-row';
import { type CourtCodes } from '../values/court-codes';
import { nameOfParts, stateName } from '../values/names';
import { sentenceOf, unitOf } from '../values/sentence';
import { type BoundColumns } from './bind-columns';
import { grantOf } from './relief-of-row';
import { type RowCells } from './row-cells';

/** What a row says, without its case number and its counts. `doubtful`: what was done is in words that nobody knows. */
export interface RowSays {
  readonly facts: RowFacts;
  readonly doubtful: boolean;
  /** Day on which relief under HS 11361.8 was granted, 0 where only the fact is known; absent where it was not. */
  readonly granted?: number;
  /** Further parts of the sentence. */
  readonly moreSentences: readonly Pick<RowFacts, 'sentencePlace' | 'sentenceLength' | 'sentenceUnit'>[];
}

const CLASSES: Readonly<Record<string, string>> = { FELONY: 'F', MISDEMEANOR: 'M', INFRACTION: 'I' };

export function rowFactsOf(
  row: TableRow,
  cells: RowCells,
  bound: BoundColumns,
  mapping: Mapping,
  codes: CourtCodes,
): RowSays {
  const [code, words] = [cells.text('disposition-code'), cells.text('disposition')];
  const said = codes.disposition(code, words);
  const byDate = !bound.hasDisposition;
  const convictedOn = cells.date('conviction-date');
  const dispositionDate = cells.date('disposition-date');
  const courtDate = cells.date('court-date');
  if (!said.known)
    cells.note('unknown-disposition', cells.label(words === '' ? 'disposition-code' : 'disposition'), said.text);
  const severity = codes.severity(cells.text('severity'));
  if (!severity.known) cells.note('unknown-severity', cells.label('severity'), severity.text);
  const classOf = (field: 'class-of-charge' | 'class-of-conviction'): string => {
    const { text } = codes.severity(cells.text(field));
    return CLASSES[text] ?? text;
  };
  const convictedClass = classOf('class-of-conviction');
  const disposition = said.text === '' && byDate && convictedOn > 0 ? 'CONVICTED' : said.text;
  const [sentence, ...moreSentences] = sentencesOf(cells, bound);
  const facts: RowFacts = {
    ...emptyRowFacts(),
    row: row.row,
    line: row.line,
    offset: row.offset,
    subjectId: cells.text('person-number'),
    cii: cells.text('cii').toUpperCase(),
    name: nameOf(cells, mapping),
    sex: cells.text('sex').toUpperCase(),
    race: cells.text('race'),
    birthDate: cells.date('birth-date'),
    cycleDate: cells.date('arrest-date'),
    eventDate: convictedOn !== 0 ? convictedOn : dispositionDate !== 0 ? dispositionDate : courtDate,
    stepType: 'COURT ACTION',
    ori: cells.text('ori'),
    agency: (cells.text('court') || (mapping.court ?? '')).toUpperCase(),
    county: (cells.text('county') || (mapping.county ?? '')).toUpperCase(),
    dispositionDate,
    offence: codes.charge(cells.text('charge'), cells.text('code')),
    offenceClass: classOf('class-of-charge'),
    convictedOffence: codes.charge(cells.text('convicted-charge'), ''),
    convictedClass,
    disposition,
    convictionStatus: severity.text || (disposition.startsWith('CONVICTED') ? codes.severity(convictedClass).text : ''),
    ...(sentence ?? {}),
    comment: bound.comments
      .map((each) => cells.textOf(each))
      .filter((each) => each !== '')
      .join('; '),
  };
  const granted = grantOf(cells);
  return { facts, doubtful: !said.known, moreSentences, ...(granted === undefined ? {} : { granted }) };
}

/** As the state writes it; blank where no column has it. */
export function nameOf(cells: RowCells, mapping: Mapping): string {
  const whole = cells.text('name');
  if (whole !== '') return stateName(whole, mapping['name order'] ?? 'last-first');
  return nameOfParts(
    cells.text('last-name'),
    cells.text('first-name'),
    cells.text('middle-name'),
    cells.text('name-suffix'),
  );
}

function sentencesOf(cells: RowCells, { sentences }: BoundColumns): RowSays['moreSentences'] {
  const length = cells.text('sentence-length');
  const unit = unitOf(cells.text('sentence-unit'));
  const texts = sentences.map((each) => cells.textOf(each)).filter((each) => each !== '');
  if (length !== '' || unit !== '') {
    const [place = '', ...rest] = texts;
    return [{ sentencePlace: place.toUpperCase(), sentenceLength: length, sentenceUnit: unit }, ...rest.map(partsOf)];
  }
  return texts.map(partsOf);
}

function partsOf(text: string): RowSays['moreSentences'][number] {
  const { place, length, unit } = sentenceOf(text);
  return { sentencePlace: place, sentenceLength: length, sentenceUnit: unit };
}
