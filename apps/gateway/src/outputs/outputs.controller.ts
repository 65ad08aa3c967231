import { Controller, Get, Headers, Param, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { PROBLEM, answer } from '../openapi/answers';
import { schemaOf } from '../openapi/json-schema';
import { ApiProblem } from '../problems/api-problem';
import { OFFICE, RUN } from '../problems/parameters';
import { ZodPipe } from '../problems/zod.pipe';
import { REVISION_QUERY, type RevisionQuery, RevisionQuerySchema } from '../runs/revision.dto';
import { OfficeSchema, RunIdSchema } from '../runs/run.dto';
import { OutputsService, type OutputView } from './outputs.service';

const ListSchema = z.object({
  revision: z.number().int(),
  items: z.array(z.object({ name: z.string(), sha256: z.string(), bytes: z.number().int(), madeBy: z.string() })),
});

@ApiTags('outputs')
@ApiParam({ name: 'office', schema: schemaOf(OfficeSchema) })
@ApiParam({ name: 'run', schema: schemaOf(RunIdSchema) })
@ApiResponse(PROBLEM)
@Controller('api/offices/:office/runs/:run/outputs')
export class OutputsController {
  constructor(private readonly outputs: OutputsService) {}

  @Get()
  @ApiOperation({ operationId: 'listOutputs', summary: 'The files that a run made, by name, with their hashes' })
  @ApiQuery(REVISION_QUERY)
  @ApiResponse(answer(200, 'Every file of the revision', ListSchema))
  list(@Param('office', OFFICE) office: string, @Param('run', RUN) run: string, @Query(new ZodPipe(RevisionQuerySchema)) { revision }: RevisionQuery): Promise<{ revision: number; items: OutputView[] }> {
    return this.outputs.list(office, run, revision);
  }

  @Get('*name')
  @ApiOperation({ operationId: 'downloadOutput', summary: 'One file, whole or a range of it; its hash is its ETag' })
  @ApiQuery(REVISION_QUERY)
  @ApiParam({ name: 'name', description: 'As listed, such as papers/motion.pdf', schema: { type: 'string' } })
  @ApiHeader({ name: 'Range', required: false, schema: { type: 'string' }, description: 'bytes=FIRST-LAST' })
  @ApiResponse({ status: 200, description: 'The file', content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  @ApiResponse({ status: 206, description: 'The range asked for', content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  async download(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Param('name') name: string | readonly string[],
    @Query(new ZodPipe(RevisionQuerySchema)) { revision }: RevisionQuery,
    @Headers('range') range: string | undefined,
    @Headers('if-range') ifRange: string | undefined,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Req() request: IncomingMessage,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const wanted = typeof name === 'string' ? name : name.join('/');
    if (!/^[A-Za-z0-9][A-Za-z0-9._/-]{0,159}$/.test(wanted)) throw new ApiProblem(404, 'output.not-found', 'This run has no file of that name; its outputs are listed at the address above.');
    await this.outputs.send({ office, run, revision }, wanted, { ...(range ? { range } : {}), ...(ifRange ? { ifRange } : {}), ...(ifNoneMatch ? { ifNoneMatch } : {}), head: request.method === 'HEAD' }, response);
  }
}
