import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { caseFile, type LawCase } from './law-case';

const FOLDER = join(__dirname, '..', '..', '..', 'rules', 'cases');

/** A file of cases, what holds unless a case says otherwise filled in. */
export interface CaseFile {
  /** Below `libs/rules/cases`: `california-statute/age.yaml`. */
  readonly name: string;
  readonly policy: string;
  readonly options: Readonly<Record<string, unknown>> | undefined;
  readonly asOf: string;
  readonly source: string;
  readonly cases: readonly LawCase[];
}

export const CASE_FILES: readonly CaseFile[] = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .map((each) => each.replace(/\\/g, '/'))
  .filter((each) => each.endsWith('.yaml'))
  .sort()
  .map(readCaseFile);

function readCaseFile(name: string): CaseFile {
  const file = caseFile.parse(parse(readFileSync(join(FOLDER, name), 'utf8')));
  const born = file['unless said']?.born;
  return {
    name,
    policy: file.policy,
    options: file.options,
    asOf: file['as of'],
    source: file.source ?? '',
    cases: file.cases.map((each) => (each.born === undefined && born !== undefined ? { ...each, born } : each)),
  };
}
