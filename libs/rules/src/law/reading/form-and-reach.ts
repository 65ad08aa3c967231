import { fact } from '../../engine/criterion';
import { offenceOf } from '../../person/convictions';
import { DOMAINS, type OffenceKind, type Situation } from '../situation';
import { isWithoutObject } from './near-misses';
import { predecessorsOf } from './predecessors';
import { known, open, type Reading, type ReadingSubject } from './reading';
import { type Reach } from './statute-reading';

export function readForm({ conviction }: ReadingSubject): Reading<Situation['form']> {
  const offence = offenceOf(conviction);
  const { qualifiers } = offence;
  const evidence = [fact('offence', conviction.charge.text || 'blank', conviction.row)];
  const bare = isWithoutObject(offence) ? offence.section : '';
  if (qualifiers.includes('conspiracy') || bare === '182') return known('conspiracy', evidence);
  return known(qualifiers.includes('attempt') || bare === '664' ? 'attempt' : 'offence', evidence);
}

export function readSection({ conviction }: ReadingSubject): Reading<Situation['section']> {
  const { section } = offenceOf(conviction);
  const predecessor = conviction.cannabis.verdict === 'no' && predecessorsOf(conviction).length > 0;
  return known(predecessor ? 'predecessor' : 'named', [fact('section', section || 'blank', conviction.row)]);
}

/** Where the statute does not name what was convicted: the policy's reading of it, or a question. */
export function readReach(
  subject: ReadingSubject,
  kinds: readonly OffenceKind[],
  form: Situation['form'],
  section: Situation['section'],
): Reading<Situation['reach']> {
  if (kinds.includes('accessory')) return ask('accessory');
  if (kinds.includes('related')) return ask('plea-theory');
  if (form === 'conspiracy') return ask('conspiracy');
  if (section === 'predecessor') return byPolicy(subject.statute.predecessors, 'predecessor-section');
  if (form === 'attempt') return byPolicy(subject.statute.attempts, 'attempt');
  return REACHED;
}

const REACHED: Reading<Situation['reach']> = known('reached');

function byPolicy(reach: Reach, question: string): Reading<Situation['reach']> {
  if (reach === 'ask') return ask(question);
  return known(reach, [fact('reach of HS 11361.8', `${reach.replace('-', ' ')}, as the policy reads it`)]);
}

function ask(question: string): Reading<Situation['reach']> {
  return open(DOMAINS.reach, question, [fact('reach of HS 11361.8', 'not named by the statute')]);
}
