import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { FACTS_COLUMNS, FactsFileError, type FactsProblem, readFactsFile } from '@clearway/case-facts';
import { type CaseFact, type FactKind, type FactsReading, readFacts } from '@clearway/court-extract';
import { BYTE_ORDER_MARK, csvRow, safeCell } from '@clearway/spreadsheets';
import { EXIT, type ExitCode } from '../exit-codes';
import { counted } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { mappingOf } from './mapping-option';
import { sayReading } from './say-facts';

export interface FactsOptions {
  readonly kind: FactKind;
  /** Name of a shipped mapping, or a file; the one of the kind when left out. */
  readonly mapping?: string;
  readonly out: string;
}

/** Writes what lists say was done as a facts file for `analyze --facts`, each with file and line. */
export async function factsFromLists(
  paths: readonly string[],
  options: FactsOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const mapping = await mappingOf(options.mapping ?? options.kind);
  const readings: { readonly name: string; readonly reading: FactsReading }[] = [];
  for (const path of paths) {
    const name = basename(path);
    readings.push({ name, reading: readFacts(await readFile(path), mapping, options.kind, name) });
  }
  const kept: CaseFact[] = [];
  const refused: { name: string; line: number; column: string; cure: string }[] = [];
  for (const { name, reading } of readings) {
    const problems = problemsOf(reading.facts);
    // The facts file has its header on line 1.
    const wrong = new Map(problems.map((each) => [each.line - 2, each]));
    reading.facts.forEach((fact, i) => {
      const problem = wrong.get(i);
      if (problem) refused.push({ name, line: fact.line, column: problem.column, cure: problem.cure });
      else kept.push(fact);
    });
  }
  await writeFile(options.out, factsCsv(kept), { mode: 0o600 });
  for (const { name, reading } of readings) sayReading(name, reading, terminal);
  for (const { name, line, column, cure } of refused)
    terminal.say(`${name}, line ${line}: rejected: ${column}: ${cure}`);
  terminal.say(`${counted(kept.length, 'fact', 'facts')} written.`);
  const rejected = readings.reduce((sum, { reading }) => sum + reading.rejected.length, refused.length);
  terminal.result({
    kind: options.kind,
    facts: kept.length,
    rejected,
    refused: refused.map(({ name, line, column, cure }) => ({ file: name, line, column, cure })),
    files: readings.map(({ name, reading: { account, without, rejected: rows, notes, unusedColumns } }) => ({
      file: name,
      account,
      without,
      rejected: rows,
      notes,
      unusedColumns,
    })),
  });
  return rejected === 0 ? EXIT.done : EXIT.input;
}

function factsCsv(facts: readonly CaseFact[]): string {
  const rows = facts.map(({ columns }) => FACTS_COLUMNS.map((column) => safeCell(columns[column] ?? '')));
  return BYTE_ORDER_MARK + [[...FACTS_COLUMNS], ...rows].map(csvRow).join('');
}

/** What the reader of facts files would refuse: one wrong row must not refuse all of them later. */
function problemsOf(facts: readonly CaseFact[]): readonly FactsProblem[] {
  try {
    // Line breaks within cells would move the lines that problems name.
    readFactsFile(Buffer.from(factsCsv(facts.map(withoutBreaks))));
    return [];
  } catch (error) {
    if (!(error instanceof FactsFileError)) throw error;
    return error.problems;
  }
}

function withoutBreaks(fact: CaseFact): CaseFact {
  const columns = Object.fromEntries(
    Object.entries(fact.columns).map(([key, text]) => [key, text.replace(/[\r\n]+/g, ' ')]),
  );
  return { ...fact, columns };
}
