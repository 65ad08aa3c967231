import { parseCalendarDate } from '@clearway/record';
import { PREDECESSOR_SECTIONS } from '../law/reading/predecessors';
import { CANNABIS_SECTIONS } from '../person/cannabis';
import { type ArgumentKind, type Arguments, type Criterion } from './criterion';
import { RuleSetError } from './errors';

/** The sections that a policy can name: those of the statute, and those that stood for them until 1973. */
const SECTIONS: readonly string[] = [...CANNABIS_SECTIONS, ...PREDECESSOR_SECTIONS];

/** Throws a RuleSetError at the argument that the criterion does not have, lacks, or cannot read. */
export function checkArguments(criterion: Criterion, args: Arguments, path: readonly (string | number)[]): void {
  for (const name of Object.keys(args)) {
    if (!(name in criterion.arguments)) {
      throw new RuleSetError('rules.unknown-argument', `"${criterion.code}" has no argument "${name}": remove it`, [
        ...path,
        name,
      ]);
    }
  }
  for (const [name, kind] of Object.entries(criterion.arguments)) {
    const problem = args[name] === undefined ? 'is missing' : argumentProblem(kind, args[name]);
    if (problem !== '') {
      throw new RuleSetError('rules.argument', `the argument "${name}" of "${criterion.code}" ${problem}`, [
        ...path,
        name,
      ]);
    }
  }
}

function argumentProblem(kind: ArgumentKind, value: Arguments[string] | undefined): string {
  const whole = typeof value === 'number' && Number.isInteger(value);
  if (kind === 'years')
    return whole && value >= 1 && value <= 120 ? '' : 'must be a whole number of years from 1 to 120';
  if (kind === 'count') return whole && value >= 1 && value <= 99 ? '' : 'must be a whole number from 1 to 99';
  if (kind === 'date') return isDay(value) ? '' : 'must be a day written YYYY-MM-DD';
  const list = Array.isArray(value) ? value : [];
  if (kind === 'sections') {
    const good = list.length > 0 && list.every((each) => SECTIONS.includes(each));
    return good ? '' : `must be a list of ${SECTIONS.join(', ')}, each in quotes`;
  }
  return list.length > 0 && list.every((each) => /^[a-z]$/.test(each))
    ? ''
    : 'must be a list of small letters such as [a, b]';
}

function isDay(value: unknown): boolean {
  try {
    parseCalendarDate(String(value));
    return true;
  } catch {
    return false;
  }
}
