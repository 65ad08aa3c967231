import { z } from 'zod';
import { type BatchManifest } from '../formats/batch-manifest';
import { BATCH_FILE_KINDS } from '../formats/codes';
import { type CourtUpdate } from '../formats/court-update';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().min(0);
const Counts = z.record(z.string(), Count);
/** Below the batch's folder: a manifest that somebody edited must not make anybody read or write elsewhere. */
const Path = z
  .string()
  .refine(
    (path) =>
      path !== '' &&
      !/^[/\\]|^[A-Za-z]:|\\/.test(path) &&
      !path.split('/').some((part) => part === '..' || part === '.' || part === ''),
  );

const Manifest = z.object({
  format: z.literal('clearway-batch-1'),
  batch: z.string().regex(/^[0-9a-f]{16}$/),
  corrects: z.string().regex(/^(?:[0-9a-f]{16})?$/),
  office: z.string(),
  county: z.string(),
  court: z.object({ profile: z.string(), profileSha256: z.string(), name: z.string(), ori: z.string() }),
  agency: z.string(),
  asOf: z.iso.date(),
  policy: z.object({ name: z.string(), sha256: z.string() }),
  forms: z.array(z.object({ form: z.string(), edition: z.string(), sha256: Sha256 })).exactOptional(),
  packets: z.array(
    z.object({
      packet: z.string(),
      lines: Count,
      cases: Count,
      people: Count,
      inputs: z.string(),
      listSha256: z.string(),
    }),
  ),
  files: z.array(
    z.object({
      path: Path,
      kind: z.enum(BATCH_FILE_KINDS),
      sha256: Sha256,
      bytes: Count,
      pages: Count,
      public: z.boolean(),
      packets: z.array(z.string()),
    }),
  ),
  totals: z.object({
    packets: Count,
    files: Count,
    pages: Count,
    lines: Count,
    cases: Count,
    people: Count,
    byRelief: Counts,
    byCaseEffect: Counts,
  }),
});

const Text = z.string();
/** Further fields are kept: a later version may say more of a line. */
const Row = z.looseObject({
  packet: Text,
  line: z.int().min(1),
  ref: Text,
  courthouse: Text,
  courthouseOri: Text,
  courthouseOfRecord: Text,
  caseNumber: Text,
  formerCaseNumber: Text,
  otherCaseNumbers: z.array(Text),
  defendant: Text,
  count: Count,
  section: Text,
  charge: Text,
  convictionDate: Text,
  relief: Text,
  statute: Text,
  dispositionReason: z.object({ code: Text, words: Text }),
  caseEffect: Text,
  arrestToo: z.boolean(),
  floorOnly: z.boolean(),
  agency: Text,
  orderFile: Text,
  matchKeys: z.looseObject({
    cii: Text,
    name: Text,
    otherNames: z.array(Text),
    birthDate: Text,
    arrestDate: Text,
    arrestingOri: Text,
    bookingNumber: Text,
    courtOri: Text,
    chargeCode: Text,
    countOrder: Text.optional(),
  }),
});
const Update = z.object({ format: z.literal('clearway-court-update-1'), batch: Text, rows: z.array(Row) });

/** A batch folder whose manifest or data file cannot be read; says the file and the place in it, never a value. */
export class BatchFileError extends Error {
  override readonly name = 'BatchFileError';
  readonly code = 'batch.unreadable';
  constructor(
    readonly file: string,
    readonly place: string,
  ) {
    super(
      `${file}: is not what clearway analyze writes (${place}); take the folder from the run again, or make it again`,
    );
  }
}

/** Reads `manifest.json`. Throws a BatchFileError. */
export function readManifest(text: string, file = 'manifest.json'): BatchManifest {
  return readJson(text, file, Manifest);
}

/** Reads `court_update.json`. Throws a BatchFileError. */
export function readCourtUpdate(text: string, file = 'court_update.json'): CourtUpdate {
  return readJson(text, file, Update) as CourtUpdate;
}

function readJson<Out>(text: string, file: string, schema: z.ZodType<Out>): Out {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new BatchFileError(file, 'no whole JSON');
  }
  const { success, data, error } = schema.safeParse(json);
  if (!success) throw new BatchFileError(file, error.issues[0]?.path.join('.') || 'its shape');
  return data;
}
