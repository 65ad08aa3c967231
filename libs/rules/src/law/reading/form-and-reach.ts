import { fact, type FactsAsked } from '../../engine/criterion';
import { offenceOf } from '../../person/convictions';
import { DOMAINS, type OffenceKind, type Situation } from '../situation';
import { isWithoutObject } from './near-misses';
import { predecessorsOf } from './predecessors';
import { known, open, type Reading, type ReadingSubject } from './reading';
import { type Reach } from './statute-reading';

/** Words of a charge that may name an attempt or a conspiracy (`SELL/ATTEMPT SELL`) leave it open which one it was. */
export function readForm({ conviction }: ReadingSubject): Reading<Situation['form']> {
  const offence = offenceOf(conviction);
  const { qualifiers } = offence;
  const evidence: FactsAsked = () => [fact('offense', conviction.charge.text || 'blank', conviction.row)];
  const bare = isWithoutObject(offence) ? offence.section : '';
  if (qualifiers.includes('conspiracy') || bare === '182') return known('conspiracy', evidence);
  if (qualifiers.includes('attempt') || bare === '664') return known('attempt', evidence);
  if (conviction.charge.open === undefined) return known('offence', evidence);
  const inWords = conviction.charge.open.map((each) => each.code);
  const possible = DOMAINS.form.filter((each) => each === 'offence' || inWords.includes(`${each}-in-words`));
  return possible.length === 1 ? known('offence', evidence) : open(possible, 'form', evidence);
}

export function readSection({ conviction }: ReadingSubject): Reading<Situation['section']> {
  const { section } = offenceOf(conviction);
  const predecessor = conviction.cannabis.verdict === 'no' && predecessorsOf(conviction).length > 0;
  return known(predecessor ? 'predecessor' : 'named', () => [fact('section', section || 'blank', conviction.row)]);
}

/** Where the statute does not name what was convicted: the policy's reading of it, or a question. */
export function readReach(
  subject: ReadingSubject,
  kinds: readonly OffenceKind[],
  forms: readonly Situation['form'][],
  section: Situation['section'],
  doors: readonly Situation['door'][],
): Reading<Situation['reach']> {
  if (kinds.includes('accessory')) return ask(doors.includes('serving') ? 'accessory' : 'accessory-after-sentence');
  if (kinds.includes('related')) return ask('plea-theory');
  if (forms.includes('conspiracy')) return ask('conspiracy');
  if (section === 'predecessor') return byPolicy(subject.statute.predecessors, 'predecessor-section');
  if (forms.includes('attempt')) return byPolicy(subject.statute.attempts, 'attempt');
  return REACHED;
}

const REACHED: Reading<Situation['reach']> = known('reached');

function byPolicy(reach: Reach, question: string): Reading<Situation['reach']> {
  if (reach === 'ask') return ask(question);
  return known(reach, () => [fact('reach of HS 11361.8', `${reach.replace('-', ' ')}, as the policy reads it`)]);
}

function ask(question: string): Reading<Situation['reach']> {
  return open(DOMAINS.reach, question, () => [fact('reach of HS 11361.8', 'not named by the statute')]);
}
