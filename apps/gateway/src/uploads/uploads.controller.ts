import { Controller, Headers, HttpStatus, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { SOURCE_KINDS } from '@clearway/contracts';
import { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { PROBLEM, answer } from '../openapi/answers';
import { schemaOf } from '../openapi/json-schema';
import { OFFICE } from '../problems/parameters';
import { ZodPipe } from '../problems/zod.pipe';
import { OfficeSchema, Sha256Schema } from '../runs/run.dto';
import { UPLOAD_KINDS, type UploadAnswer, type UploadRequest, UploadsService } from './uploads.service';

const QuerySchema = z.strictObject({ kind: z.enum(UPLOAD_KINDS, `must be one of ${UPLOAD_KINDS.join(', ')}`).default('source') });
type UploadQuery = z.infer<typeof QuerySchema>;

const UploadSchema = z.object({ sha256: z.string(), bytes: z.number().int(), added: z.boolean().describe('False when this office had sent the same bytes before'), content: z.enum(SOURCE_KINDS).nullable().describe('What it is by its content; null of what is no source') });
const BODY = { description: 'The bytes of the file as they are; any content type', schema: { type: 'string' as const, format: 'binary' } };

@ApiTags('uploads')
@ApiParam({ name: 'office', schema: schemaOf(OfficeSchema) })
@ApiQuery({ name: 'kind', required: false, schema: { type: 'string', enum: [...UPLOAD_KINDS], default: 'source' } })
@ApiResponse(PROBLEM)
@Controller('api/offices/:office/uploads')
export class UploadsController {
  constructor(private readonly uploads: UploadsService) {}

  @Post()
  @ApiOperation({ operationId: 'upload', summary: 'Send a file as a raw stream; answers its hash and size, and the same file twice is stored once' })
  @ApiHeader({ name: 'X-Expected-SHA256', required: false, description: 'Refuse other bytes than these', schema: schemaOf(Sha256Schema) })
  @ApiConsumes('application/octet-stream')
  @ApiBody(BODY)
  @ApiResponse(answer(201, 'The file is stored', UploadSchema))
  @ApiResponse(answer(200, 'This office had sent it before', UploadSchema))
  async upload(
    @Param('office', OFFICE) office: string,
    @Query(new ZodPipe(QuerySchema)) query: UploadQuery,
    @Headers('x-expected-sha256') expected: string | undefined,
    @Req() request: IncomingMessage,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<UploadAnswer> {
    const expect = expected === undefined ? undefined : EXPECTED.transform(expected);
    return this.take(request, response, { office, kind: query.kind, ...(expect === undefined ? {} : { expect }) });
  }

  @Put(':sha256')
  @ApiOperation({ operationId: 'uploadAs', summary: 'Send a file under the hash that it must have' })
  @ApiParam({ name: 'sha256', schema: schemaOf(Sha256Schema) })
  @ApiConsumes('application/octet-stream')
  @ApiBody(BODY)
  @ApiResponse(answer(201, 'The file is stored', UploadSchema))
  @ApiResponse(answer(200, 'This office had sent it before', UploadSchema))
  async uploadAs(
    @Param('office', OFFICE) office: string,
    @Param('sha256', new ZodPipe(Sha256Schema, 'request.invalid', 'sha256')) expect: string,
    @Query(new ZodPipe(QuerySchema)) query: UploadQuery,
    @Req() request: IncomingMessage,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<UploadAnswer> {
    return this.take(request, response, { office, kind: query.kind, expect });
  }

  private async take(request: IncomingMessage, response: ServerResponse, upload: Omit<UploadRequest, 'signal' | 'length'>): Promise<UploadAnswer> {
    const gone = new AbortController();
    request.once('aborted', () => gone.abort());
    request.once('error', () => gone.abort());
    const length = Number(request.headers['content-length']);
    const answered = await this.uploads.receive(request, { ...upload, signal: gone.signal, ...(Number.isSafeInteger(length) ? { length } : {}) });
    response.statusCode = answered.added ? HttpStatus.CREATED : HttpStatus.OK;
    return answered;
  }
}

const EXPECTED = new ZodPipe(Sha256Schema, 'request.invalid', 'X-Expected-SHA256');
