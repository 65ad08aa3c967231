import { copyFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Policies from '@clearway/county-policy';
import type * as Bulk from '@clearway/doj-bulk';
import type { CalendarDate, History } from '@clearway/record';
import type * as Rules from '@clearway/rules';

/** A case as it is told in YAML; what else it tells only the code that reads cases looks at. */
export interface LawCase {
  readonly name: string;
  readonly born?: string | readonly string[];
  readonly 'as of'?: string;
}

/** A file of cases. */
export interface LawCaseFile {
  readonly policy: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly 'as of': string;
  readonly 'unless said'?: { readonly born?: LawCase['born'] };
  readonly cases: readonly LawCase[];
}

/** Turns cases into histories: `libs/county-policy/src/cases/law-case`. */
export interface CaseTelling {
  readonly caseFile: { parse(data: unknown): LawCaseFile };
  historyOf(one: LawCase): History;
  dateOf(text: string): CalendarDate;
  policyOf(policy: Rules.Policy, one: LawCase): Rules.Policy;
  caseFactsOf(one: LawCase): Rules.CaseFacts;
  askedOrder(one: LawCase): string;
}

/** The statute over known facts: `libs/rules/src/law`. */
export interface Statute {
  readonly DOMAINS: { readonly [Name in Rules.FactName]: readonly Rules.Situation[Name][] };
  readonly FACT_NAMES: readonly Rules.FactName[];
  situationsOf(possible: Statute['DOMAINS']): readonly Rules.Situation[];
  decideSituation(situation: Rules.Situation): { readonly relief: Rules.Relief; readonly path: readonly string[] };
}

/** The rule set of one built tree. Parts that a revision does not have yet are absent. */
export interface Version {
  readonly rules: typeof Rules;
  readonly policies: typeof Policies;
  readonly bulk: typeof Bulk;
  readonly cases: Partial<CaseTelling>;
  readonly situations?: Statute;
}

const TELLING = 'county-policy/src/cases/law-case.js';
const OWN_TELLING = 'county-policy/src/cases/law-case-of-the-base.js';

/**
 * Loads from `root`/dist; two roots in one process have nothing in common. Cases are told by the code of `tellingRoot`, over the record
 * library of `root`: a case may use words that the base did not know, and must not move for that.
 */
export function loadVersion(root: string, tellingRoot = root): Version {
  const load = createRequire(join(root, 'dist', 'package.json'));
  const at = (path: string): string => join(root, 'dist', 'libs', path);
  const has = (path: string): boolean => existsSync(at(path));
  const law = 'rules/src/law';
  const situations = [
    `${law}/deciding/decide-situation.js`,
    `${law}/deciding/every-situation.js`,
    `${law}/situation.js`,
  ];
  return {
    rules: load('@clearway/rules') as typeof Rules,
    policies: load('@clearway/county-policy') as typeof Policies,
    bulk: load('@clearway/doj-bulk') as typeof Bulk,
    cases: tellingOf(root, tellingRoot, load),
    ...(situations.every(has)
      ? {
          situations: Object.assign({}, ...situations.map((path) => load(at(path)) as object)) as Version['situations'],
        }
      : {}),
  };
}

function tellingOf(root: string, tellingRoot: string, load: NodeJS.Require): Partial<CaseTelling> {
  const own = join(root, 'dist', 'libs', TELLING);
  const wanted = join(tellingRoot, 'dist', 'libs', TELLING);
  if (own !== wanted && existsSync(own)) {
    const copy = join(root, 'dist', 'libs', OWN_TELLING);
    try {
      copyFileSync(wanted, copy);
      return load(copy) as CaseTelling;
    } catch {
      return load(own) as CaseTelling;
    }
  }
  return existsSync(own) ? (load(own) as CaseTelling) : {};
}
