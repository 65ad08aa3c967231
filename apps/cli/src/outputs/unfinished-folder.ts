import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CliError } from '../cli-error';

const PREFIX = '.clearway-unfinished-';
/** Says which files a finished run wrote; taken away first and put back last. */
const RECORD = 'run.json';
const LOG = 'run.log.json';
/** What a run leaves behind and its record does not list. */
const NOT_RECORDED = [RECORD, LOG, 'changed_determinations.csv'];

/**
 * Where a run writes until it is finished: a hidden folder inside the output folder (so that moving is renaming, never
 * copying). `publish` moves every file to its final name, `run.json` last; until then nothing half-written can be seen.
 */
export class UnfinishedFolder {
  private constructor(
    readonly out: string,
    /** Write results here. */
    readonly path: string,
    /** Whether `out` was made for this run: it goes again when nothing comes to stand in it. */
    private readonly made: boolean,
  ) {}

  /** Makes the output folder when it is missing, removes what killed runs left behind, and opens a fresh folder. */
  static async open(out: string): Promise<UnfinishedFolder> {
    try {
      const made = (await mkdir(out, { recursive: true, mode: 0o700 })) !== undefined;
      for (const name of await readdir(out)) {
        if (name.startsWith(PREFIX) && !isAlive(Number(name.slice(PREFIX.length))))
          await rm(join(out, name), { recursive: true, force: true });
      }
      const path = join(out, `${PREFIX}${process.pid}`);
      await rm(path, { recursive: true, force: true });
      await mkdir(path, { mode: 0o700 });
      return new UnfinishedFolder(out, path, made);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (code === 'ENOSPC' || code === 'EDQUOT') throw error;
      if (code === 'EEXIST' || code === 'ENOTDIR')
        throw new CliError('output.folder', `${out}: a file of this name is there already. Give --out a folder.`, {
          cause: error,
        });
      throw new CliError(
        'output.folder',
        `${out}: the output folder cannot be made or written (${code}). Give --out a folder that you may write to.`,
        { cause: error },
      );
    }
  }

  /** Says at once, before the work, what `publish` would refuse: that a file of somebody else has one of these names. */
  async assertFree(files: readonly string[]): Promise<void> {
    refuseForeign(this.out, files, await earlierOutputs(this.out));
  }

  /**
   * Moves `files` (paths below the folder, with `/`) to their final names. What an earlier finished run in the same
   * folder wrote and this one did not is removed: results of two runs never stand side by side. When one of `inputs`, or a file that
   * no run wrote, stands where something would be written, nothing is touched.
   */
  async publish(files: readonly string[], inputs: readonly string[] = []): Promise<void> {
    const earlier = await earlierOutputs(this.out);
    await refuseInputs(this.out, [...files, ...earlier], inputs);
    refuseForeign(this.out, files, earlier);
    await rm(join(this.out, RECORD), { force: true });
    for (const path of earlier) await rm(join(this.out, path), { force: true });
    await removeEmptyFolders(this.out, earlier);
    for (const path of [...files].sort((a, b) => Number(a === RECORD) - Number(b === RECORD))) {
      const target = join(this.out, path);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await chmod(join(this.path, path), 0o600);
      await rename(join(this.path, path), target);
    }
    await this.discard();
  }

  /** Removes everything that was written. */
  async discard(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
    if (this.made) await rmdir(this.out).catch(() => undefined);
  }
}

/** The county's own file is never replaced by a result of the same name. */
async function refuseInputs(out: string, outputs: readonly string[], inputs: readonly string[]): Promise<void> {
  const taken = new Set(await Promise.all(inputs.map((path) => realpath(path).catch(() => path))));
  for (const path of outputs) {
    const target = await realpath(join(out, path)).catch(() => undefined);
    if (target !== undefined && taken.has(target))
      throw new CliError(
        'output.input-in-the-way',
        `${join(out, path)}: this input would be replaced by a result of the same name. Nothing was written; give --out another folder.`,
      );
  }
}

/** A file that the run before did not write is somebody's: its `run.json` lists what it wrote. */
function refuseForeign(out: string, files: readonly string[], earlier: readonly string[]): void {
  const own = new Set(earlier.length > 0 ? [...earlier, ...NOT_RECORDED] : []);
  const foreign = files.filter((path) => !own.has(path) && existsSync(join(out, path)));
  const [first] = foreign;
  if (first === undefined) return;
  const others = foreign.length === 1 ? '' : ` (and ${foreign.length - 1} more)`;
  throw new CliError('output.in-the-way', `${join(out, first)}${others}: this file is there already, and no run of Clearway that ended well wrote it. Nothing was replaced; move it away, or give --out another folder.`);
}

/** Folders in which the files stood, the deepest first, when nothing else stands there. */
async function removeEmptyFolders(out: string, files: readonly string[]): Promise<void> {
  const folders = new Set<string>();
  for (const path of files)
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.add(folder);
  for (const folder of [...folders].sort((a, b) => b.length - a.length))
    await rmdir(join(out, folder)).catch(() => undefined);
}

async function earlierOutputs(out: string): Promise<string[]> {
  const path = join(out, RECORD);
  if (!existsSync(path)) return [];
  try {
    const record: unknown = JSON.parse(await readFile(path, 'utf8'));
    const outputs = (record as { outputs?: { path?: unknown }[] }).outputs ?? [];
    // Only plain relative paths: a record that somebody edited must not make us remove anything else.
    return [
      ...outputs
        .map((one) => one.path)
        .filter(
          (one): one is string => typeof one === 'string' && !one.startsWith('/') && !one.split(/[\\/]/).includes('..'),
        ),
      LOG,
    ];
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
