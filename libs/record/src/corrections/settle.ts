import { type Count, type History, type Sentence, type SourceSays } from '../history';
import { printPart } from '../merge/what-sources-say';
import { type CountPlace } from './recorded-value';
import { countOf, withCount, withCorrection } from './correct';
import { type Correction } from './correction';

const FIELDS = {
  conviction: 'disposition',
  severity: 'severity',
  date: 'conviction-date',
  arrest: 'arrest-date',
} as const;

/**
 * The history in which one source is right about a value of a count and the others are wrong; what it leaves in doubt beside that
 * stays. Pure; for deciding only.
 */
export function settle(
  history: History,
  key: string,
  said: Pick<SourceSays, 'of' | 'value'> & { readonly at?: SourceSays['at'] },
): History {
  const { of, value } = said;
  if (of === 'sentence') return withSentenceOf(history, key, said.at);
  const correction: Correction = {
    id: '',
    person: history.person,
    key,
    field: FIELDS[of],
    was: '',
    value: of === 'conviction' ? dispositionOf(value) : value,
    evidence: '',
    by: '',
    on: 0,
  };
  return withCorrection(history, correction);
}

/** As a correction says it. */
function dispositionOf(value: string): string {
  if (/^CONVICTED/i.test(value)) return 'CONVICTED';
  return /ACQUIT|NOT GUILTY/i.test(value) ? 'ACQUITTED' : 'DISMISSED';
}

/** Of the parts that only one source has those of this source stay, with what both have. */
function withSentenceOf(history: History, key: string, at: SourceSays['at'] | undefined): History {
  const place: CountPlace | undefined = countOf(history, key);
  if (!place) return history;
  const { says = [], ...count } = place.count;
  const sentences = at ? sentencesOfSource(place.count, at.file) : count.sentences;
  const left = says.filter((each) => each.of !== 'sentence');
  return withCount(history, place, left.length === 0 ? { ...count, sentences } : { ...count, sentences, says: left });
}

/** The parts of a sentence as one source has them: without those that only another one has. */
export function sentencesOfSource({ says = [], sentences, rows }: Count, file: number): readonly Sentence[] {
  const others = says.filter((each) => each.of === 'sentence' && each.at.file !== file);
  return sentences.filter((part) => {
    const row = rows[part.row];
    return !others.some(({ value, at }) => value === printPart(part) && at.file === row?.file && at.row === row.row);
  });
}
