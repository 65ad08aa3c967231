import { convictionInWords, determinationCounts, determinationsPage, OUTCOMES } from '@clearway/contracts';
import { type Answer, QuestionClient } from '@clearway/messaging';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { PROBLEM, answer } from '../openapi/answers';
import { schemaOf } from '../openapi/json-schema';
import { OFFICE, RUN } from '../problems/parameters';
import { ZodPipe } from '../problems/zod.pipe';
import { REVISION_QUERY, type RevisionQuery, RevisionQuerySchema, RevisionSchema } from '../runs/revision.dto';
import { OfficeSchema, RunIdSchema } from '../runs/run.dto';
import { RunsService } from '../runs/runs.service';
import { CONVICTION, ConvictionSchema, PERSON, PersonSchema } from './conviction.dto';

const QuerySchema = z.strictObject({
  revision: RevisionSchema,
  limit: z.coerce.number().int('must be a whole number').min(1, 'must be at least 1').max(500, 'must be at most 500').default(100),
  after: z.string().regex(/^[A-Za-z0-9:._-]{1,120}$/, 'must be the cursor of the page before').optional(),
  outcome: z.enum(OUTCOMES, `must be one of ${OUTCOMES.join(', ')}`).optional(),
  section: z.string().regex(/^[A-Z0-9]+ [0-9A-Za-z.]{1,38}$/, 'must be a code and a section, such as HS 11357').optional(),
  question: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'must be the code of a question, such as conviction-date').optional(),
});
type PageQuery = z.infer<typeof QuerySchema>;

@ApiTags('determinations')
@ApiParam({ name: 'office', schema: schemaOf(OfficeSchema) })
@ApiParam({ name: 'run', schema: schemaOf(RunIdSchema) })
@ApiResponse(PROBLEM)
@Controller('api/offices/:office/runs/:run')
export class ConvictionsController {
  constructor(
    private readonly runs: RunsService,
    private readonly questions: QuestionClient,
  ) {}

  @Get('determinations')
  @ApiOperation({ operationId: 'listDeterminations', summary: 'The determinations of a run, page by page, with filters' })
  @ApiQuery(REVISION_QUERY)
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 500, default: 100 } })
  @ApiQuery({ name: 'after', required: false, description: '`next` of the page before' })
  @ApiQuery({ name: 'outcome', required: false, schema: { type: 'string', enum: [...OUTCOMES] } })
  @ApiQuery({ name: 'section', required: false, description: 'Code and section, such as HS 11357' })
  @ApiQuery({ name: 'question', required: false, description: 'Code of an open question' })
  @ApiResponse(answer(200, 'A page of determinations, in the order of the file', determinationsPage.reply))
  async page(@Param('office', OFFICE) office: string, @Param('run', RUN) run: string, @Query(new ZodPipe(QuerySchema)) query: PageQuery): Promise<Answer<typeof determinationsPage>> {
    const { after, revision, ...filters } = query;
    return this.questions.ask(determinationsPage, { ...(await this.runs.revisionShown(office, run, revision)), cursor: after ?? null, ...filters });
  }

  @Get('determinations/counts')
  @ApiOperation({ operationId: 'countDeterminations', summary: 'How many determinations by outcome, open question and section' })
  @ApiQuery(REVISION_QUERY)
  @ApiResponse(answer(200, 'The counts so far', determinationCounts.reply))
  async counts(@Param('office', OFFICE) office: string, @Param('run', RUN) run: string, @Query(new ZodPipe(RevisionQuerySchema)) { revision }: RevisionQuery): Promise<Answer<typeof determinationCounts>> {
    return this.questions.ask(determinationCounts, await this.runs.revisionShown(office, run, revision));
  }

  @Get('people/:person/convictions/:conviction')
  @ApiOperation({ operationId: 'getConviction', summary: 'One conviction with its whole trace in words' })
  @ApiParam({ name: 'person', schema: schemaOf(PersonSchema) })
  @ApiParam({ name: 'conviction', schema: schemaOf(ConvictionSchema) })
  @ApiQuery(REVISION_QUERY)
  @ApiResponse(answer(200, 'Why it was decided as it was', convictionInWords.reply))
  async conviction(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Param('person', PERSON) person: string,
    @Param('conviction', CONVICTION) conviction: string,
    @Query(new ZodPipe(RevisionQuerySchema)) { revision }: RevisionQuery,
  ): Promise<Answer<typeof convictionInWords>> {
    return this.questions.ask(convictionInWords, { ...(await this.runs.revisionShown(office, run, revision)), person, conviction });
  }
}
