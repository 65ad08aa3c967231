import { createHash, type Hash } from 'node:crypto';
import { closeSync, createReadStream, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { StateFileError } from '../errors';
import { writeAll } from '../results/writing';

/** The bytes of an input in order, unpacked. */
export interface ByteSource {
  /** Bytes on the disk. */
  readonly bytes: number;
  /** Of those, the ones taken so far. */
  readonly taken: number;
  /** A file that has the unpacked bytes read so far. */
  readonly unpacked: string;
  /** Fills `into` from `from` on; 0 at the end of the file. */
  read(into: Buffer, from: number): Promise<number>;
  /** SHA-256 of the bytes on the disk, hex, once everything was read; nothing where they are those that were read. */
  packedSha256(): string | undefined;
  /** Which file of the disk it is, whatever path leads to it. */
  readonly identity: string;
  close(): void;
}

/** Opens a state file, packed (known by its first bytes, not by its name) or not. */
export function openByteSource(path: string, name: string, unpackTo: string): ByteSource {
  let file: number;
  try {
    // Before it is opened: opening a pipe waits until somebody writes to it.
    if (!statSync(path).isFile())
      throw new StateFileError(
        'state-file.unreadable',
        name,
        `${name} is not a file on a disk. Give the state file itself, not a folder and not a pipe: it is read twice.`,
      );
    file = openSync(path, 'r');
  } catch (error) {
    throw error instanceof StateFileError ? error : cannotOpen(error, name);
  }
  const stat = fstatSync(file);
  const magic = Buffer.alloc(2);
  const packed = readSync(file, magic, 0, 2, 0) === 2 && magic[0] === 0x1f && magic[1] === 0x8b;
  if (!packed) return new PlainSource(path, file, stat);
  closeSync(file);
  return new PackedSource(path, name, stat, unpackTo);
}

function identityOf({ dev, ino }: Stats): string {
  return `${dev}/${ino}`;
}

function cannotOpen(error: unknown, name: string): StateFileError {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? new StateFileError('state-file.missing', name, `${name}: there is no such file. Check the path.`)
    : new StateFileError(
        'state-file.unreadable',
        name,
        `${name} cannot be opened (${code ?? 'unknown reason'}). Check that you may read it.`,
      );
}

class PlainSource implements ByteSource {
  taken = 0;
  readonly bytes: number;
  readonly identity: string;

  constructor(
    readonly unpacked: string,
    private readonly file: number,
    stat: Stats,
  ) {
    this.bytes = stat.size;
    this.identity = identityOf(stat);
  }

  read(into: Buffer, from: number): Promise<number> {
    const count = readSync(this.file, into, from, into.length - from, this.taken);
    this.taken += count;
    return Promise.resolve(count);
  }

  packedSha256(): undefined {
    return undefined;
  }

  close(): void {
    closeSync(this.file);
  }
}

class PackedSource implements ByteSource {
  taken = 0;
  readonly bytes: number;
  readonly identity: string;
  private readonly hash: Hash = createHash('sha256');
  private readonly copy: number;
  private readonly chunks: AsyncIterator<Buffer>;
  private readonly input: ReturnType<typeof createReadStream>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(
    path: string,
    private readonly name: string,
    stat: Stats,
    readonly unpacked: string,
  ) {
    this.bytes = stat.size;
    this.identity = identityOf(stat);
    this.copy = openSync(unpacked, 'w', 0o600);
    this.input = createReadStream(path, { highWaterMark: 1 << 18 });
    this.input.on('data', (part) => {
      this.hash.update(part);
      this.taken += part.length;
    });
    const unpack = createGunzip({ chunkSize: 1 << 18 });
    this.input.on('error', (error) => unpack.destroy(error));
    // It unpacks ahead of its turn: what fails before anybody reads is told by the first read, and is no error that nobody catches.
    unpack.on('error', () => undefined);
    this.chunks = this.input.pipe(unpack)[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  async read(into: Buffer, from: number): Promise<number> {
    if (this.rest.length === 0) {
      const next = await this.chunks.next().catch((error: NodeJS.ErrnoException) => {
        throw new StateFileError(
          'state-file.gzip',
          this.name,
          `${this.name} cannot be unpacked (${error.code ?? 'unknown reason'}): it is damaged or not complete. Fetch it again.`,
        );
      });
      if (next.done) return 0;
      this.rest = next.value;
      writeAll(this.copy, this.rest, `the unpacked copy of ${this.name}`);
    }
    const count = Math.min(this.rest.length, into.length - from);
    this.rest.copy(into, from, 0, count);
    this.rest = this.rest.subarray(count);
    return count;
  }

  packedSha256(): string {
    return this.hash.digest('hex');
  }

  close(): void {
    this.input.destroy();
    closeSync(this.copy);
  }
}
