import { FormStoreError } from '../errors';

const FORM = /^[A-Z0-9][A-Z0-9-]{0,39}$/;
const EDITION = /^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/;

/** A form's number as the registry writes it: `cr-400` and `CR 400` are `CR-400`. Throws when it cannot be a folder's name. */
export function formName(text: string): string {
  const name = text
    .trim()
    .toUpperCase()
    .replace(/[\s_]+/g, '-');
  if (FORM.test(name)) return name;
  throw new FormStoreError(
    'form.name-invalid',
    'A form is named by letters, digits and hyphens, at most 40, such as CR-400: give another --form.',
  );
}

/** The name of an edition. Throws when it cannot be a folder's name. */
export function editionName(text: string): string {
  const name = text.trim();
  if (EDITION.test(name) && !name.includes('..')) return name;
  throw new FormStoreError(
    'form.name-invalid',
    'An edition is named by one word, best its date such as 2017-07-01: letters, digits, points and hyphens, at most 40. Give another --edition.',
  );
}
