import { printCitation, type Charge, type Offence } from '@clearway/record';
import { fact, type Fact, type FactsAsked } from '../../engine/criterion';
import { isCannabisSection } from '../../person/cannabis';
import { type Conviction } from '../../person/convictions';
import { AS_KNOWN_TODAY, parameter } from '../../parameters/parameter';
import { NAMED_OFFENCES, type OffenceKind } from '../situation';
import { nearMissOf } from './near-misses';
import { isUnderTheActsParagraphs } from './paragraphs-of-the-act';
import { offenceDateOf, type OffenceDate } from './offence-date';
import { predecessorKind, predecessorsOf } from './predecessors';
import { known, open, type Reading, type ReadingSubject } from './reading';
import { sectionsInWords } from './sections-in-words';

const LETTERS_FROM = parameter('possession.letters-from', AS_KNOWN_TODAY).value;

const POSSESSION_LETTERS: Readonly<Record<string, OffenceKind>> = {
  a: 'concentrate',
  b: 'possession-up-to-an-ounce',
  c: 'possession-over-an-ounce',
  d: 'possession-at-school-adult',
  e: 'possession-at-school-minor',
};

/** New (a)(2), (b)(2), ... in the words of the old law: within the limit, over it, at a school. */
const PARAGRAPHS_OF_THE_ACT: Readonly<Record<string, readonly OffenceKind[]>> = {
  a: ['concentrate', 'possession-up-to-an-ounce'],
  b: ['concentrate', 'possession-over-an-ounce'],
  c: ['possession-at-school-adult'],
  d: ['possession-at-school-minor'],
};

/**
 * What the court convicted of, in the words of the old law: old 11357(b) is up to an ounce, new 11357(b) is over it. The letter
 * is read by the day of the offence. Without a letter the grade tells what it can; what stays open is a question.
 */
export function readOffenceKind(subject: Pick<ReadingSubject, 'conviction'>): Reading<OffenceKind> {
  const { conviction } = subject;
  const { cannabis } = conviction;
  const near = nearMissOf(conviction);
  const inWords = sectionsInWords(conviction);
  const evidence: FactsAsked = () => [offenceFact(conviction)];
  if (near !== undefined && inWords.length === 0) return known(near, evidence);
  const offences = cannabis.offences.length > 0 ? cannabis.offences : predecessorsOf(conviction);
  const named = inWords.filter(isCannabisSection).map(inWordsOf);
  if (near === undefined && offences.length + named.length === 0) {
    return open([...NAMED_OFFENCES, 'another-offence'], 'section', evidence);
  }
  const date = offenceDateOf(conviction);
  const kinds = new Set(near === undefined ? [] : [near]);
  for (const each of [...offences, ...named]) kindsOf(each, conviction, date).forEach((kind) => kinds.add(kind));
  const isOther = near === undefined && offences.length === 0;
  if (cannabis.verdict === 'cannot-tell' || isOther || inWords.length > named.length) kinds.add('another-offence');
  const all: FactsAsked = () => {
    const facts = [offenceFact(conviction)];
    if (inWords.length > 0) facts.push(fact('also in words', inWords.join(', '), conviction.row));
    // Only the letters of 11357 are read by the day.
    if ([...offences, ...named].some((each) => each.section === '11357')) facts.push(date.evidence());
    return facts;
  };
  const possible = [...kinds];
  const [only] = possible;
  if (possible.length === 1 && only) return known(only, all);
  return open(possible, 'section', all);
}

function offenceFact({ charge, row }: Conviction): Fact {
  return fact('offense', citedIn(charge), row);
}

function inWordsOf(section: string): Offence {
  return { code: 'HS', section, path: [], qualifiers: [] };
}

const cited = new WeakMap<Charge, string>();

/** A reader makes one charge for each distinct text, and a county's file has few. */
function citedIn(charge: Charge): string {
  const found = cited.get(charge);
  if (found !== undefined) return found;
  const words = charge.offences.map(printCitation).join(' + ') || charge.text || 'blank';
  cited.set(charge, words);
  return words;
}

function kindsOf(offence: Offence, conviction: Conviction, date: OffenceDate): readonly OffenceKind[] {
  const letter = offence.path[0] ?? '';
  switch (offence.section) {
    case '11357':
      return possessionKinds(letter, conviction, date);
    case '11358':
      return ['cultivation'];
    case '11359':
      return ['possession-for-sale'];
    case '11360':
      return transportKinds(letter, conviction);
    default:
      return [predecessorKind(offence.section) ?? 'another-offence'];
  }
}

/** The letters of 11357 tell the amounts apart since the Moscone Act. */
function possessionKinds(letter: string, conviction: Conviction, date: OffenceDate): readonly OffenceKind[] {
  if (isUnderTheActsParagraphs(conviction)) return PARAGRAPHS_OF_THE_ACT[letter] ?? unlettered(conviction);
  if (date.last < LETTERS_FROM) return ['possession-before-1976'];
  const lettered = POSSESSION_LETTERS[letter];
  const since = lettered === undefined ? unlettered(conviction) : [lettered];
  return date.first < LETTERS_FROM ? ['possession-before-1976', ...since] : since;
}

/** Only concentrate could be a felony, only up to an ounce an infraction. */
function unlettered({ severity }: Conviction): readonly OffenceKind[] {
  if (severity === 'felony') return ['concentrate'];
  if (severity === 'infraction') return ['possession-up-to-an-ounce'];
  const misdemeanors: readonly OffenceKind[] = [
    'possession-up-to-an-ounce',
    'possession-over-an-ounce',
    'possession-at-school-adult',
    'possession-at-school-minor',
  ];
  return ['concentrate', ...misdemeanors];
}

/** Old (a) was a felony always, old (b) a misdemeanor always. */
function transportKinds(letter: string, { severity }: Conviction): readonly OffenceKind[] {
  if (letter === 'a') return ['sale-or-transport'];
  if (letter === 'b') return ['gift-or-transport-up-to-an-ounce'];
  if (severity === 'felony') return ['sale-or-transport'];
  if (severity === 'infraction') return ['gift-or-transport-up-to-an-ounce'];
  return ['sale-or-transport', 'gift-or-transport-up-to-an-ounce'];
}
