import { createHash } from 'node:crypto';
import { type History, printCitation, printDate } from '@clearway/record';
import { historiesOf } from '../history/histories-of';
import { type Mapping, readMapping, shippedMappingText } from '../mapping/read-mapping';
import { type CourtExtract } from '../reading/court-extract';
import { readExtract } from '../reading/read-extract';

/** The shipped ones, read once: thousands of invented files go through them. */
const shipped = new Map<string, Mapping>();

function mappingOf(mapping: string): Mapping {
  const read = shipped.get(mapping) ?? readMapping(mapping.includes('\n') ? mapping : shippedMappingText(mapping));
  if (!mapping.includes('\n')) shipped.set(mapping, read);
  return read;
}

/** Reads a text or bytes by a mapping: the name of a shipped one, or its text. */
export function extractOf(file: string | Uint8Array, mapping: string): CourtExtract {
  return readExtract(typeof file === 'string' ? Buffer.from(file) : file, mappingOf(mapping));
}

export function historiesFrom(file: string | Uint8Array, mapping: string): History[] {
  const sha256 = createHash('sha256').update(file).digest('hex');
  return [...historiesOf(extractOf(file, mapping), { file: 0, sha256 })];
}

/** Each count in one line: line of the file, person, case, charge, what became of it. */
export function describeHistories(histories: readonly History[]): string[] {
  return histories.flatMap((history) =>
    history.cycles.flatMap(({ steps }) =>
      steps.flatMap(({ counts, date, agency }) =>
        counts.map(({ order, rows, caseNumbers, charged, dispositions, sentences }) =>
          [
            `${rows.map(({ line }) => line).join('+')}: ${history.name} ${history.birthDates.map(printDate).join('/')}`.trim(),
            `${agency.name} #${caseNumbers.map(({ number }) => number).join('/')} ${order.slice(0, 9)}`.trim(),
            charged.problem ?? charged.offences.map(printCitation).join(', '),
            printDate(date),
            ...dispositions.map(({ kind, severity }) => `${kind} ${severity}`),
            ...sentences.map(({ length, unit, place }) => `${length}${unit} ${place}`),
          ].join(' | '),
        ),
      ),
    ),
  );
}
