import {
  fieldValues,
  fillFormBatch,
  FormFactError,
  type FormLibrary,
  type FormMapping,
  type LoadedForm,
  openForm,
  plannedFields,
  UnfillableFormError,
} from '@clearway/court-forms';
import { type CalendarDate } from '@clearway/record';
import { createHash } from 'node:crypto';
import { type FilingPlan } from '../filing/filing-plan';
import {
  type FormEdition,
  type FormFiling,
  type FormRefusal,
  type FormSource,
  type HeldFiling,
  NO_FORMS,
} from './form-source';

/** A form that the court of a plan wants, as plain data that can go to another thread: its PDF and mapping, or why it is missing. */
export type GivenForm =
  | {
      readonly form: string;
      readonly edition: string;
      readonly sha256: string;
      readonly bytes: Uint8Array;
      readonly mapping: FormMapping;
    }
  | ({ readonly form: string } & FormRefusal);

/** The forms that the courts of a plan want, by name. */
export function formsNamed({ batches }: Pick<FilingPlan, 'batches'>): readonly string[] {
  const named = new Set<string>();
  for (const { profile } of batches)
    for (const paper of profile.filing.papers) if (typeof paper !== 'string') named.add(paper.form);
  return [...named].sort();
}

/** The editions of these forms that are in force on a day. */
export function formsOf(library: FormLibrary, names: readonly string[], on: CalendarDate): readonly GivenForm[] {
  return names.map((form) => {
    const found = library.formFor(form, on);
    if ('missing' in found) return { form, refused: found.missing.reason, detail: found.missing.words };
    const { bytes, mapping, edition } = found.ready;
    // What is filled depends on the file and on what its fields are mapped to, not on the lines where the mapping says it.
    const uses = mapping.fields.map(({ field, use }) => [field, use]);
    const sha256 = createHash('sha256')
      .update(JSON.stringify([edition.sha256, uses]))
      .digest('hex');
    return { form, edition: edition.edition, sha256, bytes, mapping };
  });
}

/** Parses each form once; what cannot be filled is refused when it is asked for. */
export async function openForms(given: readonly GivenForm[]): Promise<FormSource> {
  if (given.length === 0) return NO_FORMS;
  const opened = new Map<string, FormEdition | FormRefusal>();
  for (const each of given) opened.set(each.form, 'refused' in each ? each : await open(each));
  return { edition: (form) => opened.get(form) ?? NO_FORMS.edition(form) };
}

async function open(given: Exclude<GivenForm, FormRefusal>): Promise<FormEdition | FormRefusal> {
  const { form, edition, sha256, bytes, mapping } = given;
  try {
    const loaded = await openForm(bytes, plannedFields(mapping));
    return { form, edition, sha256, fill: (filings, info) => fill(loaded, mapping, filings, info) };
  } catch (error) {
    if (!(error instanceof UnfillableFormError)) throw error;
    return { refused: 'form-edition-unmapped', detail: `${form}, edition ${edition}: ${error.message}` };
  }
}

function fill(
  loaded: LoadedForm,
  mapping: FormMapping,
  filings: readonly FormFiling[],
  { title, date }: { readonly title: string; readonly date: number },
): ReturnType<FormEdition['fill']> {
  const held: HeldFiling[] = [];
  const asked: number[] = [];
  const fillings = filings.flatMap(({ facts, fieldPrefix, caption }, filing) => {
    try {
      const values = fieldValues(mapping, facts);
      asked.push(filing);
      return [{ fieldPrefix, caption, values }];
    } catch (error) {
      if (!(error instanceof FormFactError)) throw error;
      held.push({ filing, detail: `value-unusable ${error.value}` });
      return [];
    }
  });
  if (fillings.length === 0) return { held };
  const batch = fillFormBatch(loaded, fillings, { title, date });
  for (const { filing, kind, field, tooltip } of batch.held)
    held.push({ filing: asked[filing] ?? 0, detail: [kind, tooltip || field].filter((part) => part !== '').join(' ') });
  held.sort((a, b) => a.filing - b.filing);
  return batch.file ? { file: batch.file, held } : { held };
}
