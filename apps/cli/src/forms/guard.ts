import { readFile, stat } from 'node:fs/promises';
import {
  asEdition,
  carryMapping,
  compareEditions,
  type EditionComparison,
  type FieldChange,
  type FormEdition,
  readFormFile,
  readMapping,
} from '@clearway/court-forms';
import { CliError } from '../cli-error';
import { type Terminal } from '../terminal/terminal';
import { formFolderOf, type FormsOptions } from './form-folder-of';
import { mappingState } from './form-words';

const ORDER = ['kept', 'moved', 'reworded', 'retyped', 'renamed', 'lost', 'new'] as const;

export interface CarryOptions extends FormsOptions {
  readonly replace?: boolean;
}

/** What changed from one edition to the next. Each is `FORM:EDITION`, or a PDF that is not registered. */
export async function diffForms(old: string, next: string, options: FormsOptions, terminal: Terminal): Promise<void> {
  const comparison = compareEditions(await editionOf(old, options), await editionOf(next, options));
  sayComparison(comparison, terminal);
  terminal.result({ counts: countsOf(comparison), changes: comparison.changes.map(plainChange) });
}

/** Carries the mapping of an edition over to another one of the same form. */
export async function carryForm(
  form: string,
  old: string,
  next: string,
  { replace, ...options }: CarryOptions,
  terminal: Terminal,
): Promise<void> {
  const folder = formFolderOf(options);
  const [from, to] = [await folder.get(form, old), await folder.get(form, next)];
  if (from.mappingText === undefined)
    throw new CliError(
      'form.mapping-missing',
      `${from.edition.form}, edition ${old}, has no mapping that could be carried over: "clearway forms map" begins one.`,
    );
  const comparison = compareEditions(from.edition, to.edition);
  const { text, carried, toConfirm, lost } = carryMapping(readMapping(from.mappingText), comparison);
  const path = await folder.writeMapping(form, next, text, replace === true);
  const { words } = mappingState(await folder.get(form, next));
  terminal.say(path);
  terminal.say(
    `${carried} of ${to.edition.fields.length} fields carried over, ${toConfirm} to confirm, ${lost} mapped fields lost. Mapping: ${words}.`,
  );
  if (toConfirm + lost > 0)
    terminal.say(
      `Nothing is filed on edition ${next} until they are confirmed: see the remarks in that file, and "clearway forms check ${to.edition.form} ${next}".`,
    );
  terminal.result({ path, carried, toConfirm, lost });
}

function sayComparison(comparison: EditionComparison, terminal: Terminal): void {
  for (const kind of ORDER) {
    const changes = comparison.changes.filter((each) => each.kind === kind);
    if (changes.length === 0) continue;
    terminal.say(`${kind}: ${changes.length}`);
    for (const change of changes) terminal.say(`  ${changeInWords(change)}`);
  }
}

function changeInWords(change: FieldChange): string {
  switch (change.kind) {
    case 'kept':
      return change.old.name;
    case 'lost':
      return change.old.name;
    case 'new':
      return change.next.name;
    case 'renamed': {
      const others = change.others.length === 0 ? '' : `; may also be ${change.others.join(', ')}`;
      return `${change.old.name} -> ${change.next.name} (${Math.round(change.score * 100)} of 100: ${change.reason}${others})`;
    }
    default:
      return `${change.old.name} (${change.reason})`;
  }
}

function plainChange(change: FieldChange): object {
  const { kind } = change;
  return {
    kind,
    ...('old' in change ? { old: change.old.name } : {}),
    ...('next' in change ? { new: change.next.name } : {}),
    ...('score' in change ? { score: change.score, others: change.others } : {}),
    ...('reason' in change ? { reason: change.reason } : {}),
  };
}

function countsOf({ changes }: EditionComparison): Record<string, number> {
  return Object.fromEntries(ORDER.map((kind) => [kind, changes.filter((each) => each.kind === kind).length]));
}

async function editionOf(text: string, options: FormsOptions): Promise<FormEdition> {
  if ((await stat(text).catch(() => undefined))?.isFile()) {
    const file = await readFormFile(await readFile(text));
    return asEdition(file, file.printed.form || 'FORM', file.printed.edition || 'unnamed');
  }
  const [form = '', edition] = text.split(':');
  return (await formFolderOf(options).get(form, edition)).edition;
}
