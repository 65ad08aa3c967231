import { ContentStore } from '@clearway/content-store';
import { CORRECTION_STATES, correctionsPage, undoCorrection, WorkbookProblem } from '@clearway/contracts';
import { type Answer } from '@clearway/messaging';
import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { UndoSchema } from '../decisions/decision.dto';
import { answer, fileAnswer, PROBLEM } from '../openapi/answers';
import { schemaOf } from '../openapi/json-schema';
import { sendFile } from '../outputs/send-file';
import { OFFICE, RUN } from '../problems/parameters';
import { ZodPipe } from '../problems/zod.pipe';
import { OfficeSchema, RunIdSchema } from '../runs/run.dto';
import {
  CorrectionIdSchema,
  type CorrectionsQuery,
  CorrectionsQuerySchema,
  type FoundList,
  FoundListSchema,
  RecordedSchema,
  WorklistKindSchema,
} from './correction.dto';
import { CorrectionsService, type RecordedAnswer } from './corrections.service';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ImportSchema = z.strictObject({ partial: z.enum(['true', 'false'], 'must be true or false').default('false') });
const ImportedSchema = RecordedSchema.extend({ leftOut: z.array(WorkbookProblem) });

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
    summary: 'Values of the record that the office found elsewhere, newest first: each with who, when and where from',
  })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 500, default: 100 } })
  @ApiQuery({ name: 'after', required: false, description: '`next` of the page before' })
  @ApiQuery({ name: 'state', required: false, schema: { type: 'string', enum: [...CORRECTION_STATES] } })
  @ApiResponse(answer(200, 'A page of corrections, and how many are in which state', correctionsPage.reply))
  list(
    @Param('office', OFFICE) office: string,
    @Query(new ZodPipe(CorrectionsQuerySchema)) query: CorrectionsQuery,
  ): Promise<Answer<typeof correctionsPage>> {
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

  @Get('runs/:run/worklists/:kind')
  @ApiOperation({
    operationId: 'exportWorklist',
    summary:
      'What the data of a run cannot tell, of one kind, as a workbook to fill in: what helps most conviction first',
  })
  @ApiParam({ name: 'run', schema: schemaOf(RunIdSchema) })
  @ApiParam({ name: 'kind', schema: schemaOf(WorklistKindSchema) })
  @ApiResponse(fileAnswer('The worklist', XLSX))
  async worklist(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Param('kind', new ZodPipe(WorklistKindSchema, 'request.invalid', 'kind')) kind: string,
    @Res() response: ServerResponse,
  ): Promise<void> {
    await sendFile(this.store, await this.corrections.worklist(office, run, kind), `${kind}.xlsx`, response);
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
    answer(200, 'What was recorded. This run stays as it is: a new revision decides with it', ImportedSchema),
  )
  import(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Query(new ZodPipe(ImportSchema)) { partial }: z.infer<typeof ImportSchema>,
    @Req() request: IncomingMessage,
  ): Promise<RecordedAnswer & { readonly leftOut: readonly WorkbookProblem[] }> {
    return this.corrections.import(office, run, partial === 'true', request);
  }
}
