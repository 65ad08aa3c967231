import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { chmod, mkdir, open, readFile, readdir, rename, rm, stat, statfs, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CodedError, PoisonError, TransientError } from '@clearway/platform';
import { canonicalJson } from './canonical-json';
import { diskError, list, missing, secure, syncFolder } from './files-on-disk';
import { Leaving } from './leaving';

export interface StoredContent {
  /** Lower-case hexadecimal SHA-256 of the bytes. */
  readonly sha256: string;
  readonly bytes: number;
  /** False when the bytes were there already. */
  readonly added: boolean;
}

/** A file within the store's folder, finished, and what its writer counted. */
export interface FinishedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface PutOptions {
  /** Who needs it, `OFFICE/RUN`: it is kept until the owner lets go. */
  readonly pin?: string;
  /** Refuse other bytes than these. */
  readonly expect?: string;
  readonly signal?: AbortSignal;
}

/** Files that are brought to the disk at the same time. */
const ADOPTED_AT_ONCE = 16;

const SHA256 = /^[0-9a-f]{64}$/;
const OWNER = /^[a-z0-9][a-z0-9-]{0,39}\/[A-Za-z0-9-]{1,64}$/;

/**
 * Files by their SHA-256 in one folder, immutable, readable by their owner only. A file appears under its name only when
 * every byte is on the disk.
 *
 *     FOLDER/blobs/ab/abcdef...   the bytes
 *     FOLDER/pins/OFFICE/RUN/...  an empty file for each hash that this owner needs
 *     FOLDER/new/...              being written
 *     FOLDER/leaving/abcdef...    a mark: perhaps being removed
 *     FOLDER/work/NAME/...        where a stage writes before its files are adopted
 */
export class ContentStore {
  private made = false;
  private readonly leaving: Leaving;

  constructor(
    private readonly folder: string,
    private readonly keepFreeBytes = 0,
  ) {
    this.leaving = new Leaving(join(folder, 'leaving'));
  }

  /** Streams the bytes in; returns their hash. Same bytes twice are stored once. */
  async put(source: Uint8Array | AsyncIterable<Uint8Array>, options: PutOptions = {}): Promise<StoredContent> {
    await this.make();
    const hash = createHash('sha256');
    const temporary = join(this.folder, 'new', randomBytes(12).toString('hex'));
    let bytes = 0;
    try {
      const file = await open(temporary, 'wx', 0o600);
      try {
        for await (const chunk of source instanceof Uint8Array ? [source] : source) {
          options.signal?.throwIfAborted();
          hash.update(chunk);
          bytes += chunk.byteLength;
          await file.writeFile(chunk);
        }
        await file.sync();
      } finally {
        await file.close();
      }
      const sha256 = hash.digest('hex');
      if (options.expect !== undefined && options.expect !== sha256) {
        throw new CodedError(
          'content.hash-differs',
          'the bytes received are not those that were announced: send the file again',
        );
      }
      if (options.pin !== undefined) await this.pin(sha256, options.pin);
      return { sha256, bytes, added: await this.keep(temporary, sha256) };
    } catch (error) {
      await rm(temporary, { force: true });
      throw diskError(error);
    }
  }

  /**
   * Takes files in that somebody wrote and hashed within the store's own folder (`workFolder`): they are moved, not copied. Each is
   * on the disk before it appears under its name; one that is there already is dropped. After a crash some are taken in,
   * and the others are made again.
   */
  async adopt(files: readonly FinishedFile[], options: Pick<PutOptions, 'pin' | 'signal'> = {}): Promise<void> {
    await this.make();
    const shelves = new Set<string>();
    for (let from = 0; from < files.length; from += ADOPTED_AT_ONCE) {
      options.signal?.throwIfAborted();
      await Promise.all(
        files.slice(from, from + ADOPTED_AT_ONCE).map(async ({ path, sha256, bytes }) => {
          await secure(path, bytes);
          if (options.pin !== undefined) await this.pin(sha256, options.pin);
          if (await this.move(path, sha256)) shelves.add(dirname(this.pathOf(sha256)));
        }),
      );
    }
    for (const shelf of shelves) await syncFolder(shelf);
  }

  /** An empty folder of this name on the disk of the store: what is written there can be adopted. The name has the run's id; the caller removes the folder. */
  async workFolder(name: string): Promise<string> {
    const path = join(this.folder, 'work', name);
    await rm(path, { recursive: true, force: true });
    await mkdir(path, { recursive: true, mode: 0o700 });
    return path;
  }

  /** A JSON value as canonical text (keys in code-unit order), so that equal values have equal hashes. */
  async putJson(value: unknown, options: PutOptions = {}): Promise<StoredContent> {
    return this.put(Buffer.from(canonicalJson(value), 'utf8'), options);
  }

  async readJson(sha256: string): Promise<unknown> {
    return JSON.parse((await this.read(sha256)).toString('utf8'));
  }

  /** All bytes; throws `content.missing` (poison: nobody will bring them back). */
  async read(sha256: string): Promise<Buffer> {
    return readFile(this.pathOf(sha256)).catch((error: unknown) => {
      throw missing(error);
    });
  }

  /** A stream of a range, `end` exclusive. */
  async openRange(sha256: string, start = 0, end?: number): Promise<ReadStream> {
    const size = await this.sizeOf(sha256);
    const last = Math.min(end ?? size, size) - 1;
    if (start < 0 || (start > last && size > 0))
      throw new CodedError('content.bad-range', 'the range does not lie within the file: ask for bytes that it has');
    return createReadStream(this.pathOf(sha256), size === 0 ? {} : { start, end: last });
  }

  /** Bytes `start` to `end` (exclusive) in memory: one person out of a batch. */
  async readRange(sha256: string, start: number, end: number): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of await this.openRange(sha256, start, end)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  async sizeOf(sha256: string): Promise<number> {
    return stat(this.pathOf(sha256)).then(
      ({ size }) => size,
      (error: unknown) => {
        throw missing(error);
      },
    );
  }

  async has(sha256: string): Promise<boolean> {
    return stat(this.pathOf(sha256)).then(
      () => true,
      () => false,
    );
  }

  /** Where the bytes lie, for readers that open the file themselves. It must never be written. */
  pathOf(sha256: string): string {
    if (!SHA256.test(sha256))
      throw new PoisonError('content.bad-hash', 'a content hash has 64 lower-case hexadecimal digits');
    return join(this.folder, 'blobs', sha256.slice(0, 2), sha256);
  }

  async pin(sha256: string, owner: string): Promise<void> {
    const file = join(this.pinsOf(owner), sha256);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await (await open(file, 'w', 0o600)).close();
    await this.leaving.over(sha256);
  }

  /**
   * The owner lets go of everything, and what nobody else pins is destroyed now, with the work folders that carry the name
   * of the run. Returns how many files were.
   */
  async release(owner: string): Promise<number> {
    const held = await this.pinnedBy(owner);
    await this.unpinAll(owner);
    const [, run = ''] = owner.split('/');
    for (const name of await list(join(this.folder, 'work')))
      if (name.includes(run)) await rm(join(this.folder, 'work', name), { recursive: true, force: true });
    // Most of what another run holds too is so known before anything is marked.
    const before = await this.pinned();
    const perhaps = held.filter((sha256) => !before.has(sha256));
    return this.leaving.while(perhaps, async () => {
      const pinned = await this.pinned();
      const unneeded = perhaps.filter((sha256) => !pinned.has(sha256));
      for (const sha256 of unneeded) await rm(this.pathOf(sha256), { force: true });
      return unneeded.length;
    });
  }

  /** The owner needs nothing any more; `sweep` then removes what nobody needs. */
  async unpinAll(owner: string): Promise<void> {
    await rm(this.pinsOf(owner), { recursive: true, force: true });
  }

  async pinnedBy(owner: string): Promise<string[]> {
    return (await readdir(this.pinsOf(owner)).catch(() => [] as string[])).sort();
  }

  /** Removes blobs that nobody pins, half-written files and work folders that a killed process left, all older than `graceMilliseconds`; returns how many. */
  async sweep(now: Date, graceMilliseconds: number): Promise<number> {
    const pinned = await this.pinned();
    let removed = 0;
    const removeOld = async (file: string): Promise<void> => {
      const age = await stat(file).then(
        ({ mtimeMs }) => now.getTime() - mtimeMs,
        () => -1,
      );
      if (age < graceMilliseconds) return;
      await rm(file, { recursive: true, force: true });
      removed += 1;
    };
    for (const name of await list(join(this.folder, 'work'))) await removeOld(join(this.folder, 'work', name));
    for (const name of await list(join(this.folder, 'new'))) await removeOld(join(this.folder, 'new', name));
    for (const shelf of await list(join(this.folder, 'blobs'))) {
      for (const sha256 of await list(join(this.folder, 'blobs', shelf))) {
        if (!pinned.has(sha256)) await removeOld(join(this.folder, 'blobs', shelf, sha256));
      }
    }
    return removed;
  }

  /** Throws `disk.full` (transient) unless `bytes` more fit and the reserve stays free. */
  async ensureFree(bytes: number): Promise<void> {
    await this.make();
    const { bavail, bsize } = await statfs(this.folder);
    const free = bavail * bsize;
    if (free - bytes < this.keepFreeBytes) {
      const megabytes = Math.ceil((bytes + this.keepFreeBytes - free) / 1_048_576);
      throw new TransientError(
        'disk.full',
        `the disk of the content store lacks ${megabytes} MB: free some space and try again`,
      );
    }
  }

  private async pinned(): Promise<Set<string>> {
    const pinned = new Set<string>();
    for (const office of await list(join(this.folder, 'pins'))) {
      for (const run of await list(join(this.folder, 'pins', office))) {
        for (const sha256 of await list(join(this.folder, 'pins', office, run))) pinned.add(sha256);
      }
    }
    return pinned;
  }

  private async keep(temporary: string, sha256: string): Promise<boolean> {
    const added = await this.move(temporary, sha256);
    if (added) await syncFolder(dirname(this.pathOf(sha256)));
    return added;
  }

  /** False when the bytes were there already. */
  private async move(file: string, sha256: string): Promise<boolean> {
    await this.leaving.over(sha256);
    const target = this.pathOf(sha256);
    if (await this.has(sha256)) {
      const now = new Date();
      await utimes(target, now, now);
      await rm(file, { force: true });
      return false;
    }
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await rename(file, target);
    return true;
  }

  private pinsOf(owner: string): string {
    if (!OWNER.test(owner)) throw new CodedError('content.bad-owner', 'the owner of a pin is written OFFICE/RUN');
    return join(this.folder, 'pins', owner);
  }

  private async make(): Promise<void> {
    if (this.made) return;
    for (const part of ['blobs', 'pins', 'new']) await mkdir(join(this.folder, part), { recursive: true, mode: 0o700 });
    await chmod(this.folder, 0o700);
    this.made = true;
  }
}
