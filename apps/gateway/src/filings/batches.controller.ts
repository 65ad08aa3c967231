import { ContentStore } from '@clearway/content-store';
import { BATCH_STAGES, filingBatch, filingBatches, filingVerified, STANDINGS_OF_LINES } from '@clearway/contracts';
import { type Answer } from '@clearway/messaging';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ServerResponse } from 'node:http';
import { z } from 'zod';
import { answer, fileAnswer, PROBLEM } from '../openapi/answers';
import { schemaOf } from '../openapi/json-schema';
import { sendFile } from '../outputs/send-file';
import { OFFICE } from '../problems/parameters';
import { ZodPipe } from '../problems/zod.pipe';
import { OfficeSchema, RunIdSchema } from '../runs/run.dto';
import {
  AFTER,
  BATCH,
  type BatchesQuery,
  BatchesQuerySchema,
  BatchIdSchema,
  type BatchQuery,
  BatchQuerySchema,
  CorrectSchema,
  FormQuerySchema,
  LIMIT,
  NoteSchema,
  ReleaseSchema,
  SentSchema,
  VoidSchema,
} from './filing.dto';
import { FilingsService } from './filings.service';
import { answerRecorded, KNOWN, RECORDED, type Recorded } from './recorded';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const OF_BATCH = { name: 'batch', schema: schemaOf(BatchIdSchema) };

@ApiTags('filings')
@ApiParam({ name: 'office', schema: schemaOf(OfficeSchema) })
@ApiResponse(PROBLEM)
@Controller('api/offices/:office/filings')
export class BatchesController {
  constructor(
    private readonly filings: FilingsService,
    private readonly store: ContentStore,
  ) {}

  @Get('batches')
  @ApiOperation({
    operationId: 'listBatches',
    summary: 'The batches of an office, newest first, with what became of their lines',
  })
  @ApiQuery({ name: 'run', required: false, schema: schemaOf(RunIdSchema) })
  @ApiQuery({ name: 'stage', required: false, schema: { type: 'string', enum: [...BATCH_STAGES] } })
  @ApiQuery(LIMIT)
  @ApiQuery(AFTER)
  @ApiResponse(answer(200, 'A page of batches', filingBatches.reply))
  batches(
    @Param('office', OFFICE) office: string,
    @Query(new ZodPipe(BatchesQuerySchema)) query: BatchesQuery,
  ): Promise<Answer<typeof filingBatches>> {
    return this.filings.batches(office, query);
  }

  @Get('batches/:batch')
  @ApiOperation({
    operationId: 'getBatch',
    summary: 'One batch: its dangers, and its lines with the answers of the court',
  })
  @ApiParam(OF_BATCH)
  @ApiQuery({ name: 'standing', required: false, schema: { type: 'string', enum: [...STANDINGS_OF_LINES] } })
  @ApiQuery(LIMIT)
  @ApiQuery(AFTER)
  @ApiResponse(answer(200, 'The batch', filingBatch.reply))
  batch(
    @Param('office', OFFICE) office: string,
    @Param('batch', BATCH) batch: string,
    @Query(new ZodPipe(BatchQuerySchema)) query: BatchQuery,
  ): Promise<Answer<typeof filingBatch>> {
    return this.filings.batch(office, batch, query);
  }

  @Get('batches/:batch/dangers')
  @ApiOperation({
    operationId: 'downloadDangers',
    summary: 'The danger list line by line; whoever signs works through it first',
  })
  @ApiParam(OF_BATCH)
  @ApiResponse(fileAnswer('The list', 'text/csv'))
  async dangers(
    @Param('office', OFFICE) office: string,
    @Param('batch', BATCH) batch: string,
    @Res() response: ServerResponse,
  ): Promise<void> {
    await sendFile(this.store, await this.filings.dangerList(office, batch), `danger_list_${batch}.csv`, response);
  }

  @Get('batches/:batch/receipt-form')
  @ApiOperation({
    operationId: 'downloadReceiptForm',
    summary: 'The open lines of a batch as a list that a clerk fills in',
  })
  @ApiParam(OF_BATCH)
  @ApiQuery({ name: 'format', required: false, schema: { type: 'string', enum: ['csv', 'xlsx'], default: 'xlsx' } })
  @ApiResponse(fileAnswer('The form', XLSX, 'text/csv'))
  async form(
    @Param('office', OFFICE) office: string,
    @Param('batch', BATCH) batch: string,
    @Query(new ZodPipe(FormQuerySchema)) { format }: z.infer<typeof FormQuerySchema>,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const { file } = await this.filings.list(office, 'receipt-form', { batch, format });
    if (file) await sendFile(this.store, file, `lines_${batch}.${format}`, response);
  }

  @Post('batches/:batch/verify')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'verifyBatch',
    summary: 'Compare every file of a batch with its manifest: hashes, pages, printed hashes, rows',
  })
  @ApiParam(OF_BATCH)
  @ApiResponse(answer(200, 'What was checked and what differs', filingVerified.reply))
  verify(
    @Param('office', OFFICE) office: string,
    @Param('batch', BATCH) batch: string,
  ): Promise<Answer<typeof filingVerified>> {
    return this.filings.verify(office, batch);
  }

  @Post('batches/:batch/release')
  @ApiOperation({
    operationId: 'releaseBatch',
    summary:
      'Record who signed; the batch is verified first, and the hash of the danger list that was read is given back',
  })
  @ApiParam(OF_BATCH)
  @ApiBody({ schema: schemaOf(ReleaseSchema) })
  @ApiResponse(RECORDED)
  @ApiResponse(KNOWN)
  release(
    @Param('office', OFFICE) office: string,
    @Param('batch', BATCH) batch: string,
    @Body(new ZodPipe(ReleaseSchema)) { by, on, dangers }: z.infer<typeof ReleaseSchema>,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<Recorded> {
    return answerRecorded(this.filings.record(office, { act: 'release', batch, signedBy: by, on, dangers }), response);
  }

  @Post('batches/:batch/sent')
  @ApiOperation({
    operationId: 'sendBatch',
    summary: 'Record that a released batch went to the court; it is verified once more',
  })
  @ApiParam(OF_BATCH)
  @ApiBody({ schema: schemaOf(SentSchema) })
  @ApiResponse(RECORDED)
  @ApiResponse(KNOWN)
  sent(
    @Param('office', OFFICE) office: string,
    @Param('batch', BATCH) batch: string,
    @Body(new ZodPipe(SentSchema)) body: z.infer<typeof SentSchema>,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<Recorded> {
    return answerRecorded(this.filings.record(office, { act: 'sent', batch, ...body }), response);
  }

  @Post('batches/:batch/void')
  @ApiOperation({
    operationId: 'voidBatch',
    summary: 'Take a release back before the batch is sent, with what differs from what was signed',
  })
  @ApiParam(OF_BATCH)
  @ApiBody({ schema: schemaOf(VoidSchema) })
  @ApiResponse(RECORDED)
  @ApiResponse(KNOWN)
  void(
    @Param('office', OFFICE) office: string,
    @Param('batch', BATCH) batch: string,
    @Body(new ZodPipe(VoidSchema)) body: z.infer<typeof VoidSchema>,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<Recorded> {
    return answerRecorded(this.filings.record(office, { act: 'void', batch, ...body }), response);
  }

  @Post('batches/:batch/correct')
  @ApiOperation({
    operationId: 'correctBatch',
    summary:
      'Put a new batch, whose manifest names this one, in its place: which lines go on there, which are withdrawn',
  })
  @ApiParam(OF_BATCH)
  @ApiBody({ schema: schemaOf(CorrectSchema) })
  @ApiResponse(RECORDED)
  @ApiResponse(KNOWN)
  correct(
    @Param('office', OFFICE) office: string,
    @Param('batch', BATCH) batch: string,
    @Body(new ZodPipe(CorrectSchema)) body: z.infer<typeof CorrectSchema>,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<Recorded> {
    return answerRecorded(this.filings.record(office, { act: 'correct', batch, ...body }), response);
  }

  @Post('batches/:batch/notes')
  @ApiOperation({ operationId: 'noteBatch', summary: 'Write a note about a batch or one of its lines' })
  @ApiParam(OF_BATCH)
  @ApiBody({ schema: schemaOf(NoteSchema) })
  @ApiResponse(RECORDED)
  note(
    @Param('office', OFFICE) office: string,
    @Param('batch', BATCH) batch: string,
    @Body(new ZodPipe(NoteSchema)) { text, ref }: z.infer<typeof NoteSchema>,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<Recorded> {
    return answerRecorded(this.filings.record(office, { act: 'note', batch, text, ref: ref ?? '' }), response);
  }
}
