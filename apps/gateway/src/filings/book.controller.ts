import { ContentStore } from '@clearway/content-store';
import { filingEvents } from '@clearway/contracts';
import { type Answer } from '@clearway/messaging';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ServerResponse } from 'node:http';
import { z } from 'zod';
import { answer, fileAnswer, PROBLEM } from '../openapi/answers';
import { schemaOf } from '../openapi/json-schema';
import { sendFile } from '../outputs/send-file';
import { OFFICE } from '../problems/parameters';
import { ZodPipe } from '../problems/zod.pipe';
import { OfficeSchema } from '../runs/run.dto';
import {
  AFTER,
  BatchIdSchema,
  EVENT,
  EventIdSchema,
  type EventsQuery,
  EventsQuerySchema,
  LIMIT,
  LIST,
  ListAnswerSchema,
  type ListName,
  type ListQuery,
  ListQuerySchema,
  ToldSchema,
  UndoEventSchema,
} from './filing.dto';
import { FilingsService } from './filings.service';
import { answerRecorded, KNOWN, RECORDED, type Recorded } from './recorded';

const OF_BATCH = { name: 'batch', required: false, schema: schemaOf(BatchIdSchema) };

@ApiTags('filings')
@ApiParam({ name: 'office', schema: schemaOf(OfficeSchema) })
@ApiResponse(PROBLEM)
@Controller('api/offices/:office/filings')
export class BookController {
  constructor(
    private readonly filings: FilingsService,
    private readonly store: ContentStore,
  ) {}

  @Get('events')
  @ApiOperation({
    operationId: 'listFilingEvents',
    summary: 'The events of the book, newest first: who recorded what, and when',
  })
  @ApiQuery(OF_BATCH)
  @ApiQuery(LIMIT)
  @ApiQuery(AFTER)
  @ApiResponse(answer(200, 'A page of events', filingEvents.reply))
  events(
    @Param('office', OFFICE) office: string,
    @Query(new ZodPipe(EventsQuerySchema)) query: EventsQuery,
  ): Promise<Answer<typeof filingEvents>> {
    return this.filings.events(office, query);
  }

  @Post('events/:event/undo')
  @ApiOperation({
    operationId: 'undoFilingEvent',
    summary: 'Take an event back, or lines of it; the book keeps it, and who took it back',
  })
  @ApiParam({ name: 'event', schema: schemaOf(EventIdSchema) })
  @ApiBody({ schema: schemaOf(UndoEventSchema) })
  @ApiResponse(RECORDED)
  @ApiResponse(KNOWN)
  undo(
    @Param('office', OFFICE) office: string,
    @Param('event', EVENT) event: string,
    @Body(new ZodPipe(UndoEventSchema)) body: z.infer<typeof UndoEventSchema>,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<Recorded> {
    return answerRecorded(this.filings.record(office, { act: 'undo', event, ...body }), response);
  }

  @Post('state/told')
  @ApiOperation({
    operationId: 'tellState',
    summary: 'Record that the state was told of the orders up to a day (PC 13151)',
  })
  @ApiBody({ schema: schemaOf(ToldSchema) })
  @ApiResponse(RECORDED)
  @ApiResponse(KNOWN)
  told(
    @Param('office', OFFICE) office: string,
    @Body(new ZodPipe(ToldSchema)) { on, how, batch }: z.infer<typeof ToldSchema>,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<Recorded> {
    return answerRecorded(this.filings.record(office, { act: 'told', on, how, batch: batch ?? null }), response);
  }

  @Get('book')
  @ApiOperation({
    operationId: 'downloadBook',
    summary: 'The book as the file that the command line keeps (book.jsonl)',
  })
  @ApiResponse(fileAnswer('JSON lines', 'application/x-ndjson'))
  async book(@Param('office', OFFICE) office: string, @Res() response: ServerResponse): Promise<void> {
    await sendFile(this.store, await this.filings.book(office), 'book.jsonl', response);
  }

  @Get('lists/:list')
  @ApiOperation({
    operationId: 'listFilings',
    summary:
      'What is open and since when, what goes again, what the state must be told, what courts did as facts: numbers, or with a format the list with names and cases (confidential; noted in the audit)',
  })
  @ApiParam({ name: 'list', schema: { type: 'string', enum: ['open', 'resend', 'state', 'facts'] } })
  @ApiQuery({
    name: 'format',
    required: false,
    description: 'Left out: numbers only. Facts are csv',
    schema: { type: 'string', enum: ['csv', 'xlsx'] },
  })
  @ApiQuery({
    name: 'asOf',
    required: false,
    description: 'Left out: today',
    schema: { type: 'string', format: 'date' },
  })
  @ApiQuery(OF_BATCH)
  @ApiResponse({ ...answer(200, 'Numbers, or the list', ListAnswerSchema) })
  async list(
    @Param('office', OFFICE) office: string,
    @Param('list', LIST) list: ListName,
    @Query(new ZodPipe(ListQuerySchema)) query: ListQuery,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const { file, lines, counts, batches } = await this.filings.list(office, list, query);
    if (file) return sendFile(this.store, file, `${list}.${list === 'facts' ? 'csv' : query.format}`, response);
    const body = Buffer.from(JSON.stringify({ lines, counts, batches }), 'utf8');
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Length', body.length);
    response.end(body);
  }
}
