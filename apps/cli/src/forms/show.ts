import { writeFile } from 'node:fs/promises';
import { bindWithProblems, libraryEdition, previewForm, useInWords } from '@clearway/court-forms';
import { type Terminal } from '../terminal/terminal';
import { formFolderOf, type FormsOptions } from './form-folder-of';
import { mappingState, short } from './form-words';

export interface PreviewOptions extends FormsOptions {
  readonly out: string;
}

/** The fields of a form: number, place, type, states, name, tooltip, and what each is mapped to. */
export async function showForm(
  form: string,
  name: string | undefined,
  options: FormsOptions,
  terminal: Terminal,
): Promise<void> {
  const registered = await formFolderOf(options).get(form, name);
  const { edition } = registered;
  const { mapping } = libraryEdition(registered);
  const bound = new Map(
    mapping ? bindWithProblems(mapping, edition).mapping.fields.map((each) => [each.field, each]) : [],
  );
  const state = mappingState(registered);
  terminal.say(`${edition.form}, edition ${edition.edition}${edition.title === '' ? '' : `: ${edition.title}`}`);
  terminal.say(`SHA-256 ${edition.sha256}`);
  terminal.say(`field list ${edition.fieldListSha256}`);
  terminal.say(
    `${edition.fields.length} fields, ${edition.pages.length} page(s); ${edition.tagged ? 'tagged' : 'not tagged'}; language ${edition.language || 'not said'}; XFA ${edition.xfa}; JavaScript ${edition.javaScript ? 'yes' : 'no'}; mapping: ${state.words}`,
  );
  terminal.say('');
  const rows = edition.fields.map((field, index) => {
    const use = bound.get(field.name);
    return {
      number: index + 1,
      field,
      mappedTo: use === undefined ? 'not mapped' : `${useInWords(use.use)}${use.confirm ? ' (to confirm)' : ''}`,
    };
  });
  for (const { number, field, mappedTo } of rows) {
    const place = field.places[0];
    const where = place
      ? `page ${place.page} at ${Math.round(place.left)},${Math.round(place.bottom)}${field.places.length > 1 ? ` and ${field.places.length - 1} more` : ''}`
      : 'on no page';
    const states = field.states.length === 0 ? '' : ` [${field.states.join(', ')}]`;
    const ships = field.shippedValue === '' ? '' : `; ships with "${short(field.shippedValue, 30)}"`;
    terminal.say(`${String(number).padStart(3)}  ${field.name}`);
    terminal.say(`     ${field.type}${states}, ${where}${ships}; ${mappedTo}`);
    const seen = field.tooltip || field.label;
    if (seen !== '') terminal.say(`     ${field.tooltip === '' ? 'beside it' : 'tooltip'}: ${short(seen, 100)}`);
  }
  terminal.result({
    edition,
    mapping: state.state,
    missing: state.missing,
    mappedTo: Object.fromEntries(rows.map(({ field, mappedTo }) => [field.name, mappedTo])),
  });
}

/** Writes a copy of the form with a number on every field and the list of what they are. */
export async function previewFormTo(
  form: string,
  name: string | undefined,
  { out, ...options }: PreviewOptions,
  terminal: Terminal,
): Promise<void> {
  const { edition, bytes } = await formFolderOf(options).get(form, name);
  await writeFile(out, await previewForm(bytes, edition), { mode: 0o600 });
  terminal.say(
    `${out}: the ${edition.fields.length} fields of ${edition.form}, edition ${edition.edition}, each with its number; the numbers are those of "clearway forms show".`,
  );
  terminal.result({ out, form: edition.form, edition: edition.edition, fields: edition.fields.length });
}
