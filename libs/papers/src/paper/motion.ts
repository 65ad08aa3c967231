import { type Packet } from '../filing/filing-plan';
import { type FilingOptions } from '../filing/filing-options';
import { loadTemplates } from '../templates/load-templates';
import { PaperMaker } from '../templates/make-paper';
import { type NamedList, type PaperGiven } from '../values/paper-given';
import { type Paper } from './paper';

/**
 * The motion of a packet. In bulk the lines stand in Exhibit A, else in the motion itself. Where the complete list is confidential
 * a bulk motion says so and names no defendant.
 * @param list what it names as the list of convictions, finished before it
 */
export function motionPaper(packet: Packet, options: FilingOptions, list?: NamedList, given: PaperGiven = {}): Paper {
  const id = packet.kind === 'case' ? 'motion-case' : (list?.ground ?? '') === '' ? 'motion-bulk' : 'motion-public';
  return new PaperMaker(loadTemplates(options.templates), packet, options, {
    ...given,
    ...(list ? { list } : {}),
  }).make(id);
}
