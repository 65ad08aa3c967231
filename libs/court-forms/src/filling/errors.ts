/** A PDF that cannot be opened as a form: it names what is wrong with the file, never what stands in it. */
export class UnfillableFormError extends Error {
  readonly code = 'form.unusable';
  readonly level = 'error';

  constructor(what: string) {
    super(`the form cannot be used: ${what}`);
    this.name = 'UnfillableFormError';
  }
}
