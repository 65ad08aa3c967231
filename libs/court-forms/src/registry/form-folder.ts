import { createHash } from 'node:crypto';
import { appendFile, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fieldListSha256 } from '../edition/field-list-hash';
import { type FormEdition } from '../edition/form-edition';
import { asEdition, readFormFile } from '../edition/read-form-file';
import { FormStoreError, MappingError } from '../errors';
import { FormLibrary, type LibraryEdition } from '../library/form-library';
import { readMapping } from '../mapping/read-mapping';
import { shippedMappingFor } from '../mapping/shipped-mappings';
import { editionName, formName } from './form-names';

/** An edition as it stands in the office's folder. */
export interface RegisteredForm {
  readonly edition: FormEdition;
  readonly bytes: Uint8Array;
  /** The text of its `fields.yaml`: the office's own, else the one that comes with Clearway. */
  readonly mappingText?: string;
  readonly mappingFrom: 'office' | 'shipped' | 'none';
  /** Batches and filings that were made on it. */
  readonly uses: readonly string[];
}

export interface AddedForm {
  readonly edition: FormEdition;
  /** False when the same file stood there already. */
  readonly isNew: boolean;
  /** The mapping that comes with Clearway and belongs to it. */
  readonly shipped?: string;
}

const OWNER_ONLY = 0o600;
const FOLDER_OWNER_ONLY = 0o700;

/**
 * The office's forms: `FOLDER/CR-400/2017-07-01/` with `form.pdf`, `edition.json`, and, when the office has its own,
 * `fields.yaml`. Readable by its owner only.
 */
export class FormFolder {
  constructor(readonly folder: string) {}

  /** Where an edition stands. Throws when a name cannot be a folder's. */
  path(form: string, edition: string): string {
    return join(this.folder, formName(form), editionName(edition));
  }

  /**
   * Registers a form. Its name comes from `names`, else from the mapping that comes with Clearway for this file, else from what
   * is printed on it.
   * @throws FormFileError when the file is no form; FormStoreError when its name is not known, or is taken by another file
   */
  async add(bytes: Uint8Array, names: { readonly form?: string; readonly edition?: string } = {}): Promise<AddedForm> {
    const file = await readFormFile(bytes);
    const shipped = shippedMappingFor(file);
    const form = names.form ?? shipped?.file.form ?? file.printed.form;
    const edition = names.edition ?? shipped?.file.edition ?? file.printed.edition;
    if (form === '' || edition === '') {
      const lacking = [...(form === '' ? ['--form'] : []), ...(edition === '' ? ['--edition'] : [])].join(' and ');
      throw new FormStoreError(
        'form.name-needed',
        `The form does not say which one it is: give ${lacking}, such as --form CR-400 --edition 2017-07-01.`,
      );
    }
    const named = asEdition(file, formName(form), editionName(edition));
    const same = (await this.list()).find((each) => each.edition.sha256 === named.sha256);
    if (same) {
      if (same.edition.form === named.form && same.edition.edition === named.edition)
        return { edition: same.edition, isNew: false, ...(shipped ? { shipped: shipped.path } : {}) };
      throw new FormStoreError(
        'form.exists',
        `The same file is registered already as ${same.edition.form}, edition ${same.edition.edition}: remove that one first, or keep it.`,
      );
    }
    const place = this.path(named.form, named.edition);
    if (await isFolder(place)) {
      throw new FormStoreError(
        'form.exists',
        `Another file is registered as ${named.form}, edition ${named.edition}: give this one another --edition. An edition never changes, because old filings keep theirs.`,
      );
    }
    const unfinished = join(this.folder, named.form, `.${named.edition}.${process.pid}.new`);
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true, mode: FOLDER_OWNER_ONLY });
    await write(join(unfinished, 'form.pdf'), bytes);
    await write(join(unfinished, 'edition.json'), `${JSON.stringify(named, null, 1)}\n`);
    await rename(unfinished, place);
    return { edition: named, isNew: true, ...(shipped ? { shipped: shipped.path } : {}) };
  }

  /** Every edition, by form and edition; none when there is no folder yet. */
  async list(): Promise<RegisteredForm[]> {
    const found: RegisteredForm[] = [];
    for (const form of await names(this.folder)) {
      for (const edition of await names(join(this.folder, form))) found.push(await this.get(form, edition));
    }
    return found;
  }

  /**
   * One edition; without a name the only one that the form has.
   * @throws FormStoreError when it is not there, or its files are not what was registered
   */
  async get(form: string, edition?: string): Promise<RegisteredForm> {
    const name = formName(form);
    const known = await names(join(this.folder, name));
    const wanted = edition === undefined && known.length === 1 ? (known[0] as string) : edition;
    if (wanted === undefined || !known.includes(wanted)) throw unknown(name, edition, known);
    const place = this.path(name, wanted);
    const bytes = await readFile(join(place, 'form.pdf'));
    const registered = readEdition(await readFile(join(place, 'edition.json'), 'utf8'), name, wanted);
    if (registered.sha256 !== createHash('sha256').update(bytes).digest('hex')) throw damaged(name, wanted);
    const own = await readFile(join(place, 'fields.yaml'), 'utf8').catch(absent);
    const mappingText = own ?? shippedMappingFor(registered)?.text;
    const uses = ((await readFile(join(place, 'uses.txt'), 'utf8').catch(absent)) ?? '')
      .split('\n')
      .filter((line) => line !== '');
    return {
      edition: registered,
      bytes,
      ...(mappingText === undefined ? {} : { mappingText }),
      mappingFrom: own !== undefined ? 'office' : mappingText === undefined ? 'none' : 'shipped',
      uses,
    };
  }

  /**
   * Writes the office's own mapping of an edition and gives its path.
   * @throws FormStoreError when there is one already and it is not to be replaced
   */
  async writeMapping(form: string, edition: string, text: string, replace = false): Promise<string> {
    const { mappingFrom } = await this.get(form, edition);
    const path = join(this.path(form, edition), 'fields.yaml');
    if (mappingFrom === 'office' && !replace) {
      throw new FormStoreError(
        'form.exists',
        `The office has a mapping of ${formName(form)}, edition ${edition}, already: change that file, or say --replace.`,
      );
    }
    await write(`${path}.${process.pid}.new`, text);
    await rename(`${path}.${process.pid}.new`, path);
    return path;
  }

  /** Notes that a batch or filing was made on an edition, so that it is not removed. The word names no person and no case. */
  async noteUse(form: string, edition: string, use: string): Promise<void> {
    const { uses } = await this.get(form, edition);
    const line = use.replace(/\s+/g, ' ').trim();
    if (line === '' || uses.includes(line)) return;
    await appendFile(join(this.path(form, edition), 'uses.txt'), `${line}\n`, { mode: OWNER_ONLY });
  }

  /** Removes an edition. Throws a FormStoreError when filings use it. */
  async remove(form: string, edition: string): Promise<void> {
    const { uses } = await this.get(form, edition);
    if (uses.length > 0) {
      const more = uses.length > 3 ? ` and ${uses.length - 3} more` : '';
      throw new FormStoreError(
        'form.in-use',
        `Filings were made on ${formName(form)}, edition ${edition} (${uses.slice(0, 3).join(', ')}${more}), and keep their edition: it stays.`,
      );
    }
    await rm(this.path(form, edition), { recursive: true });
  }

  /** What drawing asks. @param valueNames of the values that filings have; not checked when left out */
  async library(valueNames?: readonly string[]): Promise<FormLibrary> {
    return new FormLibrary((await this.list()).map(libraryEdition), valueNames);
  }
}

/** A registered form as the library takes it; a mapping that cannot be read is said, not thrown. */
export function libraryEdition({ edition, bytes, mappingText }: RegisteredForm): LibraryEdition {
  if (mappingText === undefined) return { edition, bytes };
  try {
    return { edition, bytes, mapping: readMapping(mappingText) };
  } catch (error) {
    if (!(error instanceof MappingError)) throw error;
    return { edition, bytes, unreadable: error.message.replace(/\n/g, '; ') };
  }
}

function readEdition(text: string, form: string, edition: string): FormEdition {
  let read: Partial<FormEdition>;
  try {
    read = JSON.parse(text) as Partial<FormEdition>;
  } catch {
    throw damaged(form, edition);
  }
  if (
    read.form !== form ||
    read.edition !== edition ||
    !Array.isArray(read.fields) ||
    fieldListSha256(read.fields) !== read.fieldListSha256
  )
    throw damaged(form, edition);
  return read as FormEdition;
}

function damaged(form: string, edition: string): FormStoreError {
  return new FormStoreError(
    'form.damaged',
    `The files of ${form}, edition ${edition}, are not what was registered: restore them from a copy, or remove the folder and register the PDF again.`,
  );
}

function unknown(form: string, edition: string | undefined, known: readonly string[]): FormStoreError {
  if (known.length === 0)
    return new FormStoreError(
      'form.unknown',
      `The form ${form} is not registered: "clearway forms list" shows what is, "clearway forms add FILE.pdf" registers one.`,
    );
  const have = `it has ${known.join(', ')}`;
  return new FormStoreError(
    'form.unknown',
    edition === undefined
      ? `Say which edition of ${form}: ${have}.`
      : `The form ${form} has no edition ${edition}: ${have}.`,
  );
}

/** Names of folders, in order; those that begin with a point are unfinished. */
async function names(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => absent(error) ?? []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

async function isFolder(path: string): Promise<boolean> {
  return (await readdir(path).catch(absent)) !== undefined;
}

function absent(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  return undefined;
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w', OWNER_ONLY);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
