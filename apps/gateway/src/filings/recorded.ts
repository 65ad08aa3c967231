import { recordFiling } from '@clearway/contracts';
import { type Answer } from '@clearway/messaging';
import { HttpStatus } from '@nestjs/common';
import { ServerResponse } from 'node:http';
import { z } from 'zod';
import { answer } from '../openapi/answers';
import { RecordedSchema } from './filing.dto';

export const RECORDED = answer(201, 'The events, and the batch as it stands now', RecordedSchema);
export const KNOWN = answer(200, 'The book said the same before', RecordedSchema);
export type Recorded = z.infer<typeof RecordedSchema>;

/** 201 where something was recorded, 200 where the book said it before. */
export async function answerRecorded(
  recording: Promise<Answer<typeof recordFiling>>,
  response: ServerResponse,
): Promise<Recorded> {
  const { events, known, batch, lines } = await recording;
  response.statusCode = known ? HttpStatus.OK : HttpStatus.CREATED;
  return { events, batch, lines };
}
