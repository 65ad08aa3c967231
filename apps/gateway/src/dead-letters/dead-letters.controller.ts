import { DeadLetter, SERVICES, type ServiceName } from '@clearway/contracts';
import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { PROBLEM, answer } from '../openapi/answers';
import { schemaOf } from '../openapi/json-schema';
import { OFFICE } from '../problems/parameters';
import { ZodPipe } from '../problems/zod.pipe';
import { OfficeSchema, RunIdSchema, Sha256Schema } from '../runs/run.dto';
import { type DeadLetterList, DeadLettersService } from './dead-letters.service';

const QuerySchema = z.strictObject({ run: RunIdSchema.optional() });
const ServiceSchema = z.enum(SERVICES, `must be one of ${SERVICES.join(', ')}`);
const ListSchema = z.object({ items: z.array(DeadLetter.extend({ service: ServiceSchema })), silent: z.array(ServiceSchema) });

@ApiTags('operator')
@ApiParam({ name: 'office', schema: schemaOf(OfficeSchema) })
@ApiResponse(PROBLEM)
@Controller('api/offices/:office/dead-letters')
export class DeadLettersController {
  constructor(private readonly deadLetters: DeadLettersService) {}

  @Get()
  @ApiOperation({ operationId: 'listDeadLetters', summary: 'Messages that services gave up, by hash; never their content' })
  @ApiQuery({ name: 'run', required: false, schema: schemaOf(RunIdSchema) })
  @ApiResponse(answer(200, 'The dead letters of every service', ListSchema))
  list(@Param('office', OFFICE) office: string, @Query(new ZodPipe(QuerySchema)) query: { run?: string }): Promise<DeadLetterList> {
    return this.deadLetters.list(office, query.run ?? null);
  }

  @Post(':service/:hash/replay')
  @ApiOperation({ operationId: 'replayDeadLetter', summary: 'Publish a dead letter again under a new id, once its cause is gone' })
  @ApiParam({ name: 'service', schema: schemaOf(ServiceSchema) })
  @ApiParam({ name: 'hash', schema: schemaOf(Sha256Schema) })
  @ApiResponse(answer(201, 'The id under which it was published again', z.object({ id: z.uuid() })))
  replay(
    @Param('office', OFFICE) office: string,
    @Param('service', new ZodPipe(ServiceSchema, 'request.invalid', 'service')) service: ServiceName,
    @Param('hash', new ZodPipe(Sha256Schema, 'request.invalid', 'hash')) hash: string,
  ): Promise<{ id: string }> {
    return this.deadLetters.replay(office, service, hash);
  }
}
