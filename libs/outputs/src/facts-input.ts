import { FactsFileError, type FactsRow, factsRowsOf, readFactsFile, type UnreadRow } from '@clearway/case-facts';
import {
  chooseFactsMapping,
  FACT_REJECT_WORDS,
  type FactsReading,
  NO_FACT_WORDS,
  readFacts,
  readMapping,
  shippedMappingText,
} from '@clearway/court-extract';

/** What a facts file says, or a list of what already happened that a shipped mapping reads. */
export interface FactsInput {
  readonly rows: readonly FactsRow[];
  readonly unread: readonly UnreadRow[];
}

/**
 * Reads a facts file, or a list with the columns of a shipped mapping and numbers of people. Throws a FactsFileError with every problem by
 * line.
 *
 * @param file index among the facts files of the run
 */
export function readFactsInput(bytes: Uint8Array, file: number, name: string): FactsInput {
  try {
    return { rows: readFactsFile(bytes, file, name), unread: [] };
  } catch (error) {
    if (!(error instanceof FactsFileError) || !hasOtherColumns(error)) throw error;
    const chosen = chooseFactsMapping(bytes);
    const mapping = chosen === undefined ? undefined : readMapping(shippedMappingText(chosen));
    if (mapping?.list === undefined) throw error;
    const reading = readFacts(bytes, mapping, mapping.list, name);
    const { rows, unread } = factsRowsOf(reading.facts, file);
    return { rows, unread: [...unread, ...unreadRowsOf(reading, file)] };
  }
}

/** Rows of a list that were rejected, or say of nothing that was done. */
export function unreadRowsOf({ rejected, without }: FactsReading, file: number): readonly UnreadRow[] {
  return [
    ...rejected.map(({ line, reason, column }) => ({
      file,
      line,
      reason: 'rejected',
      cure: `${column === '' ? '' : `${column}: `}${FACT_REJECT_WORDS[reason]}`,
    })),
    ...without.map(({ line, reason }) => ({ file, line, reason: `no fact: ${reason}`, cure: NO_FACT_WORDS[reason] })),
  ];
}

function hasOtherColumns({ problems }: FactsFileError): boolean {
  return problems.every(({ code }) => code === 'facts.unknown-column' || code === 'facts.missing-column');
}
