import { OfficeSchema, RunIdSchema } from '../runs/run.dto';
import { ZodPipe } from './zod.pipe';

/** The parts of an address that every route of a run has. */
export const OFFICE = new ZodPipe(OfficeSchema, 'request.invalid', 'office');
export const RUN = new ZodPipe(RunIdSchema, 'request.invalid', 'run');
