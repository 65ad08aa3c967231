import { ContentStore } from '@clearway/content-store';
import { CORRECTION_STATES, undoCorrection, WorkbookProblem } from '@clearway/contracts';
import { type Answer } from '@clearway/messaging';
import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { UndoSchema } from '../decisions/decision.dto';
import { answer, fileAnswer, PROBLEM, refusals } from '../openapi/answers';
import { schemaOf } from '../openapi/json-schema';
import { TakesRecordedFile } from '../openapi/recorded-file';
import { sendFile } from '../outputs/send-file';
import { newestOnly } from '../problems/newest-only';
import { OFFICE, RUN } from '../problems/parameters';
import { ZodPipe } from '../problems/zod.pipe';
import { REVISION_QUERY, type RevisionQuery, RevisionQuerySchema } from '../runs/revision.dto';
import { OfficeSchema, RunIdSchema } from '../runs/run.dto';
import {
  CorrectionIdSchema,
  type CorrectionsPage,
  CorrectionsPageSchema,
  type CorrectionsQuery,
  CorrectionsQuerySchema,
  type FoundList,
  FoundListSchema,
  type ImportedFile,
  RecordedSchema,
  WorklistKindSchema,
} from './correction.dto';
import { CorrectionsService, type ImportedAnswer, type RecordedAnswer } from './corrections.service';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ImportSchema = z.strictObject({
  partial: z.enum(['true', 'false'], 'must be true or false').default('false'),
  revision: newestOnly,
});
const ImportedSchema = RecordedSchema.extend({
  leftOut: z.array(WorkbookProblem),
  warnings: z
    .array(z.string())
    .describe(
      'What is no error and somebody should know, such as a worklist that does not say which files it was made of',
    ),
});

const REFUSED_FILE = {
  'corrections.unusable':
    'The corrections file cannot be used: line 3: a line before it was changed, moved or taken out; take the file from the backup. Nothing was taken.',
  'upload.empty': 'The file is empty; send the corrections file as the body of the request.',
};
const REFUSED_WORKLIST = {
  'fix.other-files':
    'This worklist was made of other files: 1 of the 1 that its sheet "Made of" names are not among the run\'s inputs. Export the worklist from this run and fill that one in. Nothing was taken.',
  'fix.unusable': 'The workbook cannot be used as it is; each cell is named with its cure, and nothing was taken.',
};
const EXAMPLE_ID = '0f3c9a7b12de4568';
const EXAMPLE_PAGE = {
  run: '01936f3e-7d1c-7aaa-8000-000000000001',
  revision: 2,
  items: [
    {
      id: EXAMPLE_ID,
      seq: 1,
      what: 'correction',
      run: '01936f3e-7d1c-7aaa-8000-000000000001',
      state: 'in-force',
      person: 'k3v9qd2mzx7t4hwa',
      key: '',
      field: 'birth-date',
      was: '1980',
      value: '1980-05-01',
      evidence: 'booking sheet',
      of: null,
      reason: null,
      by: 'P. Legal',
      on: '2026-11-20',
      recordedBy: 'user:legal',
      recordedAt: '2026-11-20T18:00:00.000Z',
      hash: 'a'.repeat(64),
      use: { state: 'used', why: 'the revision decided with it' },
    },
  ],
  next: null,
  counts: { 'in-force': 1 },
};

@ApiTags('review')
@ApiParam({ name: 'office', schema: schemaOf(OfficeSchema) })
@ApiResponse(PROBLEM)
@Controller('api/offices/:office')
export class CorrectionsController {
  constructor(
    private readonly corrections: CorrectionsService,
    private readonly store: ContentStore,
  ) {}

  @Get('corrections')
  @ApiOperation({
    operationId: 'listCorrections',
    summary:
      'Values of the record that the office found elsewhere, newest first: each with who, when and where from, and whether a run used it, or why not',
  })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 500, default: 100 } })
  @ApiQuery({ name: 'after', required: false, description: '`next` of the page before' })
  @ApiQuery({ name: 'state', required: false, schema: { type: 'string', enum: [...CORRECTION_STATES] } })
  @ApiQuery({
    name: 'run',
    required: false,
    description:
      'The run that `use` speaks of, by its newest revision that is done; left out: the newest run that is done',
    schema: schemaOf(RunIdSchema),
  })
  @ApiResponse(
    answer(200, 'A page of corrections, and how many are in which state', CorrectionsPageSchema, EXAMPLE_PAGE),
  )
  list(
    @Param('office', OFFICE) office: string,
    @Query(new ZodPipe(CorrectionsQuerySchema)) query: CorrectionsQuery,
  ): Promise<CorrectionsPage> {
    return this.corrections.list(office, query);
  }

  @Get('corrections/file')
  @ApiOperation({
    operationId: 'downloadCorrections',
    summary: 'The corrections as a file that clearway analyze --corrections takes',
  })
  @ApiResponse(fileAnswer('JSON lines', 'application/x-ndjson'))
  async file(@Param('office', OFFICE) office: string, @Res() response: ServerResponse): Promise<void> {
    await sendFile(this.store, await this.corrections.file(office), 'corrections.jsonl', response);
  }

  @Post('corrections/:id/undo')
  @ApiOperation({
    operationId: 'undoCorrection',
    summary: 'Take a correction back; it stays in the list, with who took it back',
  })
  @ApiParam({ name: 'id', schema: schemaOf(CorrectionIdSchema) })
  @ApiBody({ schema: schemaOf(UndoSchema) })
  @ApiResponse(answer(201, 'The event that takes it back', undoCorrection.reply))
  @ApiResponse(answer(200, 'It was taken back before', undoCorrection.reply))
  async undo(
    @Param('office', OFFICE) office: string,
    @Param('id', new ZodPipe(CorrectionIdSchema, 'request.invalid', 'id')) id: string,
    @Body(new ZodPipe(UndoSchema)) { reason }: z.infer<typeof UndoSchema>,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<Answer<typeof undoCorrection>> {
    const undone = await this.corrections.undo(office, id, reason);
    response.statusCode = undone.known ? HttpStatus.OK : HttpStatus.CREATED;
    return undone;
  }

  @Post('runs/:run/corrections')
  @ApiOperation({
    operationId: 'addCorrections',
    summary:
      'Record values that were found for the record of a run, all or none; the run stays as it is, a new revision decides with them',
  })
  @ApiParam({ name: 'run', schema: schemaOf(RunIdSchema) })
  @ApiBody({ schema: schemaOf(FoundListSchema) })
  @ApiResponse(answer(201, 'What was recorded', RecordedSchema))
  @ApiResponse(answer(200, 'The office had all of them before', RecordedSchema))
  async add(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Body(new ZodPipe(FoundListSchema)) found: FoundList,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<RecordedAnswer> {
    const answered = await this.corrections.add(office, run, found);
    response.statusCode = answered.recorded === 0 ? HttpStatus.OK : HttpStatus.CREATED;
    return answered;
  }

  @Post('runs/:run/corrections/import')
  @ApiOperation({
    operationId: 'importCorrections',
    summary:
      'Take a corrections file of the command line into the history of the office: what it has not yet is added in the order of the file, with who recorded it there and when',
    description:
      'The whole file is checked first: every line, and that each names the hash of the one before. All or nothing; the same file twice changes nothing. The last event about a value is the one in force, so a file that is older than what the office recorded since can put its values in their place: `replaced` says of how many. What is imported belongs to the run as what is recorded on it: with the last run that holds a person it is destroyed. The run stays as it is: a new revision decides with it. The way back is `GET corrections/file`.',
  })
  @TakesRecordedFile({ writtenBy: 'clearway fix', events: 12, refused: REFUSED_FILE })
  async importFile(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Req() request: IncomingMessage,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<ImportedFile> {
    const imported = await this.corrections.importFile(office, run, request);
    response.statusCode = imported.recorded === 0 ? HttpStatus.OK : HttpStatus.CREATED;
    return imported;
  }

  @Get('runs/:run/worklists/:kind')
  @ApiOperation({
    operationId: 'exportWorklist',
    summary:
      'What the data of a run cannot tell, of one kind, as a workbook to fill in: what helps most convictions first; its sheet "Made of" says of which files it was made',
  })
  @ApiParam({ name: 'run', schema: schemaOf(RunIdSchema) })
  @ApiParam({ name: 'kind', schema: schemaOf(WorklistKindSchema) })
  @ApiQuery(REVISION_QUERY)
  @ApiResponse(fileAnswer('The worklist', XLSX))
  async worklist(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Param('kind', new ZodPipe(WorklistKindSchema, 'request.invalid', 'kind')) kind: string,
    @Query(new ZodPipe(RevisionQuerySchema)) { revision }: RevisionQuery,
    @Res() response: ServerResponse,
  ): Promise<void> {
    await sendFile(this.store, await this.corrections.worklist(office, run, kind, revision), `${kind}.xlsx`, response);
  }

  @Post('runs/:run/worklists')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'importWorklist',
    summary:
      'A worklist that was filled in: each value becomes a correction of the office. One wrong cell, and nothing is taken',
  })
  @ApiParam({ name: 'run', schema: schemaOf(RunIdSchema) })
  @ApiQuery({
    name: 'partial',
    required: false,
    description: 'Take the rows that are right although others are wrong',
    schema: { type: 'boolean', default: false },
  })
  @ApiConsumes('application/octet-stream')
  @ApiBody({
    description: 'The workbook as Excel or LibreOffice saved it; any content type',
    schema: { type: 'string', format: 'binary' },
  })
  @ApiResponse(
    answer(200, 'What was recorded. This run stays as it is: a new revision decides with it', ImportedSchema, {
      recorded: 3,
      known: 0,
      leftOut: [],
      warnings: [],
    }),
  )
  @ApiResponse(refusals(422, REFUSED_WORKLIST))
  import(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Query(new ZodPipe(ImportSchema)) { partial }: z.infer<typeof ImportSchema>,
    @Req() request: IncomingMessage,
  ): Promise<ImportedAnswer> {
    return this.corrections.import(office, run, partial === 'true', request);
  }
}
