import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  chooseFactsMapping,
  ExtractError,
  type FactKind,
  type FactsReading,
  readFacts,
  shippedMappingText,
} from '@clearway/court-extract';
import { SourceFileError } from '../errors';
import { type ChosenMapping, mappingFrom } from '../kind/choose-mapping';
import { isBlank } from '../kind/kind-of-content';

/** A list of what already happened, as it is given. */
export interface DoneListInput {
  readonly path: string;
  /** Default: the last part of the path. */
  readonly name?: string;
  readonly mapping?: ChosenMapping;
}

/** The same, read. */
export interface DoneList {
  readonly name: string;
  /** SHA-256 of the bytes as they lie on the disk, hex. */
  readonly sha256: string;
  readonly kind: FactKind;
  readonly mapping: ChosenMapping;
  readonly reading: FactsReading;
}

/**
 * Reads a list of what already happened, by the mapping that is given, else by the one that comes with Clearway and has its columns.
 * Rows may name people by name. Throws a SourceFileError that names the file, with the reader's code and cure.
 */
export function readDoneList({ path, name = basename(path), mapping: given }: DoneListInput): DoneList {
  const onDisk = bytesOf(path, name);
  const sha256 = createHash('sha256').update(onDisk).digest('hex');
  const bytes = onDisk[0] === 0x1f && onDisk[1] === 0x8b ? gunzipSync(onDisk) : onDisk;
  try {
    if (isBlank(bytes))
      throw SourceFileError.of('source.empty', name, 'the list is empty. Get it again, or leave --done out for it.');
    const mapping = given ?? mappingOf(bytes, name);
    const kind = mapping.mapping.list;
    if (kind === undefined)
      throw SourceFileError.of(
        'source.list-kind',
        name,
        'its mapping does not say what kind of list it is. Add a line "list:" with state-list-2019, filings-2020, court-grants or automatic-relief.',
      );
    return { name, sha256, kind, mapping, reading: readFacts(bytes, mapping.mapping, kind, name, { byName: true }) };
  } catch (error) {
    if (error instanceof ExtractError)
      throw new SourceFileError(error.code, name, `${name}: ${error.message}`, { cause: error });
    throw error;
  }
}

function mappingOf(bytes: Uint8Array, name: string): ChosenMapping {
  const chosen = chooseFactsMapping(bytes);
  if (chosen !== undefined) return mappingFrom(shippedMappingText(chosen), 'shipped');
  throw SourceFileError.of(
    'source.unknown-list',
    name,
    'no mapping that comes with Clearway reads this list. Propose one with "clearway sources guess", look at it, and give it with --mapping FILE=MAPPING.',
  );
}

function bytesOf(path: string, name: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new SourceFileError(
      'source.unreadable',
      name,
      `${name} cannot be read. Check that it is there and that you may read it.`,
      { cause: error },
    );
  }
}
