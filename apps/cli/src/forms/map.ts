import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bindWithProblems, FORM_VALUE_NAMES, MappingError, proposeMapping, readMapping } from '@clearway/court-forms';
import { formFactNames } from '@clearway/papers';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-codes';
import { type Terminal } from '../terminal/terminal';
import { formFolderOf, type FormsOptions } from './form-folder-of';
import { mappingState } from './form-words';

export interface MapOptions extends FormsOptions {
  readonly init?: boolean;
  readonly from?: string;
  readonly replace?: boolean;
}

/** Begins the office's own mapping of a form, or takes one that was written elsewhere. */
export async function mapForm(
  form: string,
  name: string,
  { init, from, replace, ...options }: MapOptions,
  terminal: Terminal,
): Promise<void> {
  if ((init === true) === (from !== undefined))
    throw new CliError(
      'usage.forms-map',
      'Say --init to begin a mapping with proposals, or --from FILE.yaml to take one.',
    );
  const folder = formFolderOf(options);
  const { edition } = await folder.get(form, name);
  const text = from === undefined ? proposeMapping(edition, FORM_VALUE_NAMES).text : await readFile(from, 'utf8');
  const file = inFile(from ?? 'fields.yaml', () => readMapping(text));
  if (file.form !== edition.form || file.edition !== edition.edition) {
    throw new CliError(
      'form.mapping-of-another',
      `The mapping is of ${file.form}, edition ${file.edition}, and not of ${edition.form}, edition ${edition.edition}: correct its "form" and "edition", or "clearway forms carry" it.`,
    );
  }
  const { problems } = bindWithProblems(file, edition, formFactNames());
  if (problems.length > 0)
    inFile(from ?? 'fields.yaml', () => {
      throw new MappingError('form.mapping-invalid', problems);
    });
  const path = await folder.writeMapping(edition.form, edition.edition, text, replace === true);
  const { words } = mappingState(await folder.get(edition.form, edition.edition));
  terminal.say(`${path}`);
  terminal.say(`Mapping of ${edition.form}, edition ${edition.edition}: ${words}.`);
  if (init)
    terminal.say(
      `Next: change that file, with "clearway forms preview" beside it, then "clearway forms check ${edition.form} ${edition.edition}".`,
    );
  terminal.result({ path, form: edition.form, edition: edition.edition, mapping: words });
}

/** Says whether forms can be filled, and what is missing. */
export async function checkForms(
  form: string | undefined,
  name: string | undefined,
  options: FormsOptions,
  terminal: Terminal,
  outcome: { exitCode: number },
): Promise<void> {
  const folder = formFolderOf(options);
  const all = form === undefined ? await folder.list() : [await folder.get(form, name)];
  const checked = all.map((each) => ({
    form: each.edition.form,
    edition: each.edition.edition,
    path: join(folder.path(each.edition.form, each.edition.edition), 'fields.yaml'),
    from: each.mappingFrom,
    ...mappingState(each),
  }));
  for (const { form: number, edition, words, missing, path, from } of checked) {
    terminal.say(
      `${number}, edition ${edition}: mapping ${words}${missing.length > 0 && from === 'office' ? ` (${path})` : ''}`,
    );
    for (const each of missing) terminal.say(`  - ${each}`);
  }
  if (checked.some(({ state }) => state !== 'ready')) outcome.exitCode = EXIT.input;
  terminal.result({
    forms: checked.map(({ form: number, edition, state, missing }) => ({
      form: number,
      edition,
      mapping: state,
      missing,
    })),
  });
}

function inFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof MappingError)) throw error;
    throw new CliError(
      error.code,
      error.problems
        .map(
          ({ line, path, words }) =>
            `${file}${line > 0 ? `, line ${line}` : ''}: ${path === '' ? '' : `${path}: `}${words}`,
        )
        .join('\n'),
    );
  }
}
