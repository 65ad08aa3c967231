import { type Packet } from '../filing/filing-plan';
import { type FilingOptions } from '../filing/filing-options';
import { loadTemplates } from '../templates/load-templates';
import { PaperMaker } from '../templates/make-paper';
import { type FormFacts, formFactsOf } from '../values/form-facts';
import { type NamedList, type PaperGiven } from '../values/paper-given';
import { valuesOf } from '../values/values-of';
import { type Paper } from './paper';

/** The memorandum of points and authorities of a packet's motion. */
export function memorandumPaper(
  packet: Packet,
  options: FilingOptions,
  list?: NamedList,
  given: PaperGiven = {},
): Paper {
  return maker(packet, options, list, given).make('memorandum');
}

/** The proof of service of a packet. `given` says whom the court has served (`service`) and with what (`served`, titles). */
export function proofOfServicePaper(
  packet: Packet,
  options: FilingOptions,
  list?: NamedList,
  given: PaperGiven = {},
): Paper {
  return maker(packet, options, list, given).make('proof-of-service');
}

/** What the fields of a court's form can be mapped to: every value that papers have too. */
export function packetFacts(
  packet: Packet,
  options: FilingOptions,
  list?: NamedList,
  given: PaperGiven = {},
): FormFacts {
  return formFactsOf(valuesOf(packet, options, loadTemplates(options.templates).words, withList(list, given)));
}

function maker(packet: Packet, options: FilingOptions, list: NamedList | undefined, given: PaperGiven): PaperMaker {
  return new PaperMaker(loadTemplates(options.templates), packet, options, withList(list, given));
}

function withList(list: NamedList | undefined, given: PaperGiven): PaperGiven {
  return list ? { ...given, list } : given;
}
