import { type Packet } from '../filing/filing-plan';
import { slugOf } from '../filing/slug';
import { type ConvictionList } from '../paper/conviction-list';
import { paperValues } from '../paper/paper-values';
import { type FileDrawer } from './draw-file';
import { type FormFacts, NO_FORMS } from './form-source';
import { type PacketDrawing, type PaperFile } from './packet-drawing';

/** The court's own forms of a packet, filled; a form that is missing is a fault, and the packet is refused. */
export function fillForms(
  packet: Packet,
  { options, filing, forms = NO_FORMS }: PacketDrawing,
  list: ConvictionList,
  drawer: FileDrawer,
): readonly PaperFile[] {
  const files: PaperFile[] = [];
  for (const each of filing.papers) {
    if (typeof each === 'string') continue;
    const name = `form_${slugOf(each.form)}.pdf`;
    const edition = forms.edition(each.form, options.asOf);
    if ('refused' in edition) {
      drawer.faults.push({ paper: name, kind: edition.refused, page: 0, detail: edition.detail });
      continue;
    }
    const filled = edition.fill(factsOf(packet, options, list), { fieldPrefix: `p${packet.id}` });
    files.push(drawer.file(packet.folder, name, 'court-form', filled));
  }
  return files;
}

/** What the fields of forms can be mapped to. */
function factsOf(packet: Packet, options: PacketDrawing['options'], list: ConvictionList): FormFacts {
  const facts: Record<string, string | boolean> = { ...paperValues(packet, options, list) };
  const { prosecutor = {} } = options;
  facts['attorney'] = prosecutor.attorney ?? '';
  facts['barNumber'] = prosecutor.barNumber ?? '';
  facts['courtName'] = packet.courthouse.name;
  facts['serving'] = packet.lines.some(
    ({ relief }) => relief === 'recall-and-resentence' || relief === 'dismiss-sentence',
  );
  const sections = new Map<string, number>();
  for (const { relief, citation } of packet.lines) {
    facts[`relief.${camel(relief)}`] = true;
    const section = /\b(1135[789]|11360)\b/.exec(citation)?.[1];
    if (section) sections.set(section, (sections.get(section) ?? 0) + 1);
  }
  for (const [section, count] of sections) {
    facts[`section.${section}`] = true;
    facts[`count.${section}`] = count === 1 ? '' : `x${count}`;
  }
  return facts;
}

/** `dismiss-and-seal` as `dismissAndSeal`. */
function camel(code: string): string {
  return code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
