import { z } from 'zod';
import { IdempotencyKeySchema } from '../runs/run.dto';
import { ApiProblem } from './api-problem';
import { ZodPipe } from './zod.pipe';

const pipe = new ZodPipe(z.strictObject({ county: z.string(), pages: z.number().max(9, 'must be at most 9') }));

function problemOfBody(body: unknown): ApiProblem {
  try {
    pipe.transform(body);
  } catch (thrown) {
    if (thrown instanceof ApiProblem) return thrown;
  }
  throw new Error('the body was accepted');
}

describe(ZodPipe.name, () => {
  it('names every wrong field at once and the cure', () => {
    expect(problemOfBody({ pages: 10 }).toBody()).toMatchObject({
      status: 422,
      code: 'request.invalid',
      errors: [
        { path: 'county', message: 'must be string' },
        { path: 'pages', message: 'must be at most 9' },
      ],
    });
  });

  it('never repeats a value or the name of an unknown field', () => {
    const body = JSON.stringify(problemOfBody({ county: 'X', pages: 'PLANTED,NAME', 'PLANTED,KEY': 1 }).toBody());
    expect(body).not.toContain('PLANTED');
  });

  it('names a header that is missing, and the cure', () => {
    expect(() => new ZodPipe(IdempotencyKeySchema, 'run.idempotency-key', 'Idempotency-Key').transform(undefined)).toThrow(
      expect.objectContaining({ errors: [{ path: 'Idempotency-Key', message: expect.stringMatching(/is missing: send a header Idempotency-Key of 8 to 128 .* such as a UUID/) as string }] }) as Error,
    );
  });

  it('passes a right body', () => {
    expect(pipe.transform({ county: 'X', pages: 1 })).toEqual({ county: 'X', pages: 1 });
  });
});
