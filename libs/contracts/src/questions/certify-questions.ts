import { z } from 'zod';
import { Count, Sha256 } from '../primitives';
import { AnsweredFile, defineQuestion, ofRun } from './question';
import { WorkbookProblem } from './review-questions';

const Share = z.number().min(0).max(1);

/** A stratified sample of a run's determinations for hand review, drawn from its results files. */
export const drawnSample = defineQuestion({
  subject: 'eligibility.sample',
  version: 1,
  request: z.strictObject({
    ...ofRun,
    /** `Prop64_Results` files of the run by hash, in order. */
    results: z.array(Sha256).min(1).max(64),
    sample: z.int().min(1).max(1_000_000),
    seed: z.string().min(1).max(120),
  }),
  reply: z.strictObject({ file: AnsweredFile, drawn: Count, size: Count, strata: Count }),
});

/** What the hand review of a sample says of all determinations. */
export const SampleCertificate = z.strictObject({
  seed: z.string(),
  confidence: Share,
  size: Count,
  drawn: Count,
  agree: Count,
  disagree: Count,
  cannotTell: Count,
  bound: Share,
  atMostWrong: Count,
  strata: z.array(
    z.strictObject({
      name: z.string(),
      size: Count,
      drawn: Count,
      agree: Count,
      disagree: Count,
      cannotTell: Count,
      bound: Share,
    }),
  ),
  /** A paragraph for the declaration. */
  declaration: z.string(),
});
export type SampleCertificate = z.infer<typeof SampleCertificate>;

/** Reads the verdicts of a returned sample and states the bound; with problems there is no certificate. */
export const certificateOfSample = defineQuestion({
  subject: 'eligibility.certificate',
  version: 1,
  request: z.strictObject({ ...ofRun, workbook: Sha256 }),
  reply: z.strictObject({
    certificate: SampleCertificate.nullable(),
    problems: z.array(WorkbookProblem),
    problemsInAll: Count,
  }),
});
