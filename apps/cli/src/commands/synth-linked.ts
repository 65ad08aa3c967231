import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type LinkedFiles } from '@clearway/synthetic-county';
import { UnfinishedFile } from '../outputs/unfinished-file';
import { counted } from '../terminal/numbers';

export interface LinkedChoices {
  readonly courtExtract?: string;
  readonly rapSheets?: string;
  readonly doneList?: string;
  readonly truth: boolean;
}

/** What was written beside the state's file. */
export interface LinkedTold {
  readonly courtExtract?: string;
  readonly courtRows: number;
  readonly rapSheets?: string;
  readonly sheets: number;
  readonly doneList?: string;
  readonly granted: number;
}

/** Lines held before they go to the file. */
const LINES_AT_ONCE = 10_000;

/** The files beside the state's file: a court's extract, RAP sheets, a list of what was granted, and the truth about all of them. */
export class LinkedOutputs {
  private files: LinkedFiles | undefined;
  private sheets = 0;
  private courtRows = 0;
  private granted = 0;

  private constructor(
    private readonly choices: LinkedChoices,
    private readonly extract: UnfinishedFile | undefined,
    private readonly done: UnfinishedFile | undefined,
    private readonly truth: UnfinishedFile | undefined,
  ) {}

  /** Undefined when nothing but the state's file is asked for. */
  static async open(out: string, choices: LinkedChoices): Promise<LinkedOutputs | undefined> {
    const { courtExtract, rapSheets, doneList, truth } = choices;
    if (courtExtract === undefined && rapSheets === undefined && doneList === undefined) return undefined;
    if (rapSheets !== undefined) await mkdir(resolve(rapSheets), { recursive: true });
    return new LinkedOutputs(
      choices,
      await opened(courtExtract),
      await opened(doneList),
      truth ? await opened(`${out}.linked.jsonl`) : undefined,
    );
  }

  take(files: LinkedFiles): void {
    this.files = files;
  }

  /** The sheets of the people made so far. */
  async writeSheets(): Promise<void> {
    for (const { name, bytes } of this.files?.sheets() ?? []) {
      const { rapSheets } = this.choices;
      if (rapSheets === undefined) continue;
      await writeFile(join(resolve(rapSheets), name), bytes, { mode: 0o600 });
      this.sheets += 1;
    }
  }

  async finish(): Promise<void> {
    const { files, extract, done, truth } = this;
    if (!files) return;
    await this.writeSheets();
    // Lines of the extract are numbered while it is written: the truth comes after it.
    this.courtRows = (await write(files.courtExtract(), extract)) - 1;
    this.granted = (await write(files.doneList(), done)) - 1;
    await write(files.truthLines(), truth);
  }

  async discard(): Promise<void> {
    for (const file of [this.extract, this.done, this.truth]) await file?.discard();
  }

  told(): LinkedTold {
    const { courtRows, sheets, granted } = this;
    const { courtExtract, rapSheets, doneList } = this.choices;
    return {
      ...(courtExtract === undefined ? {} : { courtExtract }),
      courtRows,
      ...(rapSheets === undefined ? {} : { rapSheets }),
      sheets,
      ...(doneList === undefined ? {} : { doneList }),
      granted,
    };
  }

  words(): string {
    const { courtExtract, rapSheets, doneList } = this.choices;
    return [
      ...(courtExtract === undefined ? [] : [`${courtExtract}: ${counted(this.courtRows, 'row', 'rows')} of the court's system`]),
      ...(rapSheets === undefined ? [] : [`${rapSheets}: ${counted(this.sheets, 'RAP sheet', 'RAP sheets')}`]),
      ...(doneList === undefined ? [] : [`${doneList}: ${counted(this.granted, 'conviction', 'convictions')} granted`]),
    ].join('; ');
  }
}

async function opened(path: string | undefined): Promise<UnfinishedFile | undefined> {
  if (path === undefined) return undefined;
  await mkdir(dirname(resolve(path)), { recursive: true });
  return UnfinishedFile.open(resolve(path));
}

/** Runs the lines to their end, also when nobody wants the file; how many there were. */
async function write(lines: Iterable<string>, file: UnfinishedFile | undefined): Promise<number> {
  let count = 0;
  for (const line of lines) {
    file?.hold(line);
    count += 1;
    if (count % LINES_AT_ONCE === 0) await file?.flush();
  }
  await file?.finish();
  return count;
}
