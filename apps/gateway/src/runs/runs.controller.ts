import { Body, Controller, Get, Headers, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ServerResponse } from 'node:http';
import { PROBLEM, answer } from '../openapi/answers';
import { schemaOf } from '../openapi/json-schema';
import { OFFICE, RUN } from '../problems/parameters';
import { ZodPipe } from '../problems/zod.pipe';
import { type CreateRun, CreateRunSchema, IdempotencyKeySchema, OfficeSchema, type Page, PageSchema, type RunAgain, RunAgainSchema, RunListSchema, RunViewSchema } from './run.dto';
import { type RunView } from './run.view';
import { RunsService } from './runs.service';

@ApiTags('runs')
@ApiParam({ name: 'office', schema: schemaOf(OfficeSchema) })
@ApiResponse(PROBLEM)
@Controller('api/offices/:office/runs')
export class RunsController {
  constructor(private readonly runs: RunsService) {}

  @Post()
  @ApiOperation({ operationId: 'createRun', summary: 'Create a run over uploaded files; the same request under the same key is one run' })
  @ApiHeader({ name: 'Idempotency-Key', required: true, schema: schemaOf(IdempotencyKeySchema) })
  @ApiBody({ schema: schemaOf(CreateRunSchema) })
  @ApiResponse(answer(201, 'The run was created', RunViewSchema))
  @ApiResponse(answer(200, 'The run that this key made before', RunViewSchema))
  async create(
    @Param('office', OFFICE) office: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body(new ZodPipe(CreateRunSchema, 'run.invalid')) request: CreateRun,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<RunView> {
    return answerMade(office, await this.runs.create(office, KEY.transform(key), request), response);
  }

  @Get()
  @ApiOperation({ operationId: 'listRuns', summary: 'The runs of an office, newest first' })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 500, default: 50 } })
  @ApiQuery({ name: 'after', required: false, description: '`next` of the page before' })
  @ApiResponse(answer(200, 'A page of runs', RunListSchema))
  list(@Param('office', OFFICE) office: string, @Query(new ZodPipe(PageSchema)) page: Page): Promise<{ items: RunView[]; next: string | null }> {
    return this.runs.list(office, page);
  }

  @Get(':run')
  @ApiOperation({ operationId: 'getRun', summary: 'One run: state, revision, counts, progress by stage' })
  @ApiResponse(answer(200, 'The run', RunViewSchema))
  view(@Param('office', OFFICE) office: string, @Param('run', RUN) run: string): Promise<RunView> {
    return this.runs.view(office, run);
  }

  @Post(':run/again')
  @ApiOperation({ operationId: 'runAgain', summary: 'A new run with the settings of this one and all that attorneys have decided by now; this one stays as it is' })
  @ApiHeader({ name: 'Idempotency-Key', required: true, schema: schemaOf(IdempotencyKeySchema) })
  @ApiBody({ schema: schemaOf(RunAgainSchema), required: false })
  @ApiResponse(answer(201, 'The new run', RunViewSchema))
  @ApiResponse(answer(200, 'The run that this key made before', RunViewSchema))
  async again(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body(new ZodPipe(RunAgainSchema, 'run.invalid')) request: RunAgain,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<RunView> {
    return answerMade(office, await this.runs.again(office, run, KEY.transform(key), request), response);
  }

  @Post(':run/cancel')
  @ApiOperation({ operationId: 'cancelRun', summary: 'Stop a run; every service drops its work at its next batch' })
  @ApiResponse(answer(200, 'The run, cancelled', RunViewSchema))
  async cancel(@Param('office', OFFICE) office: string, @Param('run', RUN) run: string, @Res({ passthrough: true }) response: ServerResponse): Promise<RunView> {
    response.statusCode = HttpStatus.OK;
    return this.runs.cancel(office, run);
  }

  @Post(':run/purge')
  @ApiOperation({ operationId: 'purgeRun', summary: 'Destroy the personal data of an ended run everywhere; hashes and counts stay' })
  @ApiResponse(answer(200, 'The run, purged', RunViewSchema))
  async purge(@Param('office', OFFICE) office: string, @Param('run', RUN) run: string, @Res({ passthrough: true }) response: ServerResponse): Promise<RunView> {
    response.statusCode = HttpStatus.OK;
    return this.runs.purge(office, run);
  }
}

const KEY = new ZodPipe(IdempotencyKeySchema, 'run.idempotency-key', 'Idempotency-Key');

function answerMade(office: string, { created, run }: { readonly created: boolean; readonly run: RunView }, response: ServerResponse): RunView {
  response.statusCode = created ? HttpStatus.CREATED : HttpStatus.OK;
  response.setHeader('Location', `/api/offices/${office}/runs/${run.id}`);
  return run;
}
