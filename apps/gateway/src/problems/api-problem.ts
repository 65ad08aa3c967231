/** What an HTTP caller is told when something cannot be done: a stable code, what kind of thing it is, and the cure. */
export interface ProblemBody {
  readonly type: string;
  readonly code: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** One entry per field that is wrong; `path` names the field of the request, never its value. */
  readonly errors?: readonly FieldProblem[];
}

export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is not understood',
  403: 'Not allowed',
  404: 'Not found',
  409: 'In conflict with what is stored',
  410: 'Destroyed',
  413: 'Too large',
  416: 'Range outside of the file',
  422: 'The request cannot be carried out',
  500: 'Something went wrong here',
  503: 'Busy or unavailable',
  507: 'Not enough free disk',
};

/**
 * An error with an HTTP status and a dotted code (`run.not-found`). The detail names the kind of thing and the cure; it
 * is shown to callers and logged, so it never carries a name, a number or any other value out of a file.
 */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly errors?: readonly FieldProblem[],
    /** Seconds after which it is worth trying again. */
    readonly retryAfter?: number,
  ) {
    super(detail);
    this.name = ApiProblem.name;
  }

  toBody(): ProblemBody {
    return {
      type: `urn:clearway:problem:${this.code}`,
      code: this.code,
      title: TITLES[this.status] ?? 'The request failed',
      status: this.status,
      detail: this.message,
      ...(this.errors ? { errors: this.errors } : {}),
    };
  }
}
