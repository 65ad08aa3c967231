import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  asEdition,
  compareEditions,
  FORM_VALUE_NAMES,
  type FieldChange,
  type FormEdition,
  readFormFile,
  readinessOf,
  shippedMappingFor,
} from '@clearway/court-forms';
import { JUDGED_RENAMES, type JudgedRenames } from './judged-renames';

type Print = (line: string) => void;

/** At least so many proposals of a rename must be what a person found; below it, proposals cost more than they save. */
const LOWEST_PRECISION = 0.85;
const LOWEST_RECALL = 0.85;

/**
 * Reads the courts' forms in a folder: every mapping that comes with Clearway must fit its form, and the guard's proposals between
 * two editions must be those of a person. Returns the exit code: 0 when it conforms, 1 when not, 2 when there is no form.
 */
export async function main(args: readonly string[], print: Print = console.log): Promise<number> {
  const folder = args.find((each) => !each.startsWith('-'));
  if (folder === undefined || !existsSync(folder) || !statSync(folder).isDirectory()) {
    print('Usage: npm run conformance:forms -- FOLDER. FOLDER holds the PDFs of courts.');
    return 2;
  }
  const editions: FormEdition[] = [];
  let bad = 0;
  for (const name of readdirSync(folder)
    .filter((each) => each.endsWith('.pdf'))
    .sort()) {
    const file = await readFormFile(readFileSync(join(folder, name)));
    const shipped = shippedMappingFor(file);
    const edition = asEdition(
      file,
      shipped?.file.form ?? (file.printed.form || 'unknown'),
      shipped?.file.edition ?? (file.printed.edition || 'unknown'),
    );
    editions.push(edition);
    const missing = shipped ? readinessOf(shipped.file, edition, FORM_VALUE_NAMES) : undefined;
    const words = missing ? [...missing.unmapped, ...missing.unconfirmed] : [];
    bad += words.length;
    print(
      `${name.padEnd(48)}${String(edition.fields.length).padStart(4)} fields, mapping: ${shipped ? `${shipped.path} ${words.length === 0 ? 'fits' : 'does not fit'}` : 'none'}`,
    );
    for (const each of words) print(`  ${each}`);
  }
  if (editions.length === 0) {
    print('There is no PDF in this folder.');
    return 2;
  }
  for (const judged of JUDGED_RENAMES) {
    const old = editions.find(({ sha256 }) => sha256 === judged.old);
    const next = editions.find(({ sha256 }) => sha256 === judged.next);
    if (old && next && !agrees(judged, compareEditions(old, next).changes, print)) bad += 1;
  }
  print(bad === 0 ? 'Conforms.' : 'Does not conform.');
  return bad === 0 ? 0 : 1;
}

/** Prints what was proposed beside what a person found, and says whether that is near enough. */
export function agrees({ same }: Pick<JudgedRenames, 'same'>, changes: readonly FieldChange[], print: Print): boolean {
  const count = (kind: FieldChange['kind']): number => changes.filter((each) => each.kind === kind).length;
  const judged = new Map(same);
  const proposed = changes.filter((each) => each.kind === 'renamed');
  print('');
  print(
    `kept ${count('kept')}, moved ${count('moved')}, reworded ${count('reworded')}, retyped ${count('retyped')}, renamed ${proposed.length}, lost ${count('lost')}, new ${count('new')}`,
  );
  let right = 0;
  for (const { old, next, score, reason } of proposed) {
    const isRight = judged.get(old.name) === next.name;
    if (isRight) right += 1;
    print(
      `  ${isRight ? 'right' : 'WRONG'}  ${String(Math.round(score * 100)).padStart(3)}  ${old.name.slice(0, 48).padEnd(50)}${next.name.padEnd(34)}${reason}`,
    );
  }
  const found = new Set(proposed.map(({ old }) => old.name));
  for (const [old, next] of same) if (!found.has(old)) print(`  MISSED      ${old.slice(0, 48).padEnd(50)}${next}`);
  const precision = proposed.length === 0 ? 1 : right / proposed.length;
  const recall = same.length === 0 ? 1 : right / same.length;
  print(
    `right ${right} of ${proposed.length} proposed (${percent(precision)}), ${right} of ${same.length} that a person found (${percent(recall)})`,
  );
  return precision >= LOWEST_PRECISION && recall >= LOWEST_RECALL;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
