import { ContentStore } from '@clearway/content-store';
import { addDecision, DECISION_STATES, decisionsPage } from '@clearway/contracts';
import { type Answer } from '@clearway/messaging';
import { Body, Controller, Get, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { CONVICTION, ConvictionSchema, PERSON, PersonSchema } from '../convictions/conviction.dto';
import { type ImportedFile } from '../corrections/correction.dto';
import { answer, fileAnswer, PROBLEM } from '../openapi/answers';
import { schemaOf } from '../openapi/json-schema';
import { TakesRecordedFile } from '../openapi/recorded-file';
import { sendFile } from '../outputs/send-file';
import { OFFICE, RUN } from '../problems/parameters';
import { ZodPipe } from '../problems/zod.pipe';
import { OfficeSchema, RunIdSchema } from '../runs/run.dto';
import {
  type DecisionBody,
  DecisionBodySchema,
  DecisionIdSchema,
  type DecisionsQuery,
  DecisionsQuerySchema,
  UndoSchema,
} from './decision.dto';
import { DecisionsService } from './decisions.service';

@ApiTags('review')
@ApiParam({ name: 'office', schema: schemaOf(OfficeSchema) })
@ApiResponse(PROBLEM)
@Controller('api/offices/:office')
export class DecisionsController {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly store: ContentStore,
  ) {}

  @Get('decisions')
  @ApiOperation({
    operationId: 'listDecisions',
    summary:
      'What attorneys of the office decided, newest first, each with its state against a run: applied, waiting for a new run, stale, ...',
  })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 500, default: 100 } })
  @ApiQuery({ name: 'after', required: false, description: '`next` of the page before' })
  @ApiQuery({
    name: 'run',
    required: false,
    description: 'Left out: the newest run that is decided',
    schema: schemaOf(RunIdSchema),
  })
  @ApiQuery({ name: 'state', required: false, schema: { type: 'string', enum: [...DECISION_STATES] } })
  @ApiResponse(answer(200, 'A page of decisions, and how many are in which state', decisionsPage.reply))
  list(
    @Param('office', OFFICE) office: string,
    @Query(new ZodPipe(DecisionsQuerySchema)) query: DecisionsQuery,
  ): Promise<Answer<typeof decisionsPage>> {
    return this.decisions.list(office, query);
  }

  @Get('decisions/file')
  @ApiOperation({
    operationId: 'downloadDecisions',
    summary: 'The decisions as a file that clearway analyze --decisions takes',
  })
  @ApiResponse(fileAnswer('JSON lines', 'application/x-ndjson'))
  async file(@Param('office', OFFICE) office: string, @Res() response: ServerResponse): Promise<void> {
    await sendFile(this.store, await this.decisions.file(office), 'decisions.jsonl', response);
  }

  @Post('decisions/:id/undo')
  @ApiOperation({
    operationId: 'undoDecision',
    summary: 'Take a decision back; it stays in the list, with who took it back',
  })
  @ApiParam({ name: 'id', schema: schemaOf(DecisionIdSchema) })
  @ApiBody({ schema: schemaOf(UndoSchema) })
  @ApiResponse(answer(201, 'The event that takes it back', addDecision.reply))
  @ApiResponse(answer(200, 'It was taken back before', addDecision.reply))
  async undo(
    @Param('office', OFFICE) office: string,
    @Param('id', new ZodPipe(DecisionIdSchema, 'request.invalid', 'id')) id: string,
    @Body(new ZodPipe(UndoSchema)) { reason }: z.infer<typeof UndoSchema>,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<Answer<typeof addDecision>> {
    return answerRecorded(await this.decisions.undo(office, id, reason), response);
  }

  @Post('runs/:run/decisions/import')
  @ApiOperation({
    operationId: 'importDecisions',
    summary:
      'Take a decisions file of the command line into the history of the office, also decisions about who is one person: what it has not yet is added in the order of the file, with who recorded it there and when',
    description:
      'The whole file is checked first: every line, and that each names the hash of the one before. All or nothing; the same file twice changes nothing. The last event about a question is the one in force: `replaced` says how many decisions of the office the file put aside. The run stays as it is: a new revision, or a new run, applies it. The way back is `GET decisions/file`.',
  })
  @TakesRecordedFile({
    writtenBy: 'clearway review',
    events: 40,
    refused: {
      'decisions.unusable':
        'The decisions file cannot be used: line 3: a line before it was changed, moved or taken out; take the file from the backup. Nothing was taken.',
      'upload.empty': 'The file is empty; send the decisions file as the body of the request.',
    },
  })
  async importFile(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Req() request: IncomingMessage,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<ImportedFile> {
    const imported = await this.decisions.importFile(office, run, request);
    response.statusCode = imported.recorded === 0 ? HttpStatus.OK : HttpStatus.CREATED;
    return imported;
  }

  @Post('runs/:run/people/:person/convictions/:conviction/decisions')
  @ApiOperation({
    operationId: 'addDecision',
    summary:
      'Answer, challenge, withdraw a challenge, or override, for one conviction; the run stays as it is, a new one applies it',
  })
  @ApiParam({ name: 'run', schema: schemaOf(RunIdSchema) })
  @ApiParam({ name: 'person', schema: schemaOf(PersonSchema) })
  @ApiParam({ name: 'conviction', schema: schemaOf(ConvictionSchema) })
  @ApiBody({ schema: schemaOf(DecisionBodySchema) })
  @ApiResponse(answer(201, 'The decision, recorded', addDecision.reply))
  @ApiResponse(answer(200, 'The office had decided the same before', addDecision.reply))
  async add(
    @Param('office', OFFICE) office: string,
    @Param('run', RUN) run: string,
    @Param('person', PERSON) person: string,
    @Param('conviction', CONVICTION) conviction: string,
    @Body(new ZodPipe(DecisionBodySchema)) body: DecisionBody,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<Answer<typeof addDecision>> {
    return answerRecorded(await this.decisions.add(office, run, person, conviction, body), response);
  }
}

function answerRecorded(recorded: Answer<typeof addDecision>, response: ServerResponse): Answer<typeof addDecision> {
  response.statusCode = recorded.known ? HttpStatus.OK : HttpStatus.CREATED;
  return recorded;
}
