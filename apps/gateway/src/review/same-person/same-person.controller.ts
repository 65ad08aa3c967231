import { askedPair, askedPairsPage, decidePair } from '@clearway/contracts';
import { type Answer } from '@clearway/messaging';
import { Body, Controller, Get, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ServerResponse } from 'node:http';
import { PersonSchema } from '../../convictions/conviction.dto';
import { answer, PROBLEM } from '../../openapi/answers';
import { schemaOf } from '../../openapi/json-schema';
import { NEWEST_ONLY } from '../../problems/newest-only';
import { OFFICE, RUN } from '../../problems/parameters';
import { ZodPipe } from '../../problems/zod.pipe';
import { OfficeSchema, RunIdSchema } from '../../runs/run.dto';
import {
  PAIR,
  type PairDecision,
  PairDecisionSchema,
  PairSchema,
  type PairsQuery,
  PairsQuerySchema,
} from './same-person.dto';
import { SamePersonService } from './same-person.service';

@ApiTags('review')
@ApiParam({ name: 'office', schema: schemaOf(OfficeSchema) })
@ApiParam({ name: 'run', schema: schemaOf(RunIdSchema) })
@ApiResponse(PROBLEM)
@Controller('api/offices/:office/runs/:run/review/same-person')
export class SamePersonController {
  constructor(private readonly samePerson: SamePersonService) {}

  @Get()
  @ApiOperation({
    operationId: 'listSamePerson',
    summary:
      'Whether two records are one person: the questions of a run with both records, the evidence in words and weights and what waits for the answer; most convictions helped first',
  })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 } })
  @ApiQuery({ name: 'after', required: false, description: '`next` of the page before' })
  @ApiQuery({
    name: 'person',
    required: false,
    description: 'Only questions about this person',
    schema: schemaOf(PersonSchema),
  })
  @ApiResponse(answer(200, 'A page of questions', askedPairsPage.reply))
  list(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Query(new ZodPipe(PairsQuerySchema)) query: PairsQuery,
  ): Promise<Answer<typeof askedPairsPage>> {
    return this.samePerson.list(office, run, query);
  }

  @Get(':pair')
  @ApiOperation({
    operationId: 'getSamePerson',
    summary:
      'One question, or one join of the run (the column Pair of people_joined.csv), and everything that was decided and taken back about its two records, newest first',
  })
  @ApiParam({ name: 'pair', schema: schemaOf(PairSchema) })
  @ApiResponse(answer(200, 'The question or the join; null when the run does not have it any more', askedPair.reply))
  one(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Param('pair', PAIR) pair: string,
    @Query(NEWEST_ONLY) _newest: unknown,
  ): Promise<Answer<typeof askedPair>> {
    return this.samePerson.one(office, run, pair);
  }

  @Post(':pair/decisions')
  @ApiOperation({
    operationId: 'decideSamePerson',
    summary:
      'Record that two records are one person, or two people: of a question, or of a join that the run made by itself (the column Pair of people_joined.csv), which is refused with different-people. The run stays as it is: a new run or a new revision applies it; the answer says whom it touches. Taken back with undoDecision',
  })
  @ApiParam({ name: 'pair', schema: schemaOf(PairSchema) })
  @ApiBody({ schema: schemaOf(PairDecisionSchema) })
  @ApiResponse(answer(201, 'The decision, recorded; `waiting` until a new run applies it', decidePair.reply))
  @ApiResponse(answer(200, 'The office had decided the same before', decidePair.reply))
  async decide(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Param('pair', PAIR) pair: string,
    @Body(new ZodPipe(PairDecisionSchema)) body: PairDecision,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<Answer<typeof decidePair>> {
    const recorded = await this.samePerson.decide(office, run, pair, body);
    response.statusCode = recorded.known ? HttpStatus.OK : HttpStatus.CREATED;
    return recorded;
  }
}
