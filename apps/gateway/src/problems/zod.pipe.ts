import { Injectable, type PipeTransform } from '@nestjs/common';
import { type ZodType, z } from 'zod';
import { ApiProblem } from './api-problem';

/** Checks a body or a query against its schema; reports every wrong field at once, by path and cure, without its value. */
@Injectable()
export class ZodPipe<T> implements PipeTransform<unknown, T> {
  constructor(
    private readonly schema: ZodType<T>,
    private readonly code = 'request.invalid',
    /** Name of the header or parameter, where the value is not an object with named fields. */
    private readonly name = '(body)',
  ) {}

  transform(value: unknown): T {
    const result = this.schema.safeParse(value ?? (this.name === '(body)' ? {} : undefined));
    if (result.success) return result.data;
    throw new ApiProblem(
      422,
      this.code,
      'Some fields are missing or wrong; each is named with what it has to be.',
      result.error.issues.map((issue) => ({ path: issue.path.join('.') || this.name, message: wordsOf(issue) })),
    );
  }
}

/** Words of our own schemas are kept; zod's for wrong types name the type wanted and never the value. */
function wordsOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'holds a field that is not known; remove it or look at /api/openapi.json';
    case 'invalid_type':
      return issue.message.startsWith('Invalid input') ? `must be ${issue.expected}` : issue.message;
    default:
      return issue.message;
  }
}
