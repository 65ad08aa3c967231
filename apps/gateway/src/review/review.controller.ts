import { ContentStore } from '@clearway/content-store';
import { SampleCertificate, WorkbookProblem } from '@clearway/contracts';
import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { answer, fileAnswer, PROBLEM } from '../openapi/answers';
import { schemaOf } from '../openapi/json-schema';
import { sendFile } from '../outputs/send-file';
import { NEWEST_ONLY, newestOnly } from '../problems/newest-only';
import { OFFICE, RUN } from '../problems/parameters';
import { ZodPipe } from '../problems/zod.pipe';
import { REVISION_QUERY, RevisionSchema } from '../runs/revision.dto';
import { OfficeSchema, RunIdSchema } from '../runs/run.dto';
import { type ImportAnswer, ReviewService } from './review.service';

const Flag = z.enum(['true', 'false'], 'must be true or false').default('false');
const ExportSchema = z.strictObject({ all: Flag, revision: newestOnly });
const ImportSchema = z.strictObject({ partial: Flag, revision: newestOnly });
const FormatSchema = z.strictObject({
  format: z.enum(['csv', 'pdf'], 'must be csv or pdf').default('csv'),
  revision: newestOnly,
});
const SampleSchema = z.strictObject({
  revision: RevisionSchema,
  sample: z.coerce
    .number()
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(1_000_000, 'must be at most 1,000,000'),
  seed: z.string().min(1, 'must not be empty').max(120, 'must have at most 120 characters'),
});
const ImportedSchema = z.object({
  recorded: z.record(z.string(), z.number().int()),
  known: z.number().int(),
  cannotTell: z.number().int().describe('Questions about who is one person that nobody could answer'),
  touched: z.number().int().describe('People whom new decisions about who is one person touch'),
  leftOut: z.array(WorkbookProblem),
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WORKBOOK = {
  description: 'The workbook as Excel or LibreOffice saved it; any content type',
  schema: { type: 'string' as const, format: 'binary' },
};
const flagQuery = (name: string, description: string) => ({
  name,
  required: false,
  description,
  schema: { type: 'boolean' as const, default: false },
});

@ApiTags('review')
@ApiParam({ name: 'office', schema: schemaOf(OfficeSchema) })
@ApiParam({ name: 'run', schema: schemaOf(RunIdSchema) })
@ApiResponse(PROBLEM)
@Controller('api/offices/:office/runs/:run')
export class ReviewController {
  constructor(
    private readonly reviews: ReviewService,
    private readonly store: ContentStore,
  ) {}

  @Get('review')
  @ApiOperation({
    operationId: 'exportReview',
    summary:
      'The open questions of a run as a workbook for attorneys: who is one person, and what the law asks, grouped so that one answer settles all who share it',
  })
  @ApiQuery(flagQuery('all', 'Every conviction, also where nothing is open, to challenge or override'))
  @ApiResponse(fileAnswer('The workbook', XLSX))
  async export(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Query(new ZodPipe(ExportSchema)) { all }: z.infer<typeof ExportSchema>,
    @Res() response: ServerResponse,
  ): Promise<void> {
    await sendFile(this.store, await this.reviews.workbook(office, run, all === 'true'), 'review.xlsx', response);
  }

  @Post('review')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'importReview',
    summary:
      'What attorneys wrote into the workbook: each answer, challenge and override becomes a decision of the office. One wrong cell, and nothing is taken',
  })
  @ApiQuery(flagQuery('partial', 'Take the rows that are right although others are wrong'))
  @ApiConsumes('application/octet-stream')
  @ApiBody(WORKBOOK)
  @ApiResponse(answer(200, 'What was recorded. This run stays as it is: make it again to apply it', ImportedSchema))
  import(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Query(new ZodPipe(ImportSchema)) { partial }: z.infer<typeof ImportSchema>,
    @Req() request: IncomingMessage,
  ): Promise<ImportAnswer> {
    return this.reviews.import(office, run, partial === 'true', request);
  }

  @Get('public-defender')
  @ApiOperation({
    operationId: 'listForPublicDefender',
    summary: 'Whose relief is challenged and on which ground, and who is left out and why (HS 11361.9(c))',
  })
  @ApiQuery({ name: 'format', required: false, schema: { type: 'string', enum: ['csv', 'pdf'], default: 'csv' } })
  @ApiResponse(fileAnswer('The list', 'text/csv', 'application/pdf'))
  async publicDefender(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Query(new ZodPipe(FormatSchema)) { format }: z.infer<typeof FormatSchema>,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const name = format === 'csv' ? 'public_defender.csv' : 'Public_Defender.pdf';
    await sendFile(this.store, await this.reviews.publicDefender(office, run, format), name, response);
  }

  @Get('certify')
  @ApiOperation({
    operationId: 'drawSample',
    summary: 'A stratified sample of the determinations as a workbook for hand review; the same seed draws the same',
  })
  @ApiQuery({
    name: 'sample',
    required: true,
    schema: { type: 'integer', minimum: 1, maximum: 1_000_000 },
    description: 'How many to draw',
  })
  @ApiQuery({ name: 'seed', required: true, schema: { type: 'string', maxLength: 120 } })
  @ApiQuery(REVISION_QUERY)
  @ApiResponse(fileAnswer('The workbook', XLSX))
  async sample(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Query(new ZodPipe(SampleSchema)) { sample, seed, revision }: z.infer<typeof SampleSchema>,
    @Res() response: ServerResponse,
  ): Promise<void> {
    await sendFile(
      this.store,
      await this.reviews.sample(office, run, { sample, seed, revision }),
      'sample.xlsx',
      response,
    );
  }

  @Post('certify')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'readSample',
    summary:
      'The verdicts of a sample, read: the bound of error by stratum and over all, with a paragraph for the declaration',
  })
  @ApiConsumes('application/octet-stream')
  @ApiBody(WORKBOOK)
  @ApiResponse(answer(200, 'The bound', SampleCertificate))
  certificate(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Query(NEWEST_ONLY) _newest: unknown,
    @Req() request: IncomingMessage,
  ): Promise<SampleCertificate> {
    return this.reviews.certificate(office, run, request);
  }
}
