import { type Portion } from '@clearway/doj-bulk';
import { type FileCounts, type TallyJson } from '@clearway/reports';
import { z } from 'zod';

const Count = z.int().min(0);
const Numbers = z.record(z.string(), Count);

const Population = z.object({
  files: z.array(
    z.object({
      name: z.string(),
      sha256: z.string(),
      bytes: Count,
      physicalLines: Count,
      emptyLines: Count,
      filledLines: Count,
      continuationLines: Count,
      rowsRead: Count,
      rowsUsed: Count,
      rowsRejected: Count,
      people: Count,
      portions: z.array(z.object({ start: Count, length: Count, row: Count, rows: Count })),
    }),
  ),
  people: Count,
  county: z.string(),
  histories: z.object({ version: z.literal(1), asOf: Count, earliestConviction: Count, numbers: Numbers, tables: z.record(z.string(), Numbers) }),
});

/** What the reader told of a run's inputs, as far as outputs need it. */
export interface SealedPopulation {
  readonly files: readonly FileCounts[];
  /** How each file can be cut, in the order of the files. */
  readonly portions: readonly (readonly Portion[])[];
  readonly people: number;
  /** As the files write it. */
  readonly county: string;
  readonly histories: TallyJson;
}

/** Reads the population that a sealed run carries; throws when it was written by another version. */
export function readSealedPopulation(json: unknown): SealedPopulation {
  const { files, people, county, histories } = Population.parse(json);
  return {
    files: files.map(({ physicalLines, portions: _, ...file }) => ({ ...file, lines: physicalLines })),
    portions: files.map(({ portions }) => portions),
    people,
    county,
    histories: histories as unknown as TallyJson,
  };
}
