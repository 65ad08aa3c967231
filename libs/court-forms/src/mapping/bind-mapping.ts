import { meant } from '@clearway/yaml-with-lines';
import { type FormEdition, type FormField } from '../edition/form-edition';
import { MappingError, type MappingProblem } from '../errors';
import { namesOfUse } from './names-of-use';
import { type FieldUse, type FormMapping, type MappedField } from './mapping';
import { type MappingEntry, type MappingFile } from './mapping-file';

/**
 * Binds a mapping to an edition: every field of the edition once, only states that exist, only names that are known. Tooltips
 * are compared where the mapping gives them, because checkboxes are numbered by position and a number may be another box tomorrow.
 * @param names the names of values that filings have, of lists the first item's (`line.1.section`); not checked when left out
 * @throws MappingError with every problem at once
 */
export function bindMapping(file: MappingFile, edition: FormEdition, names?: Iterable<string>): FormMapping {
  const { mapping, problems } = bindWithProblems(file, edition, names);
  if (problems.length > 0) throw new MappingError('form.mapping-invalid', problems);
  return mapping;
}

/** As `bindMapping`, but what fits is given beside the problems. */
export function bindWithProblems(
  file: MappingFile,
  edition: FormEdition,
  names?: Iterable<string>,
): { readonly mapping: FormMapping; readonly problems: readonly MappingProblem[] } {
  const problems: MappingProblem[] = [];
  const fields: MappedField[] = [];
  const taken = new Map<string, number>();
  const known = names === undefined ? undefined : new Set(names);
  for (const entry of file.entries) {
    const wrong = (words: string): void =>
      void problems.push({ line: entry.line, path: entry.field ?? entry.tooltip ?? '', words });
    const field = fieldOf(entry, edition, wrong);
    if (!field) continue;
    const before = taken.get(field.name);
    if (before !== undefined) {
      wrong(`is mentioned twice, also in line ${before}: keep one`);
      continue;
    }
    taken.set(field.name, entry.line);
    const use = useOn(field, entry.use, wrong);
    if (known)
      for (const name of namesOfUse(use))
        if (!known.has(name) && !known.has(ofFirstItem(name)))
          wrong(`no value is named "${name}"${meant(name, known)}`);
    fields.push({ field: field.name, use, confirm: entry.confirm || file.confirm, line: entry.line });
  }
  for (const { name, tooltip, label } of edition.fields) {
    if (taken.has(name)) continue;
    const seen = tooltip || label;
    problems.push({
      line: 0,
      path: name,
      words: `is not mentioned${seen === '' ? '' : ` ("${shortened(seen)}")`}: say what becomes of it; "leave: blank" when it is not ours`,
    });
  }
  return { mapping: { form: edition.form, edition: edition.edition, sha256: edition.sha256, fields }, problems };
}

type Wrong = (words: string) => void;

function fieldOf(entry: MappingEntry, edition: FormEdition, wrong: Wrong): FormField | undefined {
  const { field: name, tooltip } = entry;
  if (name === undefined) {
    const found = edition.fields.filter((each) => sameWords(each.tooltip, tooltip ?? ''));
    if (found.length === 1) return found[0];
    wrong(
      found.length === 0
        ? `no field has this tooltip${meant(
            tooltip ?? '',
            edition.fields.map((each) => each.tooltip),
          )}`
        : `${found.length} fields have this tooltip: name the field as well`,
    );
    return undefined;
  }
  const field = edition.fields.find((each) => each.name === name);
  if (!field) {
    wrong(
      `the form has no such field${meant(
        name,
        edition.fields.map((each) => each.name),
      )}`,
    );
    return undefined;
  }
  if (tooltip !== undefined && !sameWords(field.tooltip, tooltip)) {
    wrong(
      `has another tooltip in this form, "${shortened(field.tooltip)}": it may be another field now; look at the form`,
    );
    return undefined;
  }
  return field;
}

/** A use with its state, after it was found to fit the field. */
function useOn(field: FormField, use: FieldUse, wrong: Wrong): FieldUse {
  const { type, states } = field;
  if (use.kind === 'text') {
    if (type !== 'text')
      wrong(
        `is a ${type} and takes no text: use ${type === 'button' || type === 'signature' ? 'leave' : 'checked or choose'}`,
      );
    if (field.fontSize > 0 && use.minSize > field.fontSize)
      wrong(
        `has text of ${field.fontSize} points, and min-size ${use.minSize} is more: give a min-size of at most ${field.fontSize}`,
      );
    return use;
  }
  if (use.kind === 'check') {
    if (type !== 'checkbox' && type !== 'radio')
      wrong(`is a ${type} and cannot be ticked: use ${type === 'text' ? 'value or text' : 'leave'}`);
    else if (use.state !== '' && !states.includes(use.state))
      wrong(`has no state "${use.state}": it has ${listed(states)}`);
    else if (use.state === '' && states.length !== 1)
      wrong(
        states.length === 0
          ? 'has no state that shows a tick: it can only be left'
          : `has the states ${listed(states)}: say which with state`,
      );
    return use.state === '' ? { ...use, state: states[0] ?? '' } : use;
  }
  if (use.kind === 'choose') {
    if (type !== 'radio' && type !== 'choice' && type !== 'checkbox')
      wrong(`is a ${type} and has nothing to choose: use ${type === 'text' ? 'value or text' : 'leave'}`);
    for (const { state } of use.states)
      if (!states.includes(state)) wrong(`has no state "${state}"${meant(state, states)}: it has ${listed(states)}`);
    return use;
  }
  if (use.kind === 'court' && type === 'button') wrong('is a button, which has no value: use leave: blank');
  return use;
}

function listed(states: readonly string[]): string {
  return states.length === 0 ? 'none' : states.map((each) => `"${each}"`).join(', ');
}

/** Items of lists are counted: `line.7.section` is known when `line.1.section` is. */
function ofFirstItem(name: string): string {
  return name.replace(/\.[1-9]\d*\.(?=[A-Za-z])/, '.1.');
}

/** Runs of blanks and line breaks are one blank: tooltips are broken in the middle. */
export function sameWords(a: string, b: string): boolean {
  return blanks(a) === blanks(b);
}

function blanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function shortened(text: string): string {
  const plain = blanks(text);
  return plain.length > 80 ? `${plain.slice(0, 77)}...` : plain;
}
