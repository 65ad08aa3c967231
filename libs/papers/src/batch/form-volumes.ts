import { slugOf } from '../filing/slug';
import { type ComposedPacket } from '../packet/draw-packet';
import { FileDrawer } from '../packet/draw-file';
import { formFilings } from '../packet/fill-forms';
import { NO_FORMS } from '../packet/form-source';
import { joinFilings } from '../packet/join-filings';
import { type PacketDrawing } from '../packet/packet-drawing';
import { type PacketFault } from '../packet/packet-fault';
import { publicPacket } from '../paper/conviction-list';
import { type VolumeFile } from './volume-file';

/**
 * The court's own forms of packets that are joined: one file for each form, or several where one would be larger than the court takes.
 * The live fields of each filing have names of their own. `refuse` is told of a packet whose form is missing or cannot be filled; what
 * it has in other forms' files is left for the caller to make again without it.
 */
export function drawFormVolumes(
  composed: readonly ComposedPacket[],
  drawing: PacketDrawing,
  refuse: (packet: string, fault: PacketFault) => void,
): readonly VolumeFile[] {
  const { options, filing, forms = NO_FORMS } = drawing;
  const { limit } = new FileDrawer(drawing);
  const named = filing.papers.flatMap((each) => (typeof each === 'string' ? [] : [each.form]));
  if (named.length === 0) return [];
  const asked = composed.flatMap((each) =>
    formFilings(publicPacket(each.packet, filing), drawing, each.given).map((own) => ({ packet: each.packet.id, own })),
  );
  return named.flatMap((form): readonly VolumeFile[] => {
    const slug = slugOf(form);
    const edition = forms.edition(form);
    if ('refused' in edition) {
      for (const { packet } of composed)
        refuse(packet.id, { paper: `form_${slug}.pdf`, kind: edition.refused, page: 0, detail: edition.detail });
      return [];
    }
    const { parts, held } = joinFilings(
      edition,
      asked.map(({ own }) => own),
      options.asOf,
      limit,
    );
    for (const { filing: at, detail } of held)
      refuse(asked[at]?.packet ?? '', { paper: `form_${slug}.pdf`, kind: 'form-not-filled', page: 0, detail });
    return parts.map(({ file, filings }) => {
      const packets: string[] = [];
      const starts: number[] = [];
      filings.forEach((at, i) => {
        const packet = asked[at]?.packet ?? '';
        if (packets[packets.length - 1] === packet) return;
        packets.push(packet);
        starts.push(file.starts[i] ?? 1);
      });
      return { form: slug, packets, starts, bytes: file.bytes, sha256: file.sha256, pages: file.pages };
    });
  });
}

/** `form_cr-400_001.pdf`: numbered through the batch. */
export function formVolumeName(form: string, number: number): string {
  return `form_${form}_${String(number).padStart(3, '0')}.pdf`;
}

/** The form of such a file by its name; undefined for a form that is one packet's own. */
export function formOfVolume(path: string): string | undefined {
  return /^form_([^/]+)_\d{3,}\.pdf$/.exec(path)?.[1];
}
