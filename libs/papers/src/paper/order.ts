import { type Packet } from '../filing/filing-plan';
import { type FilingOptions } from '../filing/filing-options';
import { loadTemplates } from '../templates/load-templates';
import { PaperMaker } from '../templates/make-paper';
import { type NamedList, type PaperGiven } from '../values/paper-given';
import { type Paper } from './paper';

/**
 * The proposed order of a packet: complete, line by line; only decision, date and signature are left to the court.
 * @param list what it names as the list of convictions, finished before it; with a schedule in files of its own where it is too long
 */
export function orderPaper(packet: Packet, options: FilingOptions, list?: NamedList, given: PaperGiven = {}): Paper {
  const id = packet.kind === 'bulk' ? 'order-bulk' : 'order-case';
  return new PaperMaker(loadTemplates(options.templates), packet, options, {
    ...given,
    ...(list ? { list } : {}),
  }).make(id);
}
