import { type ApiBodyOptions } from '@nestjs/swagger';
import { type ZodType, z } from 'zod';

type Schema = Exclude<Extract<ApiBodyOptions, { schema: unknown }>['schema'], { $ref: string }>;

/** The OpenAPI schema of a zod schema: one source for the check and for the description. */
export function schemaOf(schema: ZodType): Schema {
  return z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input', unrepresentable: 'any' }) as Schema;
}
