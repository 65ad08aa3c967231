import { canonicalJson } from '@clearway/content-store';
import { type RunSettings } from '@clearway/contracts';
import { checkFilingDay, FilingDayError, loadPolicy, PolicyError } from '@clearway/county-policy';
import { CourtBook, CourtProfileError, loadTemplates, TemplateError } from '@clearway/papers';
import { type CalendarDate, parseCalendarDate } from '@clearway/record';
import { type Policy } from '@clearway/rules';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { ApiProblem, type FieldProblem } from '../problems/api-problem';
import { CaseFiles } from './case-files';
import { DoneListFiles } from './done-lists';
import { type AddFiles } from './revision.dto';
import { type CreateRun } from './run.dto';
import { inOrderOfKinds, SourceInputs } from './source-inputs';

/** The same request, whatever the order of its fields. */
export function hashOfRequest(request: CreateRun | { readonly again: string; readonly asOf?: string }): string {
  return createHash('sha256').update(canonicalJson(request)).digest('hex');
}

/** Is this the text, or the name, of a policy that is only for comparing? */
export function isReplay(text: string): boolean {
  return loadPolicy(text).kind === 'replay';
}

/** Turns a request into the settings of a run, once everything that it names has been found. */
@Injectable()
export class SettingsOfRequest {
  constructor(
    private readonly sources: SourceInputs,
    private readonly caseFiles: CaseFiles,
    private readonly doneLists: DoneListFiles,
  ) {}

  /** Throws `run.invalid` with every problem at once: which field, and the cure. */
  async read(office: string, request: CreateRun): Promise<RunSettings> {
    const problems: FieldProblem[] = [];
    const policy = readPolicy(request.policy, problems);
    const papers = policy === undefined ? 'none' : papersOf(request, policy.kind, problems);
    if (policy !== undefined) checkDay(policy, parseCalendarDate(request.asOf), problems);
    const inputs = inOrderOfKinds(await this.sources.read(office, request.files, problems));
    const hashes = request.files.map(({ sha256 }) => sha256);
    const unpacked = await this.sources.unpackedHashes(office, hashes);
    if (new Set(hashes.map(unpacked)).size < hashes.length)
      problems.push({
        path: 'files',
        message: 'names the same file twice, packed or not: its rows would count twice; name each file once',
      });
    if (request.contacts !== undefined) await this.sources.bytesOf(office, request.contacts, 'contacts', problems);
    const cases = policy === undefined ? undefined : await this.caseFiles.of(office, request, policy.kind, problems);
    const done = policy === undefined ? [] : await this.doneLists.read(office, request.done, policy.kind, problems);
    checkCourts(request, problems);
    checkTemplates(request, problems);
    if (policy === undefined || cases === undefined || problems.length > 0) {
      throw new ApiProblem(
        422,
        'run.invalid',
        'The run cannot be made as it is asked for; each field that is wrong is named with its cure.',
        problems,
      );
    }
    return {
      version: 6,
      office,
      county: request.county.toUpperCase(),
      policy: { name: policy.name, text: policy.text, hash: policy.hash },
      asOf: parseCalendarDate(request.asOf),
      papers,
      letters: request.letters,
      contacts: request.contacts ?? null,
      withIdentityNumbers: request.withIdentityNumbers,
      inputs,
      facts: cases.facts,
      done,
      decisions: cases.decisions,
      corrections: cases.corrections,
      courts: request.courts,
      book: await this.caseFiles.bookOf(office, request, papers, isReplay(policy.text)),
      templates: request.templates,
    };
  }

  /**
   * Settings with more inputs, each after those of its kind that there are, and more lists of what already happened. Files and lists
   * that are there already, packed or not, are passed over. Throws `run.invalid`.
   */
  async withFiles(office: string, settings: RunSettings, { files, done }: AddFiles): Promise<RunSettings> {
    const problems: FieldProblem[] = [];
    const unpacked = await this.sources.unpackedHashes(
      office,
      [...settings.inputs, ...files].map(({ sha256 }) => sha256),
    );
    const known = new Set(settings.inputs.map(({ sha256 }) => unpacked(sha256)));
    // Also a file that the request itself names twice.
    const fresh = files.filter(({ sha256 }) => !known.has(unpacked(sha256)) && known.add(unpacked(sha256)));
    const added = await this.sources.read(office, fresh, problems);
    const inputs = inOrderOfKinds([...settings.inputs, ...added]);
    if (inputs.length > 64) problems.push({ path: 'files', message: 'a run has at most 64 files' });
    const listed = new Set(settings.done.map(({ sha256 }) => sha256));
    const lists = [
      ...settings.done,
      ...(await this.doneLists.read(
        office,
        done.filter(({ sha256 }) => !listed.has(sha256)),
        loadPolicy(settings.policy.text).kind,
        problems,
      )),
    ];
    if (lists.length > 16) problems.push({ path: 'done', message: 'a run has at most 16 lists' });
    if (problems.length > 0)
      throw new ApiProblem(
        422,
        'run.invalid',
        'The files cannot be added; each field that is wrong is named with its cure.',
        problems,
      );
    return { ...settings, inputs, done: lists };
  }
}

/** A replay is for comparing: nothing is filed under it, unless the request says so by name. */
function papersOf(
  { papers, papersOfAReplay }: CreateRun,
  kind: Policy['kind'],
  problems: FieldProblem[],
): RunSettings['papers'] {
  if (kind === 'filing' || papersOfAReplay) return papers ?? 'bulk';
  if (papers === undefined || papers === 'none') return 'none';
  problems.push({
    path: 'papers',
    message:
      'the policy is a replay, for comparing, and nothing is filed under it: ask for none, name a policy for filing, or set papersOfAReplay',
  });
  return 'none';
}

function checkDay(policy: Pick<Policy, 'kind' | 'name'>, asOf: CalendarDate, problems: FieldProblem[]): void {
  try {
    checkFilingDay(policy, asOf);
  } catch (error) {
    if (!(error instanceof FilingDayError)) throw error;
    problems.push({ path: 'asOf', message: error.message });
  }
}

function checkCourts({ courts }: CreateRun, problems: FieldProblem[]): void {
  try {
    CourtBook.of(courts.map(({ name, text }) => ({ file: name, text })));
  } catch (error) {
    if (!(error instanceof CourtProfileError)) throw error;
    problems.push(...error.message.split('\n').map((message) => ({ path: 'courts', message })));
  }
}

function checkTemplates({ templates }: CreateRun, problems: FieldProblem[]): void {
  try {
    if (templates.length > 0) loadTemplates(templates);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    problems.push(...error.message.split('\n').map((message) => ({ path: 'templates', message })));
  }
}

function readPolicy(
  asked: CreateRun['policy'],
  problems: FieldProblem[],
): (RunSettings['policy'] & Pick<Policy, 'kind'>) | undefined {
  const text = asked.name ?? asked.text ?? '';
  try {
    const policy = loadPolicy(text);
    return { name: policy.name, text, hash: policy.hash, kind: policy.kind };
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    const path = asked.name === undefined ? 'policy.text' : 'policy.name';
    problems.push(...error.message.split('\n').map((message) => ({ path, message })));
    return undefined;
  }
}
