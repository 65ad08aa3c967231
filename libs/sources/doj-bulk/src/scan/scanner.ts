import { type RecordLimits } from '../bytes/record-scan';
import { ROOM, ScanMemory } from '../bytes/scan-memory';
import { compiledScript, WorkerCrew } from '../threads/worker-crew';
import { type LineStretch, Slots } from './line-stretches';
import { type ScanOptions } from './scan-population';
import {
  type DigestJob,
  type HashJob,
  membersFor,
  type ScanDone,
  type ScanJob,
  ScanMember,
  type ScanWorkerData,
  slotsOf,
  StretchHash,
} from './scan-slots';
import { type StretchFindings } from './stretch-findings';

const BUFFER_BYTES = 1 << 20;

type DoJob = (job: ScanJob) => Promise<ScanDone>;

/** Looks at stretches of files, in threads or in this one, and hashes them. */
export class Scanner {
  private constructor(
    /** The buffers in which stretches are. */
    readonly slots: Slots,
    private readonly finding: DoJob,
    private readonly hashing: (job: HashJob | DigestJob) => Promise<ScanDone>,
    readonly close: () => Promise<void>,
  ) {}

  static open(options: Pick<ScanOptions, 'bufferBytes' | 'crew' | 'threads'>, limits: RecordLimits): Scanner {
    const slotBytes = (options.bufferBytes ?? BUFFER_BYTES) + 1;
    const script = compiledScript(__filename, 'scan-worker');
    const threads = options.crew?.threads ?? (script ? (options.threads ?? 2) : 0);
    const count = threads + 3;
    const readers = Math.max(1, threads);
    const memory = ScanMemory.allocate(count * (slotBytes + ROOM), readers);
    const slots = new Slots(slotsOf(memory, count, slotBytes, readers));
    const data: ScanWorkerData = { memory, readers, slots: count, slotBytes, limits };
    if (threads === 0 || !script) {
      const member = new ScanMember(data, 0);
      const here: DoJob = (job) => Promise.resolve(member.do(job));
      return new Scanner(slots, here, here, () => Promise.resolve());
    }
    const own = options.crew ? undefined : new WorkerCrew<ScanJob, ScanDone>(script, threads, data);
    options.crew?.begin(data);
    const crew: DoJob = (job) => options.crew?.run(job) ?? own!.run(job, ...membersFor(job, threads));
    // A thread that is alone has enough to do with finding records: this one hashes.
    const hash = new StretchHash(slots.buffers);
    const hashing = (job: HashJob | DigestJob): Promise<ScanDone> => Promise.resolve(hash.do(job));
    return new Scanner(slots, crew, threads > 1 ? crew : hashing, () => own?.close() ?? Promise.resolve());
  }

  async find({ slot, length, final }: LineStretch, from: number): Promise<StretchFindings> {
    const done = await this.finding({ kind: 'find', slot, from, length, final });
    if (done.kind !== 'found') throw new Error('a thread answered another question');
    return done.findings;
  }

  /** The stretch follows the ones before in its file. */
  async hash({ slot, length }: LineStretch): Promise<void> {
    await this.hashing({ kind: 'hash', slot, length });
  }

  /** SHA-256 of the stretches since the last digest, hex. */
  async digest(): Promise<string> {
    const done = await this.hashing({ kind: 'digest' });
    if (done.kind !== 'digested') throw new Error('a thread answered another question');
    return done.sha256;
  }
}
