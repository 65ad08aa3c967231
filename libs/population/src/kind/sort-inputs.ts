import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { type StateFile } from '@clearway/doj-bulk';
import { SourceFileError } from '../errors';
import { type ChosenMapping } from './choose-mapping';
import { HEAD_BYTES, isBlank, kindOfContent } from './kind-of-content';

/** An input of a run, of any kind. */
export interface SourceInput {
  readonly path: string;
  /** Default: the last part of the path. */
  readonly name?: string;
  /** How a court's export is read; what has one is a court's export. */
  readonly mapping?: ChosenMapping;
}

export type OtherKind = 'court-extract' | 'rap-sheet';

/** An input that is no state file. Which mapping reads an extract is settled when it is read whole. */
export interface OtherInput {
  readonly path: string;
  readonly name: string;
  readonly kind: OtherKind;
  readonly mapping?: ChosenMapping;
}

/** Inputs by kind: state files in their order, then the others in theirs. A run numbers its files so. */
export interface SortedInputs {
  readonly state: readonly StateFile[];
  readonly others: readonly OtherInput[];
}

const EMPTY =
  'it is empty. Nothing in it says what kind of file it is: fetch it again from where it came, or leave it out.';

/**
 * Tells kinds by content. What cannot be opened is left to the reader of state files, which says so. Throws a SourceFileError when a
 * file is empty, and when a mapping was given for something that it cannot read.
 */
export function sortInputs(inputs: readonly SourceInput[]): SortedInputs {
  const state: StateFile[] = [];
  const others: OtherInput[] = [];
  for (const { path, name = basename(path), mapping } of inputs) {
    const head = headOf(path);
    const isEmpty = head !== undefined && isBlank(head);
    if (isEmpty && mapping === undefined) throw SourceFileError.of('source.empty', name, EMPTY);
    // With a mapping it is an export, whose reader says that it is empty.
    const content = isEmpty ? 'text' : head === undefined ? 'state-file' : kindOfContent(head);
    if (mapping) {
      if (content === 'state-file' || content === 'rap-sheet')
        throw SourceFileError.of(
          'source.mapping-unused',
          name,
          `a mapping was given for it, but it is ${content === 'state-file' ? 'a file of the state' : 'a RAP sheet'}. Leave --mapping out for this file.`,
        );
      if (mapping.mapping.reads !== 'record')
        throw SourceFileError.of(
          'source.done-list',
          name,
          'its mapping reads what was done to cases, not a record. Give it with --done.',
        );
    }
    if (content === 'state-file') state.push({ path, name });
    else
      others.push({
        path,
        name,
        kind: content === 'rap-sheet' ? 'rap-sheet' : 'court-extract',
        ...(mapping ? { mapping } : {}),
      });
  }
  return { state, others };
}

/** The first bytes, unpacked; undefined where they cannot be read. */
function headOf(path: string): Buffer | undefined {
  try {
    // Opening a pipe would wait until somebody writes to it.
    if (!statSync(path).isFile()) return undefined;
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(HEAD_BYTES);
      const head = bytes.subarray(0, readSync(file, bytes, 0, HEAD_BYTES, 0));
      if (head[0] !== 0x1f || head[1] !== 0x8b) return head;
      return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: HEAD_BYTES * 1100 }).subarray(
        0,
        HEAD_BYTES,
      );
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}
