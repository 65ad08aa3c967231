import { type ApiResponseOptions } from '@nestjs/swagger';
import { type ZodType, z } from 'zod';
import { schemaOf } from './json-schema';

const ProblemSchema = z.object({
  type: z.string(),
  code: z.string().describe('Stable and dotted, such as run.not-found'),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().describe('What is wrong and the cure; never a value out of a file'),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

/** Every route can answer with a problem. */
export const PROBLEM: ApiResponseOptions = {
  status: 'default',
  description: 'What is wrong, and the cure',
  content: { 'application/problem+json': { schema: schemaOf(ProblemSchema) } },
};

/** An answer in JSON. */
export function answer(status: number, description: string, schema: ZodType, example?: unknown): ApiResponseOptions {
  const json = { schema: schemaOf(schema), ...(example === undefined ? {} : { example }) };
  return { status, description, content: { 'application/json': json } };
}

/** Refusals with one status, by their codes: when each is answered, and with which cure. */
export function refusals(status: number, byCode: Readonly<Record<string, string>>): ApiResponseOptions {
  const examples = Object.entries(byCode).map(([code, detail]) => [code, { value: { type: 'about:blank', code, title: code, status, detail } }]);
  const description = Object.entries(byCode)
    .map(([code, detail]) => `\`${code}\`: ${detail}`)
    .join('\n\n');
  return { status, description, content: { 'application/problem+json': { schema: schemaOf(ProblemSchema), examples: Object.fromEntries(examples) } } };
}

/** An answer that is a file, of one of these media types. */
export function fileAnswer(description: string, ...mediaTypes: readonly string[]): ApiResponseOptions {
  return { status: 200, description, content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: { type: 'string' as const, format: 'binary' } }])) };
}
