import { createHash } from 'node:crypto';
import { type CourtFiling } from '../courts/court-profile';
import { type FilingOptions, prosecutorOf } from '../filing/filing-options';
import { type FilingLine, type Packet } from '../filing/filing-plan';
import { holdsBack } from '../paper/conviction-list';
import { NO_FORMS, type FormSource } from '../packet/form-source';
import { sealNumberOf } from '../packet/seal-number';
import { DRAWING_EDITION } from './drawing-edition.generated';

/**
 * SHA-256 of everything that a packet's papers are drawn from: lines, office, policy, words, the court's way of taking papers, editions
 * of forms, fonts, edition of the drawing code. The same digest means the same bytes. Holds nothing of the state's record that is not on
 * the papers, but where the complete list is under seal: then its number is in it, so that nobody finds a name by trying.
 */
export function packetInputs(
  packet: Packet,
  options: FilingOptions,
  filing: CourtFiling,
  forms: FormSource = NO_FORMS,
): string {
  const { id, kind, courthouse, agency, lines } = packet;
  // The data file, the joining to volumes and the name of the office are the batch's and not the papers'.
  const { office: _office, prosecutors: _prosecutors, ...printed } = options;
  const { dataFile: _data, delivery: _delivery, ...way } = filing;
  const editions = filing.papers.map((each) => {
    if (typeof each === 'string') return '';
    const edition = forms.edition(each.form);
    return 'refused' in edition ? edition.refused : edition.sha256;
  });
  const hash = createHash('sha256').update(
    JSON.stringify([
      DRAWING_EDITION,
      printed,
      prosecutorOf(options, agency),
      way,
      editions,
      id,
      kind,
      courthouse.name,
      courthouse.address ?? [],
      agency,
      new Set(lines.map(({ person }) => person)).size,
      holdsBack(filing) ? sealNumberOf(packet) : '',
    ]),
  );
  for (const line of lines) hash.update(`\n${JSON.stringify(printedLine(line))}`);
  return hash.digest('hex');
}

/** What a line says on paper. */
function printedLine(line: FilingLine): readonly unknown[] {
  return [
    line.line,
    line.caseNumber,
    line.formerCaseNumber,
    line.courtOfRecord,
    line.otherCaseNumbers,
    line.name,
    line.otherNames ?? [],
    line.severity ?? '',
    line.count,
    line.citation,
    line.chargeText,
    line.convictedOn,
    line.relief,
    line.effect,
    line.authority,
    line.floorOnly,
  ];
}
