import { type SourceSays } from '@clearway/record';
import { type Determination, type Question, type QuestionSays } from '../engine/determination';
import { questionWords } from '../engine/questions';
import { type Conviction } from '../person/convictions';
import { saysOf } from './disputed';

/** What sources disagree about that a question asks for: of the conviction itself, or of the others of the record. */
const OWN: Readonly<Record<string, SourceSays['of'] | undefined>> = {
  'disputed-conviction': 'conviction',
  'conviction-date': 'date',
  severity: 'severity',
  sentence: 'sentence',
};
const OTHERS: Readonly<Record<string, SourceSays['of']>> = {
  'disputed-prior': 'conviction',
  'other-conviction-date': 'date',
};

/** Puts to each question what the sources say that disagree, with their places. */
export function withSays(
  determination: Determination,
  conviction: Conviction,
  all: readonly Conviction[],
): Determination {
  const questions = determination.questions.map((question): Question => {
    const says = saysFor(question.code, conviction, all);
    return says.length === 0 ? question : { ...question, says };
  });
  return { ...determination, questions };
}

function saysFor(code: string, conviction: Conviction, all: readonly Conviction[]): readonly QuestionSays[] {
  if (code === 'offence-date') return offenceDates(conviction);
  const own = OWN[code];
  if (own !== undefined) return saysOf(conviction, own).map(({ value, at }) => ({ value, at }));
  const of = OTHERS[code];
  if (of === undefined) return [];
  return all
    .filter(({ key }) => key !== conviction.key)
    .flatMap((each) => saysOf(each, of).map(({ value, at }) => ({ value: `${each.charge.text}: ${value}`, at })));
}

/** The day of the offense is read from the arrest, and from the conviction. */
function offenceDates(conviction: Conviction): readonly QuestionSays[] {
  const arrests = saysOf(conviction, 'arrest').map(({ value, at }) => ({ value: `arrest ${value}`, at }));
  const days = saysOf(conviction, 'date').map(({ value, at }) => ({ value: `convicted ${value}`, at }));
  return [...arrests, ...days];
}

/** `county.dat, line 12: CONVICTED on 1998-05-06; court.csv, line 3: DISMISSED on 1998-05-06`; '' where no sources disagree. */
export function saysWords({ says = [] }: Pick<Question, 'says'>, files: readonly string[]): string {
  return says.map(({ value, at }) => `${placeWords(at, files)}: ${value}`).join('; ');
}

/** The question of a conviction, with what the sources say where they disagree. */
export function questionInWords(question: Pick<Question, 'code' | 'says'>, files: readonly string[]): string {
  const { words } = questionWords(question.code);
  const says = saysWords(question, files);
  return says === '' ? words : `${words} (${says})`;
}

export function placeWords({ file, line, page }: QuestionSays['at'], files: readonly string[]): string {
  return `${files[file] ?? `file ${file + 1}`}, ${page === undefined ? '' : `page ${page}, `}line ${line}`;
}
