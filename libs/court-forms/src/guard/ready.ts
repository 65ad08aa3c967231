import { type FormEdition } from '../edition/form-edition';
import { FormNotReadyError } from '../errors';
import { bindWithProblems } from '../mapping/bind-mapping';
import { type FormMapping } from '../mapping/mapping';
import { type MappingFile } from '../mapping/mapping-file';

/** What keeps an edition from being filled. */
export interface Readiness {
  readonly mapping: FormMapping;
  /** The mapping does not fit the edition: in words, with line and cure. */
  readonly unmapped: readonly string[];
  /** A person has not confirmed it yet. */
  readonly unconfirmed: readonly string[];
}

/** Whether a mapping fits an edition, and whether a person has confirmed all of it. */
export function readinessOf(file: MappingFile, edition: FormEdition, names?: Iterable<string>): Readiness {
  const { mapping, problems } = bindWithProblems(file, edition, names);
  const belongs = file.sha256.includes(edition.sha256) || file.fieldLists.includes(edition.fieldListSha256);
  return {
    mapping,
    unmapped: [
      ...(belongs
        ? []
        : [
            'the mapping names another file: neither the hash of this PDF nor of its field list stands in it under "files"',
          ]),
      ...problems.map(({ line, path, words }) => `${line > 0 ? `line ${line}: ` : ''}${path}: ${words}`),
    ],
    unconfirmed: [
      ...(file.confirm
        ? ['the whole mapping waits for a person: look at the form, then take "confirm: yes" away from its head']
        : []),
      ...file.lost.map(
        ({ field, had }) =>
          `the field "${field}" of the edition before (${had}) is gone: map its value elsewhere or give it up, then remove it from "lost"`,
      ),
      ...file.entries
        .filter(({ confirm }) => confirm)
        .map(
          ({ line, field, tooltip }) =>
            `line ${line}: "${field ?? tooltip ?? ''}" waits for a person: look at the form, then take "confirm: yes" away`,
        ),
    ],
  };
}

/**
 * The mapping, when every field of the edition is mapped and confirmed.
 * @throws FormNotReadyError that names everything that is missing
 */
export function requireReady(file: MappingFile, edition: FormEdition, names?: Iterable<string>): FormMapping {
  const { mapping, unmapped, unconfirmed } = readinessOf(file, edition, names);
  if (unmapped.length + unconfirmed.length > 0)
    throw new FormNotReadyError(edition.form, edition.edition, [...unmapped, ...unconfirmed]);
  return mapping;
}
