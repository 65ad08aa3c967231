import { type Packet } from '../filing/filing-plan';
import { slugOf } from '../filing/slug';
import { loadTemplates } from '../templates/load-templates';
import { type FormFacts, formFactsOf } from '../values/form-facts';
import { type PaperGiven } from '../values/paper-given';
import { valuesOf } from '../values/values-of';
import { type FileDrawer } from './draw-file';
import { NO_FORMS } from './form-source';
import { type PacketDrawing, type PaperFile } from './packet-drawing';

/** The court's own forms of a packet, filled; a form that is missing is a fault, and the packet is refused. */
export function fillForms(
  packet: Packet,
  { options, filing, forms = NO_FORMS }: PacketDrawing,
  given: PaperGiven,
  drawer: FileDrawer,
): readonly PaperFile[] {
  const files: PaperFile[] = [];
  // Most packets have no form, and their facts are never asked for.
  let facts: FormFacts | undefined;
  for (const each of filing.papers) {
    if (typeof each === 'string') continue;
    const name = `form_${slugOf(each.form)}.pdf`;
    const edition = forms.edition(each.form, options.asOf);
    if ('refused' in edition) {
      drawer.faults.push({ paper: name, kind: edition.refused, page: 0, detail: edition.detail });
      continue;
    }
    facts ??= formFactsOf(valuesOf(packet, options, loadTemplates(options.templates).words, given));
    const filled = edition.fill(facts, { fieldPrefix: `p${packet.id}` });
    files.push(drawer.file(packet.folder, name, 'court-form', filled));
  }
  return files;
}
