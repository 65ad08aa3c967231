import { ContentStore } from '@clearway/content-store';
import { type SourceKind } from '@clearway/contracts';
import { UnitOfWork } from '@clearway/messaging';
import { CodedError } from '@clearway/platform';
import { sheetProblem } from '@clearway/population';
import { Injectable } from '@nestjs/common';
import { Caller, NO_RUN } from '../identity/caller';
import { ApiProblem } from '../problems/api-problem';
import { kindOfFirst, looksLikeStateFile } from './first-bytes';
import { hashingUnpacked } from './unpacked-hash';

export interface UploadAnswer {
  readonly sha256: string;
  readonly bytes: number;
  /** False when the office had sent the same bytes before. */
  readonly added: boolean;
  /** What it is by its first bytes; null of what is no source. */
  readonly content: SourceKind | null;
}

/**
 * `source`: a record of whatever kind, told by its content. It, and what is said to be a state file, is looked at before it is taken;
 * the others are read when a run names them.
 */
export const UPLOAD_KINDS = ['source', 'state-file', 'contacts', 'facts', 'done-list', 'decisions', 'corrections'] as const;

export interface UploadRequest {
  readonly office: string;
  readonly kind: (typeof UPLOAD_KINDS)[number];
  readonly expect?: string;
  /** Bytes announced by `Content-Length`, for the check of the disk. */
  readonly length?: number;
  readonly signal: AbortSignal;
}

/** More at once would only be slower: each writes its file through one disk. */
const UPLOADS_AT_ONCE = 4;
/** Of one person; a larger one is looked at when a run reads it. */
const LARGEST_SHEET = 20_000_000;

/** Takes files in: bytes go straight to the content store while their hash is computed. */
@Injectable()
export class UploadsService {
  private underWay = 0;

  constructor(
    private readonly store: ContentStore,
    private readonly work: UnitOfWork,
    private readonly caller: Caller,
  ) {}

  async receive(source: AsyncIterable<Uint8Array>, request: UploadRequest): Promise<UploadAnswer> {
    if (this.underWay >= UPLOADS_AT_ONCE) {
      throw new ApiProblem(503, 'upload.busy', `${UPLOADS_AT_ONCE} uploads are under way already; send this one again when one of them has ended.`, undefined, 5);
    }
    this.underWay += 1;
    try {
      await this.store.ensureFree(request.length ?? 0);
      let content: SourceKind | null = null;
      let unpacked: string | undefined;
      const looked = checked(source, request.kind, (found) => (content = found));
      const { sha256, bytes } = await this.store.put(hashingUnpacked(looked, (hash) => (unpacked = hash)), {
        ...(request.expect === undefined ? {} : { expect: request.expect }),
        signal: request.signal,
      });
      if (content === 'rap-sheet' && bytes <= LARGEST_SHEET) await this.refuseWhatIsNoSheet(sha256, request.signal);
      // Pinned by its own hash, so that one upload can be let go without the others.
      await this.store.pin(sha256, uploadPin(request.office, sha256));
      return { sha256, bytes, added: await this.record(request.office, sha256, bytes, unpacked ?? null), content };
    } catch (error) {
      if (request.signal.aborted) throw new ApiProblem(400, 'upload.interrupted', 'The upload ended before its last byte; nothing was kept. Send the whole file again.');
      if (error instanceof CodedError && error.code === 'content.hash-differs') {
        throw new ApiProblem(422, 'upload.hash-differs', 'The bytes received do not have the hash that was announced; nothing was kept. Send the file again.');
      }
      throw error;
    } finally {
      this.underWay -= 1;
    }
  }

  /** Any PDF may be a sheet by its first bytes: whether it has a sheet's marks stands in its text. */
  private async refuseWhatIsNoSheet(sha256: string, signal: AbortSignal): Promise<void> {
    const problem = await sheetProblem(this.store.pathOf(sha256), 'the file', signal);
    if (problem !== undefined) throw new ApiProblem(422, 'upload.not-a-source', `This cannot be read as a RAP sheet: ${problem}`);
  }

  private async record(office: string, sha256: string, bytes: number, unpacked: string | null): Promise<boolean> {
    const actor = this.caller.actor();
    return this.work.run({ office, run: NO_RUN, revision: 1, actor, causation: null }, async (transaction) => {
      const added = await transaction.query(
        'INSERT INTO upload (office, sha256, bytes, unpacked_sha256, uploaded_by) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING 1',
        [office, sha256, bytes, unpacked, actor],
      );
      if (added.length > 0) await transaction.audit('file.uploaded', { after: sha256 });
      return added.length > 0;
    });
  }
}

/** The owner under which an upload is pinned. */
export function uploadPin(office: string, sha256: string): string {
  return `${office}/upload-${sha256.slice(0, 48)}`;
}

/** Refuses an empty body and, for a source, bytes that cannot be one, as soon as enough of them are there. */
async function* checked(source: AsyncIterable<Uint8Array>, kind: UploadRequest['kind'], found: (content: SourceKind) => void): AsyncGenerator<Uint8Array> {
  const look = (first: Buffer): void => {
    if (kind === 'state-file' || kind === 'source') found(sourceKindOf(first, kind));
  };
  const held: Uint8Array[] = [];
  let size = 0;
  let decided = false;
  for await (const chunk of source) {
    if (chunk.byteLength === 0) continue;
    if (decided) {
      yield chunk;
      continue;
    }
    held.push(chunk);
    size += chunk.byteLength;
    if ((kind === 'state-file' || kind === 'source') && size < FIRST_BYTES) continue;
    decided = true;
    look(Buffer.concat(held));
    yield* held;
  }
  if (decided) return;
  if (size === 0) throw new ApiProblem(422, 'upload.empty', 'The file is empty; send the file as the body of the request.');
  look(Buffer.concat(held));
  yield* held;
}

const FIRST_BYTES = 64 * 1024;

function sourceKindOf(first: Buffer, kind: 'source' | 'state-file'): SourceKind {
  const found = kind === 'state-file' ? (looksLikeStateFile(first) ? 'state-file' : null) : kindOfFirst(first);
  if (found === 'state-file' || (found !== null && kind === 'source')) return found;
  throw kind === 'state-file'
    ? new ApiProblem(
        422,
        'upload.not-a-state-file',
        'This does not look like a criminal-history file of the state: its records have 95 fields divided by commas (.dat or .csv, or such a file as .gz). Send the file as the state delivered it.',
      )
    : new ApiProblem(
        422,
        'upload.not-a-source',
        "This is no file of the state, no table of a court's case system (CSV, TSV, fixed width, XLSX) and no RAP sheet (text or PDF), also not packed as .gz. Send the file as its owner delivered it.",
      );
}
