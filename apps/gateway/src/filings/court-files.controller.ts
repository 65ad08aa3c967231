import { ContentStore } from '@clearway/content-store';
import { Body, Controller, HttpCode, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { answer, fileAnswer, PROBLEM } from '../openapi/answers';
import { schemaOf } from '../openapi/json-schema';
import { sendFile } from '../outputs/send-file';
import { OFFICE, RUN } from '../problems/parameters';
import { ZodPipe } from '../problems/zod.pipe';
import { OfficeSchema, RunIdSchema } from '../runs/run.dto';
import { CourtFilesService, type ReceiptAnswer } from './court-files.service';
import {
  BatchIdSchema,
  MatchAnswersQuerySchema,
  MatchAnswersSchema,
  type MatchListBody,
  MatchListSchema,
  ReceiptAnswerSchema,
  type ReceiptQuery,
  ReceiptQuerySchema,
} from './filing.dto';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FILE = {
  description: 'The file as the court sent it; any content type',
  schema: { type: 'string' as const, format: 'binary' },
};
const NAME = {
  name: 'name',
  required: false,
  description: 'What problems call the file',
  schema: { type: 'string' as const },
};

@ApiTags('filings')
@ApiParam({ name: 'office', schema: schemaOf(OfficeSchema) })
@ApiResponse(PROBLEM)
@Controller('api/offices/:office')
export class CourtFilesController {
  constructor(
    private readonly files: CourtFilesService,
    private readonly store: ContentStore,
  ) {}

  @Post('runs/:run/match-list')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'exportMatchList',
    summary:
      'The cases of a run that a court is asked about before motions are drawn, recorded as asked; a test file comes first',
  })
  @ApiParam({ name: 'run', schema: schemaOf(RunIdSchema) })
  @ApiBody({ schema: schemaOf(MatchListSchema), required: false })
  @ApiResponse(fileAnswer('The list', XLSX, 'text/csv'))
  @ApiResponse({ status: 204, description: 'Every case was asked about and answered' })
  async matchList(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Body(new ZodPipe(MatchListSchema)) body: MatchListBody,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const file = await this.files.matchList(office, run, body);
    if (file) return sendFile(this.store, file, `cases.${body.format}`, response);
    response.statusCode = HttpStatus.NO_CONTENT;
    response.end();
  }

  @Post('filings/match-answers')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'importMatchAnswers',
    summary:
      'What a court answered about cases (.csv, .xlsx); the next run respects it. One wrong row, and nothing is taken',
  })
  @ApiQuery(NAME)
  @ApiConsumes('application/octet-stream')
  @ApiBody(FILE)
  @ApiResponse(answer(200, 'What was recorded', MatchAnswersSchema))
  matchAnswers(
    @Param('office', OFFICE) office: string,
    @Query(new ZodPipe(MatchAnswersQuerySchema)) { name }: z.infer<typeof MatchAnswersQuerySchema>,
    @Req() request: IncomingMessage,
  ): Promise<z.infer<typeof MatchAnswersSchema>> {
    return this.files.matchAnswers(office, name, request);
  }

  @Post('filings/receipts')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'recordReceipt',
    summary:
      "A court's answer for each line (.csv, .xlsx, .json), compared with what was filed. One wrong line, and nothing is taken; the same file twice is once",
  })
  @ApiQuery(NAME)
  @ApiQuery({ name: 'batch', required: false, description: 'Of lines that name none', schema: schemaOf(BatchIdSchema) })
  @ApiQuery({
    name: 'on',
    required: false,
    description: 'Day of lines that name none',
    schema: { type: 'string', format: 'date' },
  })
  @ApiQuery({
    name: 'partial',
    required: false,
    description: 'Take the lines that are right although others are wrong',
    schema: { type: 'boolean', default: false },
  })
  @ApiConsumes('application/octet-stream')
  @ApiBody(FILE)
  @ApiResponse(answer(200, 'What was recorded, and what is still open', ReceiptAnswerSchema))
  receipt(
    @Param('office', OFFICE) office: string,
    @Query(new ZodPipe(ReceiptQuerySchema)) query: ReceiptQuery,
    @Req() request: IncomingMessage,
  ): Promise<ReceiptAnswer> {
    return this.files.receipt(office, query, request);
  }
}
