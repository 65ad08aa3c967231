import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FactToConfirm, factsToConfirm, type ProvisionToConfirm, PROVISIONS } from '@clearway/rules';
import { lawToConfirmPage } from './page';
import { usedIn } from './used-in';

export const PAGE = 'docs/law-to-confirm.md';

/** The page as it should be now. */
export function currentPage(root: string): string {
  return lawToConfirmPage(everyFact(), usedIn(root));
}

/** Every fact that counsel is asked about: of the parameters, the lists and the provisions. */
export function everyFact(): readonly FactToConfirm[] {
  return factsToConfirm(PROVISIONS.map(toConfirm));
}

function toConfirm({ code, stage, citation, mark, confirm = '' }: (typeof PROVISIONS)[number]): ProvisionToConfirm {
  return { code, citation, mark, note: confirm, file: `libs/rules/src/law/${stage}/${code}.ts` };
}

/** Writes the page, or with `--check` only says whether it is current. Exit code 1 when it is not. */
export function main(root: string, args: readonly string[]): number {
  const path = join(root, PAGE);
  const page = currentPage(root);
  if (existsSync(path) && readFileSync(path, 'utf8').replace(/\r\n/g, '\n') === page) return 0;
  if (args.includes('--check')) {
    console.error(`${PAGE} is not current: run "npm run law:to-confirm" and commit it`);
    return 1;
  }
  writeFileSync(path, page);
  console.log(`${PAGE} written`);
  return 0;
}
