import { type ExplainedRule } from '@clearway/rules';

export interface LetteredFact {
  /** `a`, `b`, ... `aa`. */
  readonly letter: string;
  readonly name: string;
  readonly value: string;
  readonly where: string;
}

/** Every distinct fact that the rules used, with a letter by which each rule refers to it. */
export function factsOf(rules: readonly ExplainedRule[]): {
  readonly facts: readonly LetteredFact[];
  readonly lettersOf: (rule: ExplainedRule) => readonly string[];
} {
  const facts = new Map<string, LetteredFact>();
  for (const { name, value, where } of rules.flatMap((each) => each.facts)) {
    const key = keyOf({ name, value, where });
    if (!facts.has(key)) facts.set(key, { letter: letterOf(facts.size), name, value, where });
  }
  return {
    facts: [...facts.values()],
    lettersOf: (rule) => [...new Set(rule.facts.map((each) => facts.get(keyOf(each))?.letter ?? ''))],
  };
}

function keyOf(fact: Omit<ExplainedRule['facts'][number], 'offset'>): string {
  return JSON.stringify([fact.name, fact.value, fact.where]);
}

function letterOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : `${letterOf(Math.trunc(index / 26) - 1)}${letter}`;
}
