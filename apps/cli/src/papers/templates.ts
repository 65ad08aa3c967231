import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadTemplates, PAPER_IDS, paperKind, shippedTemplateFiles, valuesPage } from '@clearway/papers';
import { CliError } from '../cli-error';
import { type Terminal } from '../terminal/terminal';
import { readTemplates } from './read-templates';

/** The page of the vocabulary. */
export function printValues(terminal: Terminal): void {
  const page = valuesPage();
  terminal.say(page.trimEnd());
  terminal.result({ page });
}

/** Writes the templates that come with Clearway; never over a file that is there. */
export async function exportTemplates(folder: string, terminal: Terminal): Promise<void> {
  const files = shippedTemplateFiles();
  await mkdir(folder, { recursive: true });
  const there = new Set(await readdir(folder));
  const inTheWay = files.filter(({ name }) => there.has(name)).map(({ name }) => name);
  if (inTheWay.length > 0)
    throw new CliError(
      'output.templates',
      `${folder}: ${inTheWay.join(', ')} would be replaced. Give another folder, or move what is there.`,
    );
  for (const { name, text } of files) await writeFile(join(folder, name), text, { flag: 'wx' });
  terminal.say(
    `${files.length} files in ${folder}. Keep those that you change; "clearway papers templates check ${folder}" says whether they load.`,
  );
  terminal.result({ folder, files: files.map(({ name }) => name) });
}

/** Says which papers the templates of a folder change; throws with every problem where one does not load. */
export async function checkTemplates(folder: string, terminal: Terminal): Promise<void> {
  const files = await readTemplates(folder);
  const set = loadTemplates(files);
  const shipped = new Map(shippedTemplateFiles().map(({ name, text }) => [name, text]));
  const changed = files
    .filter(({ name, text }) => shipped.get(name) !== text.replace(/\r\n?/g, '\n'))
    .map(({ name }) => name);
  const papers = PAPER_IDS.map((paper) => {
    const { version, approved } = set.templates[paper];
    return { paper, version, changed: changed.includes(`${paper}.md`), approved: approved ?? null };
  });
  for (const { paper, version, changed: own, approved } of papers) {
    const by = approved ? `approved by ${approved.by} on ${approved.on}` : 'approved by nobody yet';
    terminal.say(
      `${paper.padEnd(22)}version ${version}, ${own ? 'yours' : 'as it comes'}, ${by}: ${paperKind(paper).means}`,
    );
  }
  for (const name of changed.filter((each) => each.endsWith('.yaml'))) terminal.say(`${name.padEnd(22)}yours`);
  terminal.say(`SHA-256 of the set: ${set.sha256}`);
  terminal.result({ folder, sha256: set.sha256, changed, papers });
}
