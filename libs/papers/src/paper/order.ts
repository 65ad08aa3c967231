import { type Packet } from '../filing/filing-plan';
import { type FilingOptions } from '../filing/filing-options';
import { loadTemplates } from '../templates/load-templates';
import { PaperMaker } from '../templates/make-paper';
import { type PaperGiven } from '../values/paper-given';
import { type Paper } from './paper';

/** The proposed order of a packet: complete, line by line; only decision, date and signature are left to the court. */
export function orderPaper(packet: Packet, options: FilingOptions, given: PaperGiven = {}): Paper {
  return new PaperMaker(loadTemplates(options.templates), packet, options, given).make(
    packet.kind === 'bulk' ? 'order-bulk' : 'order-case',
  );
}
