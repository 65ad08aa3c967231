import { AuditRow } from '@clearway/messaging';
import { Controller, Get, Injectable, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DataSource, LessThan } from 'typeorm';
import { z } from 'zod';
import { NO_RUN } from '../identity/caller';
import { PROBLEM, answer } from '../openapi/answers';
import { schemaOf } from '../openapi/json-schema';
import { OFFICE } from '../problems/parameters';
import { ZodPipe } from '../problems/zod.pipe';
import { OfficeSchema, RunIdSchema } from '../runs/run.dto';

const QuerySchema = z.strictObject({
  limit: z.coerce.number().int('must be a whole number').min(1, 'must be at least 1').max(500, 'must be at most 500').default(100),
  after: z.string().regex(/^\d{1,18}$/, 'must be the cursor of the page before').optional(),
  run: RunIdSchema.optional(),
});
type AuditQuery = z.infer<typeof QuerySchema>;

const EntrySchema = z.object({
  at: z.string(),
  actor: z.string().describe('user:NAME or service:NAME'),
  action: z.string(),
  run: z.string().nullable(),
  before: z.string().nullable().describe('Hash of what was before'),
  after: z.string().nullable().describe('Hash of what is now'),
});
const ListSchema = z.object({ items: z.array(EntrySchema), next: z.string().nullable() });
type AuditList = z.infer<typeof ListSchema>;

/** Reads the append-only table of who did what. */
@Injectable()
export class AuditTrail {
  constructor(private readonly database: DataSource) {}

  /** Newest first. */
  async list(office: string, { limit, after, run }: AuditQuery): Promise<AuditList> {
    const rows = await this.database.getRepository(AuditRow).find({
      where: { office, ...(run === undefined ? {} : { run }), ...(after === undefined ? {} : { seq: LessThan(after) }) },
      order: { seq: 'DESC' },
      take: limit + 1,
    });
    const page = rows.slice(0, limit);
    const items = page.map((row) => ({ at: row.at.toISOString(), actor: row.actor, action: row.action, run: row.run === NO_RUN ? null : row.run, before: row.before, after: row.after }));
    return { items, next: rows.length > limit ? (page.at(-1)?.seq ?? null) : null };
  }
}

@ApiTags('operator')
@ApiParam({ name: 'office', schema: schemaOf(OfficeSchema) })
@ApiResponse(PROBLEM)
@Controller('api/offices/:office/audit')
export class AuditController {
  constructor(private readonly trail: AuditTrail) {}

  @Get()
  @ApiOperation({ operationId: 'listAudit', summary: 'Who did what, newest first; entries are never changed' })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 500, default: 100 } })
  @ApiQuery({ name: 'after', required: false, description: '`next` of the page before' })
  @ApiQuery({ name: 'run', required: false, schema: schemaOf(RunIdSchema) })
  @ApiResponse(answer(200, 'A page of entries', ListSchema))
  list(@Param('office', OFFICE) office: string, @Query(new ZodPipe(QuerySchema)) query: AuditQuery): Promise<AuditList> {
    return this.trail.list(office, query);
  }
}
