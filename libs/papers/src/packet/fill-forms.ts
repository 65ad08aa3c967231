import { type FilingLine, type Packet } from '../filing/filing-plan';
import { slugOf } from '../filing/slug';
import { loadTemplates } from '../templates/load-templates';
import { formFactsOf } from '../values/form-facts';
import { type PaperGiven } from '../values/paper-given';
import { valuesOf } from '../values/values-of';
import { type FileDrawer } from './draw-file';
import { type FormFiling, NO_FORMS } from './form-source';
import { type PacketDrawing, type PaperFile } from './packet-drawing';
import { joinFilings } from './join-filings';

/**
 * The court's own forms of a packet, filled: a file for each form. A form is of one person in one case, so that a bulk packet has as many
 * filings in the file as it has of these. A form that is missing, or cannot be filled, is a fault, and the packet is refused.
 */
export function fillForms(
  packet: Packet,
  drawing: PacketDrawing,
  given: PaperGiven,
  drawer: FileDrawer,
): readonly PaperFile[] {
  const { options, filing, forms = NO_FORMS } = drawing;
  const files: PaperFile[] = [];
  // Most packets have no form, and their facts are never asked for.
  let filings: readonly FormFiling[] | undefined;
  for (const each of filing.papers) {
    if (typeof each === 'string') continue;
    const slug = slugOf(each.form);
    const edition = forms.edition(each.form);
    if ('refused' in edition) {
      drawer.faults.push({ paper: `form_${slug}.pdf`, kind: edition.refused, page: 0, detail: edition.detail });
      continue;
    }
    filings ??= formFilings(packet, drawing, given);
    const { parts, held } = joinFilings(edition, filings, options.asOf, drawer.limit);
    for (const { detail } of held)
      drawer.faults.push({ paper: `form_${slug}.pdf`, kind: 'form-not-filled', page: 0, detail });
    parts.forEach(({ file }, i) => {
      const name = parts.length === 1 ? `form_${slug}.pdf` : `form_${slug}_part_${i + 1}_of_${parts.length}.pdf`;
      files.push(drawer.file(packet.folder, name, 'court-form', file));
    });
  }
  return files;
}

/** What a packet files on a form: once for each person in each case. */
export function formFilings(packet: Packet, { options }: PacketDrawing, given: PaperGiven): readonly FormFiling[] {
  const { words } = loadTemplates(options.templates);
  return personsInCases(packet).map((own, i): FormFiling => {
    const facts = formFactsOf(valuesOf(own, options, words, given));
    const caption = [facts['defendant'], facts['caseNumber']].filter((text) => typeof text === 'string');
    return { facts, caption, fieldPrefix: packet.kind === 'bulk' ? `p${packet.id}c${i + 1}` : `p${packet.id}` };
  });
}

function personsInCases(packet: Packet): readonly Packet[] {
  if (packet.kind === 'case') return [packet];
  const groups = new Map<string, FilingLine[]>();
  for (const line of packet.lines) {
    const key = `${line.caseNumber}\n${line.person}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()].map((lines) => ({ ...packet, kind: 'case', lines }));
}
