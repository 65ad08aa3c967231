import { countyNamed, type PlanSettings } from './plan-person';
import { dayNumber } from './calendar';
import { COLUMNS } from './columns';
import { chooseKinds } from './kinds';
import { LinkedFiles } from './linked/linked-files';
import { peopleOf, recordsOf } from './people';
import { type PersonPlan } from './plan';
import { Random } from './random';
import { type ByteString, writeRows } from './rows';
import { RowPool } from './row-pool';
import { type TrueFile, type TruePerson, truthOf } from './truth';

export interface SynthesisOptions {
  /** One of California's 58, in any case. */
  readonly county: string;
  /** Records wanted; whole people are made, so that the file has up to one person more. */
  readonly rows: number;
  /** The same options and seed give the same bytes. */
  readonly seed: number;
  /** Names of kinds; default all. `['none']` gives ordinary records only. Each kind chosen occurs at least once when the file has enough people. */
  readonly kinds?: readonly string[];
  /** Share of the people whose rows are scattered over the file, 0 to 1. 1: every row stands anywhere. */
  readonly scatter?: number;
  readonly newline?: 'lf' | 'crlf';
  /** `extra-comma`: the header line has one field too many, as some of the state's files. */
  readonly header?: 'plain' | 'none' | 'extra-comma';
  /** Begin with a UTF-8 byte order mark. */
  readonly bom?: boolean;
  /** The day on which the state drew the file, `YYYY-MM-DD`; default 2020-07-01. */
  readonly asOf?: string;
  /** Told of every person, in the order of the plan. */
  readonly onTruth?: (person: TruePerson) => void;
  /** Told at the end. */
  readonly onFile?: (file: TrueFile) => void;
  /** Where rows wait when people are scattered; default the system's temporary folder. */
  readonly workDir?: string;
  /** Asks for the sources beside the state's file, and is told of them before the first bytes. People may then be relatives, and some are in other sources only. */
  readonly onLinked?: (files: LinkedFiles) => void;
}

const CHUNK = 1 << 20;

/**
 * A synthetic county file in the state's format, as Buffers of about 1 MiB.
 *
 * @example for await (const bytes of synthesize({ county: 'LOS ANGELES', rows: 10_000, seed: 7 })) file.write(bytes);
 */
export async function* synthesize(options: SynthesisOptions): AsyncGenerator<Buffer> {
  yield* synthesizeSync(options);
}

/** The same, for callers that write as fast as the rows come. */
export function* synthesizeSync(options: SynthesisOptions): Generator<Buffer> {
  const scatter = options.scatter ?? 0;
  if (!(scatter >= 0 && scatter <= 1)) throw new RangeError('The share of scattered people is a number from 0 to 1.');
  const asOfText = options.asOf ?? '2020-07-01';
  const [year, month, day] = asOfText.split('-').map(Number) as [number, number, number];
  const settings: PlanSettings = {
    seed: options.seed,
    county: countyNamed(options.county.trim().toUpperCase()),
    asOf: dayNumber(year, month, day),
  };
  const kinds = chooseKinds(options.kinds);
  const newline = options.newline === 'crlf' ? '\r\n' : '\n';
  const out = new Output(newline);
  const file = {
    county: settings.county.name,
    seed: options.seed,
    asOf: asOfText,
    people: 0,
    rows: 0,
    rejected: 0,
    emptyLines: 0,
    physicalLines: 0,
    convictions: 0,
    cannabisConvictionsInCounty: 0,
  };
  if (options.bom) out.bytes('\xef\xbb\xbf');
  if (options.header !== 'none') out.line(COLUMNS.join(',') + (options.header === 'extra-comma' ? ',' : ''));
  const linked = options.onLinked ? new LinkedFiles(settings) : undefined;
  if (linked) options.onLinked?.(linked);
  const people = peopleOf(settings, kinds, scatter, options.rows, linked);
  const tell = (person: PersonPlan, rows: number): void => {
    const truth = truthOf(person, rows, settings.county.name, settings.asOf);
    file.people++;
    file.rows += rows;
    file.rejected += person.breakages.length;
    file.convictions += truth.convictions.length;
    for (const one of truth.convictions)
      if (one.cannabis && one.county === settings.county.name) file.cannabisConvictionsInCounty++;
    options.onTruth?.(truth);
  };
  if (scatter === 0) {
    for (const person of people()) {
      let rows = 0;
      writeRows(person, (row) => {
        rows++;
        out.line(row);
      });
      for (let i = 0; i < person.emptyLines; i++) out.emptyLine();
      tell(person, rows);
      yield* out.full();
    }
  } else yield* scattered(people, scatter, settings, out, tell, options.workDir);
  yield* out.rest();
  options.onFile?.({ ...file, emptyLines: out.emptyLines, physicalLines: out.physicalLines });
}

/**
 * Scattered people first give their rows to a pool, each row with its place, the rows of a person in their own order.
 * Then everybody else is written, and the pool's rows come between people when their place is reached; so nobody's rows
 * are parted who is not meant to be.
 */
function* scattered(
  people: () => Generator<PersonPlan>,
  scatter: number,
  settings: PlanSettings,
  out: Output,
  tell: (person: PersonPlan, rows: number) => void,
  workDir?: string,
): Generator<Buffer> {
  let total = 0;
  for (const person of people()) total += recordsOf(person);
  const pool = new RowPool(total, undefined, workDir);
  try {
    for (const person of people()) {
      if (!person.scattered) continue;
      const random = new Random(settings.seed ^ 0x3c6ef372, person.index);
      const rows: ByteString[] = [];
      writeRows(person, (row) => rows.push(row));
      const places = rows.map(() => random.unit() * total).sort((a, b) => a - b);
      for (const [i, row] of rows.entries()) pool.put(places[i] as number, row);
    }
    const waiting = pool.taken();
    let next = waiting.next();
    let written = 0;
    for (const person of people()) {
      let rows = recordsOf(person);
      if (!person.scattered) {
        rows = 0;
        writeRows(person, (row) => {
          rows++;
          out.line(row);
        });
        written += rows;
        for (let i = 0; i < person.emptyLines; i++) out.emptyLine();
      }
      tell(person, rows);
      while (!next.done && next.value.place <= written) {
        out.line(next.value.row);
        written++;
        next = waiting.next();
        yield* out.full();
      }
      yield* out.full();
    }
    for (; !next.done; next = waiting.next()) {
      out.line(next.value.row);
      yield* out.full();
    }
  } finally {
    pool.close();
  }
}

/** Collects lines into Buffers. */
class Output {
  private buffer = Buffer.allocUnsafe(2 * CHUNK);
  private used = 0;
  physicalLines = 0;
  emptyLines = 0;

  constructor(private readonly newline: string) {}

  bytes(text: ByteString): void {
    if (this.used + text.length > this.buffer.length) {
      const larger = Buffer.allocUnsafe(2 * (this.used + text.length));
      this.buffer.copy(larger, 0, 0, this.used);
      this.buffer = larger;
    }
    this.used += this.buffer.write(text, this.used, 'latin1');
  }

  line(row: ByteString): void {
    this.bytes(row + this.newline);
    this.physicalLines++;
    for (let at = row.indexOf('\n'); at >= 0; at = row.indexOf('\n', at + 1)) this.physicalLines++;
  }

  emptyLine(): void {
    this.bytes(this.newline);
    this.physicalLines++;
    this.emptyLines++;
  }

  /** What has been collected, once it is a whole chunk; the buffer is handed over, never used again. */
  *full(): Generator<Buffer> {
    if (this.used >= CHUNK) yield* this.rest();
  }

  *rest(): Generator<Buffer> {
    if (this.used === 0) return;
    const bytes = this.buffer.subarray(0, this.used);
    this.buffer = Buffer.allocUnsafe(2 * CHUNK);
    this.used = 0;
    yield bytes;
  }
}
