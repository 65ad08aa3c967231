import { type Provision } from '@clearway/rules';
import { type Version } from './version';

/** A part of the rule set that is not the same in both versions. */
export interface ChangedPart {
  readonly kind: 'provision' | 'parameter' | 'code list';
  readonly name: string;
  readonly how: 'new' | 'gone' | 'changed';
}

/** Provisions (their words, dates and tests), parameters and code lists that differ. */
export function changedParts(base: Version, now: Version): readonly ChangedPart[] {
  return [
    ...differences('provision', provisionsOf(base), provisionsOf(now)),
    ...differences('parameter', parametersOf(base), parametersOf(now)),
    ...differences('code list', listsOf(base), listsOf(now)),
  ];
}

function provisionsOf({ rules }: Version): ReadonlyMap<string, string> {
  return new Map(
    (rules.PROVISIONS ?? []).map((each: Provision) => [
      each.code,
      JSON.stringify({ ...each, when: each.when.toString() }),
    ]),
  );
}

function parametersOf({ rules }: Version): ReadonlyMap<string, string> {
  return new Map((rules.parameterSources?.() ?? []).map((each, i) => [nameOf(each, i), JSON.stringify(each)]));
}

function listsOf({ rules }: Version): ReadonlyMap<string, string> {
  return new Map(rules.ruleCatalogue().lists.map((each) => [each.list, JSON.stringify(each)]));
}

function nameOf(source: object, index: number): string {
  const name = (source as { parameter?: unknown; name?: unknown }).parameter ?? (source as { name?: unknown }).name;
  return typeof name === 'string' ? name : String(index);
}

function differences(
  kind: ChangedPart['kind'],
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): ChangedPart[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((name): ChangedPart[] => {
    if (before.get(name) === after.get(name)) return [];
    return [{ kind, name, how: !before.has(name) ? 'new' : after.has(name) ? 'changed' : 'gone' }];
  });
}
