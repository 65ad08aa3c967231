import { type FileProblem, problemWords } from '@clearway/yaml-with-lines';

/** A file cannot be registered as a form; says why and what to do. */
export class FormFileError extends Error {
  override readonly name = 'FormFileError';
  constructor(
    readonly code:
      | 'form.not-a-pdf'
      | 'form.unreadable'
      | 'form.encrypted'
      | 'form.dynamic-xfa'
      | 'form.no-fields'
      | 'form.names-collide',
    message: string,
  ) {
    super(message);
  }
}

/** One thing that is wrong with a mapping. */
export type MappingProblem = FileProblem;

/** A mapping cannot be used; lists every problem at once, each with its line, the thing and the cure. */
export class MappingError extends Error {
  override readonly name = 'MappingError';
  constructor(
    readonly code: 'form.mapping-unreadable' | 'form.mapping-invalid',
    readonly problems: readonly MappingProblem[],
  ) {
    super(problems.map((each) => problemWords(each)).join('\n'));
  }
}

/** A form cannot be filled yet; names what is missing. */
export class FormNotReadyError extends Error {
  override readonly name = 'FormNotReadyError';
  readonly code = 'form.not-ready';
  constructor(
    readonly form: string,
    readonly edition: string,
    /** In words, each with its cure. */
    readonly missing: readonly string[],
  ) {
    super(
      `The form ${form}, edition ${edition}, cannot be filled yet:\n${missing.map((each) => `- ${each}`).join('\n')}`,
    );
  }
}

/** The folder of forms refuses; says why and what to do. */
export class FormStoreError extends Error {
  override readonly name = 'FormStoreError';
  constructor(
    readonly code:
      | 'form.unknown'
      | 'form.name-needed'
      | 'form.exists'
      | 'form.in-use'
      | 'form.damaged'
      | 'form.name-invalid'
      | 'form.mapping-missing',
    message: string,
  ) {
    super(message);
  }
}
