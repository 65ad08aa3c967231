import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { loadTemplates, type TemplateFile } from '@clearway/papers';
import { CliError } from '../cli-error';

/**
 * The templates of an office: every `.md` and `.yaml` file of a folder, by name. Throws a CliError where there is no such folder or
 * nothing in it, and a TemplateError with every problem where one does not load.
 */
export async function readTemplates(folder: string): Promise<readonly TemplateFile[]> {
  const entry = await stat(folder).catch(() => undefined);
  if (!entry?.isDirectory())
    throw new CliError(
      'templates.folder',
      `${folder}: there is no such folder of templates. "clearway papers templates export ${folder}" writes one.`,
    );
  const names = (await readdir(folder)).filter((name) => /\.(?:md|yaml)$/.test(name) && name !== 'README.md').sort();
  if (names.length === 0)
    throw new CliError(
      'templates.folder',
      `${folder}: no template is in this folder. They are called motion-bulk.md, order-bulk.md and so on.`,
    );
  const files = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
  );
  loadTemplates(files);
  return files;
}

/** The templates that a command was given, if it draws papers at all. */
export async function templatesFor(options: {
  readonly templates?: string;
  readonly papers?: string;
}): Promise<readonly TemplateFile[] | undefined> {
  if (options.templates === undefined) return undefined;
  if (options.papers === undefined)
    throw new CliError(
      'usage.templates',
      'Templates are the words of papers: say --papers bulk or --papers per-case as well, or leave --templates out.',
    );
  return readTemplates(options.templates);
}
