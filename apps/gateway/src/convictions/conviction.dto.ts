import { z } from 'zod';
import { ZodPipe } from '../problems/zod.pipe';

export const PersonSchema = z
  .string()
  .regex(/^[A-Za-z0-9]{1,64}$/, 'must be the id of a person as the determinations list it');
export const ConvictionSchema = z
  .string()
  .regex(/^[0-9]{1,4}:[0-9]{1,20}$/, 'must be the key of a conviction as the determinations list it');

/** The parts of an address that every route of a conviction has. */
export const PERSON = new ZodPipe(PersonSchema, 'request.invalid', 'person');
export const CONVICTION = new ZodPipe(ConvictionSchema, 'request.invalid', 'conviction');
