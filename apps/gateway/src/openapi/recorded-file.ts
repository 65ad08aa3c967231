import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiParam, ApiResponse } from '@nestjs/swagger';
import { ImportedFileSchema } from '../corrections/correction.dto';
import { RunIdSchema } from '../runs/run.dto';
import { answer, refusals } from './answers';
import { schemaOf } from './json-schema';

/**
 * Describes a route that takes a file of recorded events for a run. `writtenBy`: the command that writes such files; `events`: how many
 * stand in the examples; `refused`: refusals of the file by code, each with its cure.
 */
export function TakesRecordedFile({
  writtenBy,
  events,
  refused,
}: {
  readonly writtenBy: string;
  readonly events: number;
  readonly refused: Readonly<Record<string, string>>;
}): MethodDecorator {
  return applyDecorators(
    ApiParam({ name: 'run', schema: schemaOf(RunIdSchema) }),
    ApiConsumes('application/x-ndjson', 'application/octet-stream'),
    ApiBody({
      description: `The file as ${writtenBy} wrote it (JSON lines), at most 64 MB; any content type`,
      schema: { type: 'string', format: 'binary' },
    }),
    ApiResponse(answer(201, 'What was recorded', ImportedFileSchema, { recorded: events, known: 0, replaced: 0 })),
    ApiResponse(
      answer(200, 'The office had all of it before', ImportedFileSchema, { recorded: 0, known: events, replaced: 0 }),
    ),
    ApiResponse(refusals(422, refused)),
  );
}
