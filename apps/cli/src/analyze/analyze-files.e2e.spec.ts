import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { annotateFiles, type AnnotateOptions, type FileAnnotation, portionsOf, readPersons, scanPopulation, type StateFile } from '@clearway/doj-bulk';
import { analyzeFiles } from './analyze-files';
import { countyFile, rowOf } from './testing/county-file';
import { TOY_HEADER, toyAnnotations } from './testing/toy-work';

const limits = { lines: 3, bytes: 600 };
const root = join(__dirname, '../../../..');

describe('analyzeFiles', () => {
  let folder: string;
  let compiled: string;

  beforeAll(() => {
    compiled = mkdtempSync(join(tmpdir(), 'clearway-compiled-'));
    const swc = [join(root, 'node_modules/@swc/cli/bin/swc.js'), 'libs/record/src', 'libs/sources/doj-bulk/src', 'apps/cli/src/analyze', 'apps/cli/src/start'];
    execFileSync(process.execPath, [...swc, '-d', compiled, '--config-file', '.swcrc', '--ignore', '**/*.spec.ts'], { cwd: root, stdio: 'pipe' });
  }, 60_000);
  afterAll(() => rmSync(compiled, { recursive: true, force: true }));
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'clearway-analyze-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function inputsOf(files: readonly Buffer[]): StateFile[] {
    return files.map((bytes, index) => {
      const path = join(folder, `${index}.dat`);
      writeFileSync(path, bytes);
      return { path };
    });
  }

  interface Run {
    readonly name: string;
    readonly threads: number;
    readonly bufferBytes: number;
    readonly partitionBytes: number;
    readonly withIdentityNumbers: boolean;
  }

  interface Ran {
    readonly kept: unknown[];
    readonly people: number;
    readonly outputs: Record<string, string>;
  }

  async function alone(inputs: readonly StateFile[], run: Run): Promise<Ran> {
    const kept: unknown[] = [];
    const { tallies, files } = await analyzeFiles(inputs, { ...optionsOf(run, __dirname), onKept: (each) => void kept.push(each) });
    for (const file of files) expect(sha256(join(folder, run.name, file.name))).toBe(file.sha256);
    return { kept, people: peopleIn(tallies), outputs: contentOf(join(folder, run.name)) };
  }

  /** Compiled, in a process of its own, as it runs in earnest: what threads share cannot leave Jest's own globals. */
  function withThreads(inputs: readonly StateFile[], run: Run): Ran {
    const from = join(compiled, 'apps/cli/src/analyze');
    const { prepare, ...options } = optionsOf(run, from);
    const script = `
      const { analyzeFiles } = require(${JSON.stringify(join(from, 'analyze-files.js'))});
      const kept = [];
      const options = { ...${JSON.stringify(options)}, prepare: () => (${JSON.stringify(prepare())}), onKept: (each) => void kept.push(each) };
      analyzeFiles(${JSON.stringify(inputs)}, options).then(
        ({ tallies }) => process.stdout.write(JSON.stringify({ kept, tallies })),
        (error) => { console.error(error); process.exitCode = 1; },
      );`;
    const { kept, tallies } = JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })) as { kept: unknown[]; tallies: unknown[] };
    return { kept, people: peopleIn(tallies), outputs: contentOf(join(folder, run.name)) };
  }

  /** From stored annotations, by compiled code: only that starts threads. */
  function annotatedWithThreads(inputs: readonly object[], options: Omit<AnnotateOptions, 'onProgress'>): Record<string, string> {
    mkdirSync(options.outputDir);
    const from = join(compiled, 'libs/sources/doj-bulk/src/results/annotate-files.js');
    const script = `require(${JSON.stringify(from)}).annotateFiles(${JSON.stringify(inputs)}, ${JSON.stringify(options)}).catch(({ code }) => { process.stderr.write(code); process.exitCode = 1; });`;
    execFileSync(process.execPath, ['-e', script], { stdio: 'pipe' });
    return contentOf(options.outputDir);
  }

  function optionsOf({ name, threads, bufferBytes, partitionBytes, withIdentityNumbers }: Run, from: string) {
    const outputDir = join(folder, name);
    mkdirSync(outputDir);
    const columns = { annotationHeader: TOY_HEADER, withIdentityNumbers };
    const prepare = () => ({ order: { module: join(from, 'testing/toy-work'), settings: {} }, columns });
    return { outputDir, workDir: join(folder, `${name}-work`), threads, limits, bufferBytes, partitionBytes, prepare };
  }

  function peopleIn(tallies: readonly unknown[]): number {
    return (tallies as { people: number }[]).reduce((sum, tally) => sum + tally.people, 0);
  }

  it('writes the same bytes alone, with threads, and from stored annotations', async () => {
    let threadedRuns = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(countyFile, { minLength: 1, maxLength: 3, selector: (bytes) => bytes.toString('latin1') }),
        fc.integer({ min: 1300, max: 6000 }),
        fc.integer({ min: 1, max: 4000 }),
        fc.boolean(),
        async (files, bufferBytes, partitionBytes, withIdentityNumbers) => {
          rmSync(folder, { recursive: true, force: true });
          mkdirSync(folder);
          const inputs = inputsOf(files);
          const sizes = { bufferBytes, partitionBytes, withIdentityNumbers };
          const population = await scanPopulation(inputs, { workDir: join(folder, 'work'), threads: 0, limits, bufferBytes });
          const annotations: FileAnnotation[] = [];
          const kept: string[] = [];
          for await (const history of readPersons(population, { batchBytes: bufferBytes })) {
            annotations.push(...toyAnnotations(history));
            if (!history.deceased) kept.push(history.person);
          }
          annotations.sort((one, other) => one.file - other.file || one.row - other.row);

          mkdirSync(join(folder, 'stored'));
          const portioned = inputs.map((input, index) => ({ ...input, portions: portionsOf(population.files[index]!, bufferBytes) }));
          const stored = { annotations, annotationHeader: TOY_HEADER, withIdentityNumbers, outputDir: join(folder, 'stored'), workDir: join(folder, 'work'), limits };
          await annotateFiles(portioned, stored);
          const inProcess = await alone(inputs, { name: 'alone', threads: 0, ...sizes });
          const { 'rejected_rows.csv': rejected, ...results } = inProcess.outputs;
          expect(results).toEqual(contentOf(join(folder, 'stored')));
          expect(rejected).toBe(readFileSync(population.rejectedRowsFile, 'utf8'));
          expect([inProcess.kept, inProcess.people]).toEqual([kept, population.people]);

          if (threadedRuns++ % 12 !== 0) return;
          for (const threads of [1, 3]) {
            expect(withThreads(inputs, { name: `threads-${threads}`, threads, ...sizes })).toEqual(inProcess);
            expect(annotatedWithThreads(portioned, { ...stored, threads, outputDir: join(folder, `stored-${threads}`) })).toEqual(results);
          }
        },
      ),
      { numRuns: 24 },
    );
  }, 300_000);

  it('says which error it was that a thread met', () => {
    const inputs = inputsOf([Buffer.from(`${rowOf('1')}\n`)]).map((input) => ({ ...input, portions: [{ start: 0, length: 20, row: 0, rows: 1 }] }));
    const options = { annotations: [], annotationHeader: TOY_HEADER, withIdentityNumbers: false, outputDir: join(folder, 'stored'), workDir: join(folder, 'work'), threads: 1 };
    expect(() => annotatedWithThreads(inputs, options)).toThrow('results.annotations-do-not-fit');
  });

  it('writes a person of more rows than are set aside in the memory', async () => {
    const texts = Array.from({ length: 2500 }, (_, index) => rowOf('1', { CNT_ORDER: String(101001001000 + index * 1000), DISP_DESCR: index % 7 ? '' : 'CONVICTED', PRI_SSN: '1', COMMENT_TEXT: index === 2300 ? 'GARC\xcdA' : index === 9 ? '=1' : '' }));
    const inputs = inputsOf([Buffer.from(`${texts.join('\r\n')}\r\n`, 'latin1')]);
    const run = { name: 'alone', threads: 0, bufferBytes: 1 << 21, partitionBytes: 1, withIdentityNumbers: false };
    const { outputs } = await alone(inputs, run);
    const lines = outputs['All_Results.csv']!.trimEnd().split('\n').slice(1);
    expect(lines).toHaveLength(2500);
    lines.forEach((line, index) => expect(line.split(',').slice(50, 51)).toEqual([String(101001001000 + index * 1000)]));
    expect([lines[9], lines[2300]]).toEqual([expect.stringContaining(",'=1,"), expect.stringContaining(',GARCÍA,')]);
    expect(outputs['Prop64_Results.csv']!.trimEnd().split('\n')).toHaveLength(1 + Math.ceil(2500 / 7));
  });

  it('leaves nothing under a final name when it is stopped', async () => {
    const inputs = inputsOf([Buffer.from(`${rowOf('1')}\n${rowOf('2')}\n`)]);
    const outputDir = join(folder, 'out');
    mkdirSync(outputDir);
    const stop = new AbortController();
    const run = analyzeFiles(inputs, {
      outputDir,
      workDir: join(folder, 'work'),
      threads: 0,
      signal: stop.signal,
      prepare: () => ({ order: { module: join(__dirname, 'testing/toy-work'), settings: {} }, columns: { annotationHeader: TOY_HEADER, withIdentityNumbers: false } }),
      onKept: () => stop.abort(),
    });
    await expect(run).rejects.toThrow('aborted');
    expect(readdirSync(outputDir)).toEqual([]);
    expect(existsSync(join(folder, 'work/gathered'))).toBe(false);
  });
});

function contentOf(outputDir: string): Record<string, string> {
  return Object.fromEntries(readdirSync(outputDir).sort().map((name) => [name, readFileSync(join(outputDir, name), 'utf8')]));
}

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
