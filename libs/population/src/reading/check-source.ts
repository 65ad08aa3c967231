import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';
import { readRapSheet, readSheetFile } from '@clearway/rap-sheet';
import { SourceFileError } from '../errors';
import { SAMPLE_BYTES } from '../kind/choose-mapping';
import { isOfReader, mappingOf, unpacked } from './read-other-file';

/** Why a file cannot be read as one person's RAP sheet, as a run would say; undefined of one that can. */
export async function sheetProblem(path: string, name: string, signal?: AbortSignal): Promise<string | undefined> {
  try {
    readRapSheet(await readSheetFile(unpacked(readFileSync(path), name), signal ? { signal } : {}));
    return undefined;
  } catch (error) {
    if (isOfReader(error) || error instanceof SourceFileError) return error.message;
    throw error;
  }
}

/**
 * Why nothing reads a court's export that came without a mapping, as a run would say: a mapping is looked for in the same first
 * lines. Undefined of one that is read, and of what can only be told from the whole file, as of a workbook.
 */
export function mappingProblem(path: string, name: string): string | undefined {
  const first = firstLines(path);
  if (first === undefined || (first[0] === 0x50 && first[1] === 0x4b)) return undefined;
  try {
    mappingOf(first, name);
    return undefined;
  } catch (error) {
    if (isOfReader(error) || error instanceof SourceFileError) return error.message;
    throw error;
  }
}

/** What stands before the end of the sample, unpacked; undefined where so much is not known to be there. */
function firstLines(path: string): Buffer | undefined {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const head = Buffer.alloc(Math.min(size, 4 * SAMPLE_BYTES));
    readSync(file, head, 0, head.length, 0);
    const packed = head[0] === 0x1f && head[1] === 0x8b;
    const text = packed
      ? gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1100 * 4 * SAMPLE_BYTES })
      : head;
    const whole = head.length === size;
    return whole || (text.lastIndexOf(0x0a, SAMPLE_BYTES) > 0 && text.length > SAMPLE_BYTES) ? text : undefined;
  } catch {
    return undefined; // damaged: the run says how
  } finally {
    closeSync(file);
  }
}
