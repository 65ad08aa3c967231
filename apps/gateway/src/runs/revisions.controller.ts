import { determinationChanges } from '@clearway/contracts';
import { type Answer, QuestionClient } from '@clearway/messaging';
import { Body, Controller, Get, Headers, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ServerResponse } from 'node:http';
import { PROBLEM, answer, refusals } from '../openapi/answers';
import { schemaOf } from '../openapi/json-schema';
import { OFFICE, RUN } from '../problems/parameters';
import { ZodPipe } from '../problems/zod.pipe';
import {
  type AddFiles,
  AddFilesSchema,
  ChangesSchema,
  type ChangesQuery,
  ChangesQuerySchema,
  REVISION_QUERY,
  type Renew,
  RenewSchema,
  RevisedSchema,
  type RevisedView,
  RevisionListSchema,
  type RevisionQuery,
  RevisionQuerySchema,
  type RevisionView,
  RunFilesSchema,
  type RunFileView,
} from './revision.dto';
import { RevisionsService, type Revised } from './revisions.service';
import { IdempotencyKeySchema, OfficeSchema, RunIdSchema } from './run.dto';
import { RunsService } from './runs.service';

const SHA256 = 'b1946ac92492d2347c6235b4d2611184a9f2c1d2e3f4a5b6c7d8e9f0a1b2c3d4';
const ADD_FILES = { files: [{ sha256: SHA256, name: 'court.csv', mapping: { name: 'generic' } }] };
const ADD_LISTS = {
  done: [
    {
      sha256: SHA256,
      name: 'list.csv',
      mapping: {
        text: 'mapping: ours\nreads: facts\nlist: state-list-2019\nformat: csv\ndates: [YYYY-MM-DD]\ncolumns:\n  - { column: Name, as: name }\n  - { column: Born, as: birth-date }\n  - { column: Case, as: case-number }\n',
      },
    },
  ],
};
const NOT_NOW = {
  'run.not-ended': 'The run is deciding; wait until it is done, then send this again.',
  'run.key-reused': 'This Idempotency-Key was used for another revision of this run; use a new key for a new one.',
};
const NOT_THESE = {
  'run.invalid':
    'The files cannot be added; each field that is wrong is named with its cure. Such as done.0: list.csv: its mapping does not say what kind of list it is. Add a line "list:".',
};

@ApiTags('revisions')
@ApiParam({ name: 'office', schema: schemaOf(OfficeSchema) })
@ApiParam({ name: 'run', schema: schemaOf(RunIdSchema) })
@ApiResponse(PROBLEM)
@Controller('api/offices/:office/runs/:run')
export class RevisionsController {
  constructor(
    private readonly revisions: RevisionsService,
    private readonly runs: RunsService,
    private readonly questions: QuestionClient,
  ) {}

  @Post('files')
  @ApiOperation({
    operationId: 'addFiles',
    summary:
      'Add uploaded files, or lists of what already happened, to a run that has ended: a new revision, which decides only the people whom they touch',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true, schema: schemaOf(IdempotencyKeySchema) })
  @ApiBody({
    schema: schemaOf(AddFilesSchema),
    examples: {
      files: { summary: "A court's export", value: ADD_FILES },
      done: { summary: 'A list that names people by name, with the mapping that reads it', value: ADD_LISTS },
    },
  })
  @ApiResponse(answer(201, 'The new revision has begun', RevisedSchema))
  @ApiResponse(
    answer(200, 'Nothing new: the run has these files already, or this key began the revision before', RevisedSchema),
  )
  @ApiResponse(refusals(409, NOT_NOW))
  @ApiResponse(refusals(422, NOT_THESE))
  async addFiles(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body(new ZodPipe(AddFilesSchema, 'run.invalid')) request: AddFiles,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<RevisedView> {
    return answerRevised(
      await this.revisions.addFiles(office, run, KEY.transform(key), request),
      'the run has files of these bytes already',
      response,
    );
  }

  @Post('revisions')
  @ApiOperation({
    operationId: 'renewRun',
    summary:
      'Make a run again with what attorneys decided, or courts said, since: only the people whom it touches are decided again',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true, schema: schemaOf(IdempotencyKeySchema) })
  @ApiBody({ schema: schemaOf(RenewSchema) })
  @ApiResponse(answer(201, 'The new revision has begun', RevisedSchema))
  @ApiResponse(answer(200, 'Nothing new since, or this key began the revision before', RevisedSchema))
  async renew(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body(new ZodPipe(RenewSchema, 'run.invalid')) request: Renew,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<RevisedView> {
    return answerRevised(
      await this.revisions.renew(office, run, KEY.transform(key), request),
      'nothing new was recorded since',
      response,
    );
  }

  @Get('revisions')
  @ApiOperation({
    operationId: 'listRevisions',
    summary: 'The revisions of a run, newest first: why each was made, from what, and how it ended',
  })
  @ApiResponse(answer(200, 'Every revision', RevisionListSchema))
  list(@Param('office', OFFICE) office: string, @Param('run', RUN) run: string): Promise<{ items: RevisionView[] }> {
    return this.revisions.list(office, run);
  }

  @Get('files')
  @ApiOperation({
    operationId: 'listFiles',
    summary: 'The inputs of a run: what each is, what was used and rejected of it, whom it joined and asks about',
  })
  @ApiQuery(REVISION_QUERY)
  @ApiResponse(answer(200, 'Every input, those of the state first', RunFilesSchema))
  files(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Query(new ZodPipe(RevisionQuerySchema)) { revision }: RevisionQuery,
  ): Promise<{ revision: number; items: RunFileView[] }> {
    return this.revisions.files(office, run, revision);
  }

  @Get('changes')
  @ApiOperation({
    operationId: 'listChanges',
    summary: 'The determinations that differ from those of the revision before, page by page',
  })
  @ApiQuery(REVISION_QUERY)
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 500, default: 100 } })
  @ApiQuery({ name: 'after', required: false, description: '`next` of the page before' })
  @ApiResponse(answer(200, 'A page of changes, in the order of the file; what is gone stands last', ChangesSchema))
  async changes(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Query(new ZodPipe(ChangesQuerySchema)) query: ChangesQuery,
  ): Promise<Answer<typeof determinationChanges>> {
    const { after, limit, revision } = query;
    const of = await this.runs.revisionShown(office, run, revision);
    return this.questions.ask(determinationChanges, { ...of, limit, cursor: after ?? null });
  }
}

const KEY = new ZodPipe(IdempotencyKeySchema, 'run.idempotency-key', 'Idempotency-Key');

function answerRevised({ what, run }: Revised, unchanged: string, response: ServerResponse): RevisedView {
  response.statusCode = what === 'begun' ? HttpStatus.CREATED : HttpStatus.OK;
  response.setHeader('Location', `/api/offices/${run.office}/runs/${run.id}`);
  const because = {
    begun: 'a new revision has begun',
    before: 'this request was carried out before',
    unchanged: `nothing changes: ${unchanged}`,
  }[what];
  return { ...RevisedSchema.parse({ ...run, revised: what !== 'unchanged', because }) };
}
