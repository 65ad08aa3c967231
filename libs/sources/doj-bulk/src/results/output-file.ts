import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type ResultPortion } from './portion-annotator';
import { type ResultColumns, ResultRows } from './result-rows';
import { notWritten, writeAll } from './writing';

/** A finished output. */
export interface WrittenFile {
  /** Name within the output folder. */
  readonly name: string;
  readonly bytes: number;
  /** SHA-256, hex. */
  readonly sha256: string;
  /** Rows, the header not counted. */
  readonly rows: number;
}

/** An output under a temporary name: it gets its own only when it is whole. */
export class OutputFile {
  rows = 0;
  private bytes = 0;
  private open = true;
  private readonly hash: Hash = createHash('sha256');
  private readonly partial: string;
  private readonly handle: number;

  constructor(
    private readonly folder: string,
    readonly name: string,
  ) {
    this.partial = join(folder, `.${name}.partial`);
    try {
      this.handle = openSync(this.partial, 'w', 0o600);
    } catch (error) {
      throw notWritten(error, name);
    }
  }

  write(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.hash.update(bytes);
    writeAll(this.handle, bytes, this.name);
    this.bytes += bytes.length;
  }

  /** Closes the file without giving it its name yet. */
  finish(): WrittenFile {
    this.open = false;
    try {
      closeSync(this.handle);
    } catch (error) {
      throw notWritten(error, this.name);
    }
    return { name: basename(this.name), bytes: this.bytes, sha256: this.hash.digest('hex'), rows: this.rows };
  }

  publish(): void {
    try {
      renameSync(this.partial, join(this.folder, this.name));
    } catch (error) {
      throw notWritten(error, this.name);
    }
  }

  discard(): void {
    if (this.open) closeSync(this.handle);
    this.open = false;
    rmSync(this.partial, { force: true });
  }
}

/** The three results of one input. */
export class ResultFiles {
  readonly full: OutputFile;
  readonly condensed: OutputFile;
  readonly prop64: OutputFile;

  /** `index` counts from 0; it stands in the names when there is more than one input. */
  constructor(folder: string, index: number, inputs: number) {
    const names = resultNames(index, inputs);
    this.full = new OutputFile(folder, names.full);
    this.condensed = new OutputFile(folder, names.condensed);
    this.prop64 = new OutputFile(folder, names.prop64);
  }

  get all(): readonly OutputFile[] {
    return [this.full, this.condensed, this.prop64];
  }

  /** The heads of the columns. */
  begin(columns: ResultColumns): void {
    const head = new ResultRows(columns);
    head.header();
    this.write(head.take());
  }

  /** What follows in the order of the input. */
  add(portion: ResultPortion): void {
    this.write(portion);
    this.full.rows += portion.rows;
    this.condensed.rows += portion.rows;
    this.prop64.rows += portion.prop64Rows;
  }

  private write({ full, condensed, prop64 }: Pick<ResultPortion, 'full' | 'condensed' | 'prop64'>): void {
    this.full.write(full);
    this.condensed.write(condensed);
    this.prop64.write(prop64);
  }
}

export function resultNames(index: number, inputs: number): { full: string; condensed: string; prop64: string } {
  const suffix = inputs > 1 ? `_${index + 1}` : '';
  return { full: `All_Results${suffix}.csv`, condensed: `All_Results_Condensed${suffix}.csv`, prop64: `Prop64_Results${suffix}.csv` };
}
