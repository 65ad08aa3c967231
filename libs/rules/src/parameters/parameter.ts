import { printDate, type CalendarDate } from '@clearway/record';
import { RuleSetError } from '../engine/errors';
import { type Mark, type Source } from './marks';
import { PARAMETERS } from './parameters.generated';

export type ParameterUnit = 'date' | 'grams' | 'plants' | 'years' | 'days' | 'convictions';

/** A parameter as its YAML file has it (see README.md beside this file). */
export interface ParameterSource {
  readonly parameter: string;
  readonly title: string;
  readonly unit: ParameterUnit;
  readonly citation: string;
  /** What depends on it, in words. */
  readonly decides: string;
  /** In order of `from`. */
  readonly values: readonly {
    readonly from: CalendarDate;
    readonly value: number;
    readonly source: Source;
    readonly mark: Mark;
    readonly confirm?: string;
  }[];
}

/** The day to ask for what does not depend on a day: when the Act took effect, what PC 801 says of an old offence. */
export const AS_KNOWN_TODAY: CalendarDate = 99991231;

export type ParameterName = keyof typeof PARAMETERS;

/** The value that is in force on one day, with all that a trace tells of it. */
export interface ParameterValue<N extends ParameterName = ParameterName> {
  readonly name: N;
  /** A day as `yyyymmdd` when `unit` is `date`; else an amount in `unit`. */
  readonly value: number;
  readonly unit: (typeof PARAMETERS)[N]['unit'];
  readonly citation: string;
  /** The first day on which this value is in force. */
  readonly from: CalendarDate;
  readonly source: Source;
  readonly mark: Mark;
}

const known = new Map<ParameterName, readonly ParameterValue[]>();

/**
 * The value of a parameter that is in force on a day. Which day that is depends on the question: the yardstick of the Act is
 * asked on the as-of date, a grade of the old law on the day of the offence. Throws a RuleSetError (`rules.parameter-not-in-force`)
 * before the first value: a law that does not exist yet has no amount, and not the amount 0.
 *
 * @example parameter('limit.plants', 20200701).value // 6
 */
export function parameter<N extends ParameterName>(name: N, on: CalendarDate): ParameterValue<N> {
  const found = inForce(name, on);
  if (found) return found;
  const first = printDate(PARAMETERS[name].values[0].from);
  throw new RuleSetError(
    'rules.parameter-not-in-force',
    `the parameter "${name}" does not exist on ${printDate(on)}: its first value is in force from ${first}; ask for a later day, or ask parameterExists first`,
  );
}

/** Is there a value in force on that day? */
export function parameterExists(name: ParameterName, on: CalendarDate): boolean {
  return inForce(name, on) !== undefined;
}

/** Every parameter, in order of its name. */
export function parameterSources(): readonly ParameterSource[] {
  return Object.values(PARAMETERS);
}

function inForce<N extends ParameterName>(name: N, on: CalendarDate): ParameterValue<N> | undefined {
  const values = (known.get(name) ?? remember(name)) as readonly ParameterValue<N>[];
  // A plain loop: it runs several times for every conviction.
  for (let i = values.length - 1; i >= 0; i--) {
    const each = values[i];
    if (each && each.from <= on) return each;
  }
  return undefined;
}

function remember(name: ParameterName): readonly ParameterValue[] {
  // A name that the types let through from elsewhere, a file for example.
  if (!Object.hasOwn(PARAMETERS, name)) {
    throw new RuleSetError(
      'rules.unknown-parameter',
      `there is no parameter "${name}": use one of ${Object.keys(PARAMETERS).join(', ')}`,
    );
  }
  const { unit, citation, values } = PARAMETERS[name];
  const made = values.map(({ from, value, source, mark }) => ({ name, value, unit, citation, from, source, mark }));
  known.set(name, made);
  return made;
}
