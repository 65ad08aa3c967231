import { type Packet } from '../filing/filing-plan';
import { type FilingOptions } from '../filing/filing-options';
import { loadTemplates } from '../templates/load-templates';
import { PaperMaker } from '../templates/make-paper';
import { type PaperGiven } from '../values/paper-given';
import { type Paper } from './paper';

/**
 * The motion of a packet. In bulk the lines stand in Exhibit A, else in the motion itself. Where public papers show no names a
 * bulk motion refers to the confidential list.
 */
export function motionPaper(packet: Packet, options: FilingOptions, given: PaperGiven = {}): Paper {
  const maker = new PaperMaker(loadTemplates(options.templates), packet, options, given);
  return maker.make(motionId(packet, given));
}

/** Which template a packet's motion is made from. */
export function motionId(
  { kind }: Pick<Packet, 'kind'>,
  { confidentialGround = '' }: PaperGiven = {},
): 'motion-bulk' | 'motion-public' | 'motion-case' {
  if (kind === 'case') return 'motion-case';
  return confidentialGround === '' ? 'motion-bulk' : 'motion-public';
}
