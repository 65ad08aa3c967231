import { existsSync } from 'node:fs';
import { mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { z } from 'zod';

/** Below the `.clearway` of an installation: which folder holds results of which runs, by its whole path. */
const NOTES = 'results-of-runs.json';
const Notes = z.record(z.string(), z.array(z.string()));
type Notes = z.infer<typeof Notes>;

/**
 * Notes that results of a run are about to stand in a folder, so that whoever purges the run finds them. `alone`: they do
 * now, and what another run had put there is gone.
 */
export async function noteResults(home: string, run: string, out: string, how?: 'alone'): Promise<void> {
  const folder = await realpath(out).catch(() => resolve(out));
  const notes = await readNotes(home);
  const runs = how === 'alone' ? [run] : [...new Set([...(notes[folder] ?? []), run])];
  await writeNotes(home, { ...notes, [folder]: runs });
}

/**
 * Removes the folders of a run's results that stand in the installation's own `results`. `left`: those that stand
 * elsewhere, or that may hold another run's results too: a person has to look.
 */
export async function removeResults(
  home: string,
  run: string,
): Promise<{ readonly removed: readonly string[]; readonly left: readonly string[] }> {
  const notes = await readNotes(home);
  const results = await realpath(join(home, 'results')).catch(() => undefined);
  const [removed, left]: [string[], string[]] = [[], []];
  for (const [folder, runs] of Object.entries(notes)) {
    if (!runs.includes(run)) continue;
    if (!existsSync(folder)) delete notes[folder];
    else if (runs.length === 1 && results !== undefined && (await realpath(folder)).startsWith(results + sep)) {
      await rm(folder, { recursive: true, force: true });
      delete notes[folder];
      removed.push(folder);
    } else left.push(folder);
  }
  await writeNotes(home, notes);
  return { removed: removed.sort(), left: left.sort() };
}

async function readNotes(home: string): Promise<Notes> {
  try {
    return Notes.parse(JSON.parse(await readFile(join(home, NOTES), 'utf8')));
  } catch {
    return {};
  }
}

/** Whole or not at all: a torn file would forget every folder. */
async function writeNotes(home: string, notes: Notes): Promise<void> {
  await mkdir(home, { recursive: true, mode: 0o711 });
  const fresh = join(home, `${NOTES}.${process.pid}`);
  await writeFile(fresh, JSON.stringify(notes), { mode: 0o600 });
  await rename(fresh, join(home, NOTES));
}
