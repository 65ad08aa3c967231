import { ContentStore } from '@clearway/content-store';
import { explanationOfConviction, explanationPages } from '@clearway/contracts';
import { QuestionClient } from '@clearway/messaging';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ServerResponse } from 'node:http';
import { z } from 'zod';
import { answer, fileAnswer, PROBLEM } from '../openapi/answers';
import { schemaOf } from '../openapi/json-schema';
import { sendFile } from '../outputs/send-file';
import { OFFICE, RUN } from '../problems/parameters';
import { ZodPipe } from '../problems/zod.pipe';
import { REVISION_QUERY, RevisionSchema } from '../runs/revision.dto';
import { OfficeSchema, RunIdSchema } from '../runs/run.dto';
import { RunsService } from '../runs/runs.service';
import { CONVICTION, ConvictionSchema, PERSON, PersonSchema } from './conviction.dto';

const QuerySchema = z.strictObject({ revision: RevisionSchema, format: z.enum(['json', 'pdf'], 'must be json or pdf').default('json') });

@ApiTags('determinations')
@ApiParam({ name: 'office', schema: schemaOf(OfficeSchema) })
@ApiParam({ name: 'run', schema: schemaOf(RunIdSchema) })
@ApiParam({ name: 'person', schema: schemaOf(PersonSchema) })
@ApiParam({ name: 'conviction', schema: schemaOf(ConvictionSchema) })
@ApiResponse(PROBLEM)
@Controller('api/offices/:office/runs/:run/people/:person/convictions/:conviction/explanation')
export class ExplanationController {
  constructor(
    private readonly runs: RunsService,
    private readonly questions: QuestionClient,
    private readonly store: ContentStore,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'explainConviction',
    summary:
      'Why it was decided so, who has to prove what, and what would change the answer: in words, or as the page to sign',
  })
  @ApiQuery(REVISION_QUERY)
  @ApiQuery({ name: 'format', required: false, schema: { type: 'string', enum: ['json', 'pdf'], default: 'json' } })
  @ApiResponse({
    ...fileAnswer('The page to sign', 'application/pdf'),
    content: {
      ...answer(200, '', explanationOfConviction.reply).content,
      ...fileAnswer('', 'application/pdf').content,
    },
  })
  async explain(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Param('person', PERSON) person: string,
    @Param('conviction', CONVICTION) conviction: string,
    @Query(new ZodPipe(QuerySchema)) { format, revision }: z.infer<typeof QuerySchema>,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const asked = { ...(await this.runs.revisionShown(office, run, revision)), person, conviction };
    if (format === 'pdf') {
      const { file } = await this.questions.ask(explanationPages, asked);
      await sendFile(this.store, file, 'determination.pdf', response);
      return;
    }
    const body = Buffer.from(JSON.stringify(await this.questions.ask(explanationOfConviction, asked)), 'utf8');
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Length', body.length);
    response.setHeader('Cache-Control', 'private, no-store');
    response.end(body);
  }
}
