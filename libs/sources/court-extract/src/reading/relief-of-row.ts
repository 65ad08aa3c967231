import { isFullDate, readCharge, type RowFacts } from '@clearway/record';
import { DISPOSITION_WORDS } from '../mapping/fields';
import { yesOrNo } from '../values/yes-or-no';
import { type RowCells } from './row-cells';

const SECTIONS = /^(?:11357|11358|11359|11360)$/;

/**
 * The day on which a court granted relief under HS 11361.8, by the row's own columns; 0 where only the fact is known, undefined where none
 * was. What was filed and has no answer is noted: it is still owed. A word that is neither a day nor yes or no is never a grant.
 */
export function grantOf(cells: RowCells): number | undefined {
  const granted = dayOrFact('granted-on', cells);
  if (granted === undefined && dayOrFact('filed-on', cells) !== undefined)
    cells.note('filed-no-answer', cells.label('filed-on'));
  return granted;
}

/** The same count on the day of its relief: a later event. Undefined of a count of which HS 11361.8 knows nothing. */
export function reliefOf(facts: RowFacts, granted: number): RowFacts | undefined {
  const cited = [facts.convictedOffence, facts.offence].filter((each) => each !== '').map((each) => readCharge(each));
  const sections = cited.flatMap(({ offences }) => offences.map(({ section }) => section));
  if (sections.length > 0 && !sections.some((each) => SECTIONS.test(each))) return undefined;
  return {
    ...facts,
    disposition: DISPOSITION_WORDS['relief-11361.8'],
    convictionStatus: '',
    eventDate: granted,
    dispositionDate: granted,
    sentencePlace: '',
    sentenceLength: '',
    sentenceUnit: '',
    comment: '',
  };
}

function dayOrFact(field: 'granted-on' | 'filed-on', cells: RowCells): number | undefined {
  const text = cells.text(field);
  if (text === '') return undefined;
  const word = yesOrNo(text);
  if (word !== undefined) return word === 'yes' ? 0 : undefined;
  const date = cells.date(field);
  if (date <= 0) return undefined;
  return isFullDate(date) ? date : 0;
}
