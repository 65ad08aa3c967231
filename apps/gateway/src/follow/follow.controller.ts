import { Controller, Get, Headers, Param, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IncomingMessage, ServerResponse } from 'node:http';
import { PROBLEM } from '../openapi/answers';
import { schemaOf } from '../openapi/json-schema';
import { OFFICE, RUN } from '../problems/parameters';
import { OfficeSchema, RunIdSchema } from '../runs/run.dto';
import { FollowService } from './follow.service';
import { readLastEventId } from './event-stream';

@ApiTags('runs')
@ApiParam({ name: 'office', schema: schemaOf(OfficeSchema) })
@ApiParam({ name: 'run', schema: schemaOf(RunIdSchema) })
@ApiResponse(PROBLEM)
@Controller('api/offices/:office/runs/:run/events')
export class FollowController {
  constructor(private readonly follow: FollowService) {}

  @Get()
  @ApiOperation({
    operationId: 'followRun',
    summary: 'What happens in a run, as server-sent events: state, progress, stalled, outputs; and live, how far a stage is, which is not kept',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, schema: { type: 'integer' }, description: 'Resume after this event' })
  @ApiResponse({ status: 200, description: 'Events until the run ends', content: { 'text/event-stream': { schema: { type: 'string' } } } })
  @ApiResponse({ status: 204, description: 'The run has ended and the caller has every event' })
  async events(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: IncomingMessage,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const gone = new AbortController();
    request.once('close', () => gone.abort());
    await this.follow.follow(office, run, readLastEventId(lastEventId), response, gone.signal);
  }
}
