import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { annotateFiles, COLUMN_NAMES, CONDENSED_COLUMNS, type FileAnnotation, IDENTITY_COLUMNS, portionsOf, scanPopulation } from '../index';
import { type PortionedFile } from './annotate-files';
import { messyFile } from '../testing/messy-files';
import { readReference } from '../testing/reference-reader';

const limits = { lines: 3, bytes: 600 };
const TOY_HEADER = ['Person', 'Counts', 'Kind'];

describe('annotateFiles', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'clearway-annotate-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function inputsOf(files: readonly Buffer[]): { path: string }[] {
    return files.map((bytes, index) => {
      const path = join(folder, `${index}.dat`);
      writeFileSync(path, bytes);
      return { path };
    });
  }

  async function portioned(inputs: readonly { path: string }[], bufferBytes: number, portionBytes: number): Promise<PortionedFile[]> {
    const population = await scanPopulation(inputs, { workDir: join(folder, 'scanned'), threads: 0, limits, bufferBytes });
    return inputs.map((input, index) => ({ ...input, portions: portionsOf(population.files[index]!, portionBytes) }));
  }

  it('passes rows through as the plainest writer does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(messyFile, { minLength: 1, maxLength: 2, selector: (bytes) => bytes.toString('latin1') }),
        fc.integer({ min: 1300, max: 6000 }),
        fc.integer({ min: 1, max: 4000 }),
        fc.boolean(),
        fc.boolean(),
        fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 9 }),
        async (files, bufferBytes, portionBytes, packed, withIdentityNumbers, pattern) => {
          const outputDir = join(folder, 'out');
          rmSync(outputDir, { recursive: true, force: true });
          mkdirSync(outputDir);
          const annotations = files.flatMap((bytes, file) =>
            readReference(bytes, limits).rows.flatMap((_, row): FileAnnotation[] => {
              const kind = pattern[row % pattern.length]!;
              return kind > 3 ? [] : [{ file, row, csv: `p${row},"é, ${kind}",`, decided: kind < 2 }];
            }),
          );
          const options = { annotations, annotationHeader: TOY_HEADER, withIdentityNumbers, outputDir, workDir: join(folder, 'work'), limits };
          const inputs = inputsOf(packed ? files.map((bytes) => gzipSync(bytes)) : files);
          const written = await annotateFiles(await portioned(inputs, bufferBytes, portionBytes), options);
          expect(contentOf(outputDir)).toEqual(expectedOutputs(files, annotations, withIdentityNumbers));
          for (const { name, sha256, rows } of written) {
            expect(createHash('sha256').update(readFileSync(join(outputDir, name))).digest('hex')).toBe(sha256);
            if (name.startsWith('Prop64')) expect(rows).toBe(annotations.filter(({ file, decided }) => decided && (files.length === 1 || name.endsWith(`_${file + 1}.csv`))).length);
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it.each([
    ['of a row that is not there', [{ file: 0, row: 5, csv: ',,', decided: false }]],
    ['of a file that is not there', [{ file: 3, row: 0, csv: ',,', decided: false }]],
    ['not sorted', [1, 0].map((row) => ({ file: 0, row, csv: ',,', decided: false }))],
  ])('refuses annotations %s, and leaves no file', async (_, annotations) => {
    mkdirSync(join(folder, 'out'));
    const inputs = await portioned(inputsOf([Buffer.from(`${rowOf('1')}\n${rowOf('2')}\n`)]), 6000, 4000);
    const run = annotateFiles(inputs, { annotations, annotationHeader: TOY_HEADER, withIdentityNumbers: false, outputDir: join(folder, 'out'), workDir: join(folder, 'work') });
    await expect(run).rejects.toThrow('do not fit');
    expect(readdirSync(join(folder, 'out'))).toEqual([]);
  });

  it('refuses portions that were counted in another file', async () => {
    mkdirSync(join(folder, 'out'));
    const [input] = await portioned(inputsOf([Buffer.from(`${rowOf('1')}\n${rowOf('2')}\n`)]), 6000, 4000);
    writeFileSync(input!.path, `${rowOf('1')}\n\n${rowOf('2').slice(1)}\n`);
    const run = annotateFiles([input!], { annotations: [], annotationHeader: TOY_HEADER, withIdentityNumbers: false, outputDir: join(folder, 'out'), workDir: join(folder, 'work') });
    await expect(run).rejects.toThrow('do not fit');
  });
});

function rowOf(subjectId: string): string {
  return COLUMN_NAMES.map((name) => (name === 'SUBJECT_ID' ? subjectId : name === 'CNT_ORDER' ? '101001001000' : '')).join(',');
}

function expectedOutputs(files: readonly Buffer[], annotations: readonly FileAnnotation[], withIdentityNumbers: boolean): Record<string, string> {
  const outputs: Record<string, string> = {};
  files.forEach((bytes, file) => {
    const suffix = files.length > 1 ? `_${file + 1}` : '';
    const full = [[...COLUMN_NAMES, ...TOY_HEADER].join(',')];
    const condensed = [[...CONDENSED_COLUMNS.map((column) => COLUMN_NAMES[column]), ...TOY_HEADER].join(',')];
    const prop64 = [...full];
    readReference(bytes, limits).rows.forEach(({ raw }, row) => {
      const annotation = annotations.find((each) => each.file === file && each.row === row);
      const cells = raw.map((cell, column) => (IDENTITY_COLUMNS.includes(column) && !withIdentityNumbers ? '' : safe(cell)));
      const tail = annotation?.csv ?? ',,';
      full.push([...cells, tail].join(','));
      condensed.push([...CONDENSED_COLUMNS.map((column) => cells[column]), tail].join(','));
      if (annotation?.decided) prop64.push(full[full.length - 1]!);
    });
    for (const [name, lines] of Object.entries({ All_Results: full, All_Results_Condensed: condensed, Prop64_Results: prop64 })) outputs[`${name}${suffix}.csv`] = `${lines.join('\n')}\n`;
  });
  return outputs;
}

function safe(cell: string): string {
  const quoted = cell.startsWith('"');
  const content = quoted ? cell.slice(1, -1) : cell;
  const runs = /^[=+\-@\t\r]/.test(content) && content !== '-' && !/^[+-]\d+(\.\d+)?$/.test(content);
  return runs ? (quoted ? `"'${cell.slice(1)}` : `'${cell}`) : cell;
}

function contentOf(outputDir: string): Record<string, string> {
  return Object.fromEntries(readdirSync(outputDir).sort().map((name) => [name, readFileSync(join(outputDir, name), 'utf8')]));
}
