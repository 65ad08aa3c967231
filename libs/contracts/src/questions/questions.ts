import { z } from 'zod';
import { OUTCOMES, RELIEFS, STANDINGS, VERDICTS } from '../codes';
import { CaseNumberWithOrigin, Code, Count, Office, OutputFile, PersonId, RunId, Sha256 } from '../primitives';
import { SERVICES, type ServiceName } from '../topology';
import { certificateOfSample, drawnSample } from './certify-questions';
import { CORRECTION_QUESTIONS } from './correction-questions';
import { addDecision, decisionsFile, decisionsPage, importDecisionsFile, undoDecision } from './decision-questions';
import { explanationOfConviction, explanationPages } from './explanation-questions';
import { FILING_QUESTIONS } from './filing-questions';
import { defineQuestion, ofRevision, ofRun, page, pageOf, type QuestionContract } from './question';
import { determinationChanges } from './revision-questions';
import { publicDefenderList, reviewImport, reviewWorkbookOfRun } from './review-questions';
import { askedPair, askedPairsPage, decidePair } from './same-person-questions';

/** How a question fails: the same object for every service; the door maps it. `passing`: worth asking again, as while a server is away. */
export const QuestionFailure = z.strictObject({ code: Code, message: z.string(), fields: z.array(z.string()).optional(), passing: z.literal(true).optional() });
export type QuestionFailure = z.infer<typeof QuestionFailure>;

/** What a service knows of a run: announced against done. For the reconciler and for people. */
export const RunInService = z.strictObject({
  service: z.enum(SERVICES),
  state: z.enum(['unknown', 'active', 'done', 'failed', 'cancelled', 'purged']),
  revision: Count,
  stages: z.array(z.strictObject({ stage: z.string(), revision: Count, announced: Count.nullable(), done: Count, finished: z.boolean() })),
  /** Distinct batches of each message type that were handled. */
  handled: z.record(z.string(), Count),
  /** Distinct batches of each message type that were written, and how many messages still wait to be published. */
  written: z.record(z.string(), Count),
  waiting: Count,
  deadLetters: Count,
});
export type RunInService = z.infer<typeof RunInService>;

export const DeadLetter = z.strictObject({
  hash: Sha256,
  type: z.string(),
  office: Office.nullable(),
  run: RunId.nullable(),
  revision: Count.nullable(),
  batch: Count.nullable(),
  code: Code,
  kind: z.enum(['transient', 'poison', 'bug']),
  attempts: Count,
  /** Id of the message that replayed it; null while nobody did. */
  replayedAs: z.string().nullable(),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

/** Asked of every service: `serviceQuestions('documents').state`. */
export function serviceQuestions(service: ServiceName) {
  return {
    state: defineQuestion({ subject: `${service}.state`, version: 1, request: z.strictObject(ofRun), reply: RunInService }),
    deadLetters: defineQuestion({
      subject: `${service}.dead-letters`,
      version: 1,
      request: z.strictObject({ office: Office, run: RunId.nullable().default(null), ...page }),
      reply: pageOf(DeadLetter),
    }),
    replay: defineQuestion({
      subject: `${service}.replay`,
      version: 1,
      request: z.strictObject({ office: Office, hash: Sha256 }),
      reply: z.strictObject({ id: z.uuid() }),
    }),
  };
}

export const DeterminationRow = z.strictObject({
  person: PersonId,
  conviction: z.string(),
  outcome: z.enum(OUTCOMES),
  relief: z.enum(RELIEFS),
  floor: z.enum(RELIEFS),
  standing: z.enum(STANDINGS),
  questions: z.array(z.string()),
  section: z.string(),
  source: z.strictObject({ file: Count, row: Count, line: Count, offset: Count }),
});
export type DeterminationRow = z.infer<typeof DeterminationRow>;

export const determinationsPage = defineQuestion({
  subject: 'eligibility.determinations',
  version: 3,
  request: z.strictObject({
    ...ofRevision,
    ...page,
    outcome: z.enum(OUTCOMES).optional(),
    /** `11357`, with its code: `HS 11357`. */
    section: z.string().regex(/^[A-Z0-9]+ [0-9A-Za-z.]+$/).max(40).optional(),
    question: Code.optional(),
  }),
  reply: pageOf(DeterminationRow),
});

export const determinationCounts = defineQuestion({
  subject: 'eligibility.counts',
  version: 3,
  request: z.strictObject(ofRevision),
  reply: z.strictObject({
    persons: Count,
    convictions: Count,
    outcomes: z.partialRecord(z.enum(OUTCOMES), Count),
    questions: z.record(z.string(), Count),
    sections: z.record(z.string(), Count),
    sealed: z.boolean(),
  }),
});

/** One conviction with its whole trace in words. The answer is about one person: it is for a screen, never for a log. */
export const convictionInWords = defineQuestion({
  subject: 'eligibility.conviction',
  version: 4,
  request: z.strictObject({ ...ofRevision, person: PersonId, conviction: z.string().regex(/^[0-9]{1,4}:[0-9]{1,20}$/) }),
  reply: z.strictObject({
    person: PersonId,
    conviction: z.string(),
    outcome: z.enum(OUTCOMES),
    relief: z.enum(RELIEFS),
    floor: z.enum(RELIEFS),
    standing: z.enum(STANDINGS),
    determination: z.string(),
    reason: z.string(),
    citation: z.string(),
    caseNumbers: z.array(CaseNumberWithOrigin),
    convictedOn: z.int(),
    court: z.string(),
    questions: z.array(z.strictObject({ code: z.string(), words: z.string(), answers: z.array(z.strictObject({ answer: z.string(), outcome: z.string() })) })),
    trace: z.array(
      z.strictObject({
        rule: z.string(),
        verdict: z.enum(VERDICTS),
        words: z.string(),
        facts: z.array(z.strictObject({ name: z.string(), value: z.string(), line: Count.nullable(), file: Count.nullable(), sha256: Sha256.nullable(), offset: Count.nullable() })),
      }),
    ),
    /** The whole determination as sentences, a line each. */
    words: z.array(z.string()),
  }),
});

/** What the reader counted, and which counties occur. */
export const populationOfRun = defineQuestion({
  subject: 'ingestion.population',
  version: 1,
  request: z.strictObject(ofRun),
  reply: z.strictObject({ sealed: z.boolean(), batches: Count, persons: Count, population: Sha256.nullable(), rejectedRows: OutputFile.nullable() }),
});

const outputsAndCounts = z.strictObject({ sealed: z.boolean(), outputs: z.array(OutputFile), counts: z.record(z.string(), Count) });

export const packetsOfRun = defineQuestion({ subject: 'documents.packets', version: 1, request: z.strictObject(ofRun), reply: outputsAndCounts });

export const noticesOfRun = defineQuestion({ subject: 'notification.notices', version: 1, request: z.strictObject(ofRun), reply: outputsAndCounts });

/** Every question that there is. */
export const QUESTIONS: readonly QuestionContract[] = [
  determinationsPage,
  determinationCounts,
  convictionInWords,
  determinationChanges,
  populationOfRun,
  packetsOfRun,
  noticesOfRun,
  reviewWorkbookOfRun,
  reviewImport,
  publicDefenderList,
  drawnSample,
  certificateOfSample,
  explanationOfConviction,
  explanationPages,
  addDecision,
  undoDecision,
  decisionsPage,
  decisionsFile,
  importDecisionsFile,
  askedPairsPage,
  askedPair,
  decidePair,
  ...CORRECTION_QUESTIONS,
  ...FILING_QUESTIONS,
  ...SERVICES.flatMap((service) => Object.values(serviceQuestions(service))),
];
