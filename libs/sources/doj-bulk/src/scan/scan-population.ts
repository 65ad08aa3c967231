import { closeSync, mkdirSync, openSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { RECORD_LIMITS, type RecordLimits } from '../bytes/record-scan';
import { StateFileError } from '../errors';
import { writeAll } from '../results/writing';
import { REJECTED_ROWS_HEADER } from '../rejected-rows';
import { type RejectReason } from '../rows/rejected-row';
import { RowReader } from '../rows/row-reader';
import { openByteSource } from './byte-source';
import { FileFindings } from './file-findings';
import { readHead } from './head-of-file';
import { lineStretches, type LineStretch } from './line-stretches';
import { PeopleFound } from './people-found';
import { PERSON_SCATTERED, type Population, type PopulationFile, type StateFile } from './population';
import { type ScanCrew } from './scan-slots';
import { Scanner } from './scanner';
import { findInStretch, type StretchFindings } from './stretch-findings';

export interface ScanOptions {
  /** An existing folder, or one that can be made, for what is unpacked and set aside. The caller removes it. */
  readonly workDir: string;
  /** Worker threads; 0 reads in this thread. */
  readonly threads?: number;
  /** Threads that are there already; without them `scanPopulation` starts its own, and ends them. */
  readonly crew?: ScanCrew;
  readonly signal?: AbortSignal;
  /** Bytes of the inputs read so far, and their sum. */
  readonly onProgress?: (read: number, of: number) => void;
  /** For tests: other limits of a record, and buffers so small that every edge is met. */
  readonly limits?: RecordLimits;
  readonly bufferBytes?: number;
}

const LINE_FEED = 0x0a;

/** Rows that must be looked at before a file without header and without one usable row is called something else. */
const ROWS_TO_JUDGE = 200;

/**
 * First pass over the inputs: finds every record's edges, who the people are and where their rows stand, the rejected rows,
 * hashes and counts. Memory grows with the people and the stretches of their rows, not with the bytes.
 *
 * Throws `StateFileError` for an input that cannot be used as a whole, and the signal's reason when it is aborted.
 */
export async function scanPopulation(inputs: readonly StateFile[], options: ScanOptions): Promise<Population> {
  const limits = options.limits ?? RECORD_LIMITS;
  mkdirSync(options.workDir, { recursive: true, mode: 0o700 });
  const rejectedRowsFile = join(options.workDir, 'rejected_rows.csv');
  const rejectedRows = openSync(rejectedRowsFile, 'w', 0o600);
  const people = new PeopleFound();
  const scanner = Scanner.open(options, limits);
  const files: { findings: FileFindings; sha256: string; bytes: number; path: string }[] = [];
  const sources: ReturnType<typeof openByteSource>[] = [];
  try {
    const reject = (text: string): void => writeAll(rejectedRows, Buffer.from(text, 'utf8'), 'rejected_rows.csv');
    reject(REJECTED_ROWS_HEADER);
    for (const [index, input] of inputs.entries())
      sources.push(openByteSource(input.path, nameOf(input), join(options.workDir, `unpacked-${index + 1}`)));
    sources.forEach(({ identity }, index) =>
      refuseTwice(
        sources.findIndex((each) => each.identity === identity),
        index,
        inputs,
      ),
    );
    const contents: string[] = [];
    const total = sources.reduce((sum, source) => sum + source.bytes, 0);
    let before = 0;
    for (const [index, source] of sources.entries()) {
      const findings = new FileFindings(index, nameOf(inputs[index]!), people, reject);
      const progress = (): void => options.onProgress?.(before + source.taken, total);
      const sha256 = await scanFile(source, findings, scanner, limits, options.signal, progress);
      before += source.bytes;
      contents.push(sha256);
      refuseTwice(contents.indexOf(sha256), index, inputs);
      files.push({ findings, sha256: source.packedSha256() ?? sha256, bytes: source.bytes, path: source.unpacked });
    }
  } finally {
    await scanner.close();
    for (const source of sources) source.close();
    closeSync(rejectedRows);
  }
  people.close(files.map(({ sha256 }) => sha256));
  return populationOf(files, people, rejectedRowsFile, options.workDir, limits);
}

/** A file that is there already would double every count of its people; which of the two was meant, only the caller knows. */
function refuseTwice(first: number, index: number, inputs: readonly StateFile[]): void {
  if (first === index) return;
  const [name, other] = [nameOf(inputs[index]!), nameOf(inputs[first]!)];
  throw new StateFileError(
    'state-file.twice',
    name,
    `${name} is ${name === other ? 'given twice' : `the same file as ${other}`}, and would count twice. Name each file once.`,
  );
}

/** Gives the SHA-256 of the unpacked bytes. */
async function scanFile(
  source: ReturnType<typeof openByteSource>,
  findings: FileFindings,
  scanner: Scanner,
  limits: RecordLimits,
  signal: AbortSignal | undefined,
  progress: () => void,
): Promise<string> {
  const mender = new StretchMender(findings, source.unpacked, limits);
  let failure: unknown;
  let last = Promise.resolve();
  let first = true;
  for await (const stretch of lineStretches(source, scanner.slots)) {
    signal?.throwIfAborted();
    if (failure) throw failure;
    if (first) findings.begin(readHead(stretch.buffer, stretch.length, findings.name));
    const from = first ? findings.head.bodyStart : stretch.midLine ? endOfLine(stretch) : 0;
    first = false;
    const found = scanner.find(stretch, from);
    const hashed = scanner.hash(stretch);
    const previous = last;
    last = (async () => {
      const [result] = await Promise.all([found, previous, hashed]);
      mender.add(stretch, result);
      scanner.slots.give(stretch.slot);
      progress();
    })();
    last.catch((error: unknown) => {
      failure ??= error;
      scanner.slots.give(stretch.slot);
    });
  }
  await last;
  signal?.throwIfAborted();
  judge(findings);
  findings.tieOut();
  return scanner.digest();
}

/**
 * Takes the stretches in order. Each was read as if a record began at its first line; where the one before ended inside a
 * quoted field that is not so, and the two are read again together.
 */
class StretchMender {
  private openAt = -1;
  private reader: RowReader | undefined;

  constructor(
    private readonly findings: FileFindings,
    private readonly path: string,
    private readonly limits: RecordLimits,
  ) {}

  add(stretch: LineStretch, speculated: StretchFindings): void {
    let base = stretch.base;
    let found = speculated;
    if (this.openAt >= 0) {
      base = this.openAt;
      const length = stretch.base + stretch.length - base;
      const bytes = readRange(this.path, base, length, this.findings.name);
      this.reader ??= new RowReader(this.limits);
      found = findInStretch(this.reader, bytes, 0, length, stretch.final);
    }
    this.findings.add(found, base);
    this.findings.size = stretch.base + stretch.length;
    this.openAt = found.openAt < 0 ? -1 : base + found.openAt;
    if (stretch.final)
      this.findings.lineEndAtEnd = stretch.length === 0 || stretch.buffer[stretch.length - 1] === LINE_FEED;
    if (!this.findings.head.header && this.findings.used === 0 && this.findings.rejected >= ROWS_TO_JUDGE)
      judge(this.findings);
  }
}

/** An input without one row that can be used is not a state file, or an empty one. */
function judge(findings: FileFindings): void {
  const { name, used, rejected } = findings;
  if (used > 0) return;
  if (rejected === 0)
    throw new StateFileError(
      'state-file.empty',
      name,
      findings.head.header
        ? `${name} is empty but for its header. Fetch the state file again, as it came.`
        : `${name} is empty. Nothing in it says what kind of file it is: fetch it again from where it came, or leave it out.`,
    );
  const [reason] = Object.entries(findings.rejectedBy).sort((one, other) => other[1] - one[1])[0]!;
  throw new StateFileError(
    'state-file.not-one',
    name,
    `${name} is not a state file: ${rejected === 1 ? 'its only row could not' : `not one of its first ${rejected} rows could`} be used (${JUDGED[reason as RejectReason]}). It must have 95 columns, as the Department of Justice sends it.`,
  );
}

const JUDGED: Readonly<Record<RejectReason, string>> = {
  'field-count': 'most have another number of fields',
  'bare-quote': 'most have stray quotation marks',
  'unclosed-quote': 'most have open quotation marks',
  'stray-return': 'most have carriage returns outside of quotes',
  'too-long': 'most are too long',
  'blank-subject-id': 'most have no SUBJECT_ID',
  'unusable-count-order': 'most have no CNT_ORDER of 9 to 12 digits',
};

function endOfLine(stretch: LineStretch): number {
  const lineFeed = stretch.buffer.indexOf(LINE_FEED);
  return lineFeed < 0 || lineFeed >= stretch.length ? stretch.length : lineFeed + 1;
}

function readRange(path: string, start: number, length: number, name: string): Buffer {
  const bytes = Buffer.allocUnsafe(length + 1);
  const file = openSync(path, 'r');
  try {
    for (let done = 0; done < length; ) {
      const count = readSync(file, bytes, done, length - done, start + done);
      if (count === 0)
        throw new StateFileError(
          'state-file.changed',
          name,
          `${name} changed while it was read. Start again when nothing writes to it.`,
        );
      done += count;
    }
  } finally {
    closeSync(file);
  }
  return bytes;
}

function populationOf(
  found: readonly { findings: FileFindings; sha256: string; bytes: number; path: string }[],
  people: PeopleFound,
  rejectedRowsFile: string,
  workDir: string,
  limits: RecordLimits,
): Population {
  const files = found.map(({ findings, sha256, bytes, path }): PopulationFile => {
    const { peopleHere, ...extents } = findings.extents();
    const { index, name, used, rejected, emptyLines, lines, filledLines, continuations, size } = findings;
    const counties = [...findings.counties].sort();
    return {
      index,
      name,
      path,
      sha256,
      bytes,
      size,
      used,
      rejected,
      emptyLines,
      lines,
      filledLines,
      counties,
      extents,
      continuationLines: continuations,
      cutShort: findings.lastRejected && !findings.lineEndAtEnd,
      header: findings.head.header,
      read: used + rejected,
      people: peopleHere.length,
    };
  });
  const flags = new Uint8Array(people.people);
  const rejectedOfNobody = people.flag(flags);
  const scattered = flagScattered(files, flags);
  const rejectedBy: Partial<Record<RejectReason, number>> = {};
  for (const { findings } of found)
    for (const [reason, count] of Object.entries(findings.rejectedBy))
      rejectedBy[reason as RejectReason] = (rejectedBy[reason as RejectReason] ?? 0) + count;
  const sum = (of: (file: PopulationFile) => number): number => files.reduce((total, file) => total + of(file), 0);
  return {
    files,
    flags,
    scattered,
    rejectedBy,
    rejectedOfNobody,
    rejectedRowsFile,
    workDir,
    limits,
    people: people.people,
    personId: (person) => people.personId(person),
    read: sum(({ read }) => read),
    used: sum(({ used }) => used),
    rejected: sum(({ rejected }) => rejected),
    emptyLines: sum(({ emptyLines }) => emptyLines),
    counties: [...new Set(files.flatMap(({ counties }) => counties))].sort(),
  };
}

function flagScattered(files: readonly PopulationFile[], flags: Uint8Array): number {
  const seen = new Uint8Array(flags.length);
  let scattered = 0;
  for (const { extents } of files)
    for (const person of extents.people) {
      if (seen[person] === 1) {
        flags[person] = flags[person]! | PERSON_SCATTERED;
        scattered++;
      }
      if (seen[person]! < 2) seen[person]!++;
    }
  return scattered;
}

function nameOf(input: StateFile): string {
  return input.name ?? basename(input.path);
}
