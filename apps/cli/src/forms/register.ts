import { readFile } from 'node:fs/promises';
import { type Terminal } from '../terminal/terminal';
import { formFolderOf, type FormsOptions } from './form-folder-of';
import { mappingState } from './form-words';

export interface AddOptions extends FormsOptions {
  readonly form?: string;
  readonly edition?: string;
}

/** Registers the PDF of a form. */
export async function addForm(file: string, { form, edition, forms }: AddOptions, terminal: Terminal): Promise<void> {
  const folder = formFolderOf({ forms });
  const added = await folder.add(await readFile(file), { form, edition });
  const registered = await folder.get(added.edition.form, added.edition.edition);
  const { state, words } = mappingState(registered);
  const { pages, fields, xfa, javaScript, encrypted, sha256, fieldListSha256, tagged, language } = added.edition;
  terminal.say(
    `${added.edition.form}, edition ${added.edition.edition}: ${added.isNew ? 'registered' : 'stood there already'}, ${fields.length} fields on ${pages.length} page${pages.length === 1 ? '' : 's'}.`,
  );
  terminal.say(`Mapping: ${words}.`);
  const dropped = [
    ...(xfa === 'static' ? ['its XFA'] : []),
    ...(javaScript ? ['its JavaScript'] : []),
    ...(encrypted ? ['its protection'] : []),
  ];
  if (dropped.length > 0)
    terminal.say(
      `When it is filled, ${dropped.join(' and ')} ${dropped.length === 1 && !encrypted ? 'is' : 'are'} left out.`,
    );
  if (state === 'none') terminal.say(`Next: clearway forms map ${added.edition.form} ${added.edition.edition} --init`);
  terminal.result({
    form: added.edition.form,
    edition: added.edition.edition,
    isNew: added.isNew,
    sha256,
    fieldListSha256,
    pages: pages.length,
    fields: fields.length,
    tagged,
    language,
    xfa,
    javaScript,
    encrypted,
    mapping: state,
  });
}

/** Every form of the office. */
export async function listForms(options: FormsOptions, terminal: Terminal): Promise<void> {
  const folder = formFolderOf(options);
  const all = await folder.list();
  if (all.length === 0)
    terminal.say(`No form is registered in ${folder.folder}. "clearway forms add FILE.pdf" registers one.`);
  const rows = all.map((each) => ({
    form: each.edition.form,
    edition: each.edition.edition,
    fields: each.edition.fields.length,
    uses: each.uses.length,
    mapping: mappingState(each),
  }));
  for (const { form, edition, fields, uses, mapping } of rows) {
    terminal.say(
      `${form.padEnd(24)}${edition.padEnd(14)}${String(fields).padStart(4)} fields   mapping: ${mapping.words}${uses > 0 ? `   used by ${uses}` : ''}`,
    );
  }
  terminal.result({ forms: rows.map(({ mapping, ...row }) => ({ ...row, mapping: mapping.state })) });
}

/** Removes an edition on which nothing was filed. */
export async function removeForm(
  form: string,
  edition: string,
  options: FormsOptions,
  terminal: Terminal,
): Promise<void> {
  const folder = formFolderOf(options);
  const { edition: registered } = await folder.get(form, edition);
  await folder.remove(registered.form, registered.edition);
  terminal.say(`${registered.form}, edition ${registered.edition}: removed.`);
  terminal.result({ removed: { form: registered.form, edition: registered.edition } });
}
