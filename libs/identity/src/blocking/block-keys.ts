import { dayOf, isFullDate, monthOf, yearOf } from '@clearway/record';
import { hashNumbers } from '../table/hash';
import { type UnitTable } from '../table/unit-table';

/** Gives the keys of one unit, each as 32 mixed bits. Units with one key in common are looked at as a pair. */
export type KeyMaker = (units: UnitTable, unit: number, add: (hash: number) => void) => void;

/**
 * Ways in which two records of one person find each other; each of them survives another kind of mistake. A pair without
 * any birth date and without a number in common is not looked for: names alone never join.
 */
export const KEY_MAKERS: readonly KeyMaker[] = [
  // A number of a case or of a person.
  (units, unit, add) => {
    for (let at = units.cases.start(unit); at < units.cases.end(unit); at++) {
      const core = units.records.coreOfCase(units.cases.item(at));
      add(core === 0 ? hashNumbers(1, units.cases.item(at)) : hashNumbers(2, core));
    }
  },
  (units, unit, add) => {
    for (let at = units.ssns.start(unit); at < units.ssns.end(unit); at++) add(hashNumbers(3, units.ssns.item(at)));
    if (units.numberOf(unit) !== 0) add(hashNumbers(4, units.numberOf(unit)));
  },
  // The whole birth date, day and month in either order, and one name of any place that sounds so: for misspelled,
  // swapped and nick names.
  (units, unit, add) => {
    for (let at = units.births.start(unit); at < units.births.end(unit); at++) {
      const birth = units.births.item(at);
      if (!isFullDate(birth)) continue;
      const [low, high] = [Math.min(monthOf(birth), dayOf(birth)), Math.max(monthOf(birth), dayOf(birth))];
      const date = yearOf(birth) * 10000 + low * 100 + high;
      forEachName(units, unit, (last, first) => {
        for (const sound of last) add(hashNumbers(5, date, sound));
        add(hashNumbers(5, date, first));
      });
    }
  },
  // Both names by sound with the year (day and month wrong or missing), or with day and month (year wrong).
  (units, unit, add) => {
    for (let at = units.births.start(unit); at < units.births.end(unit); at++) {
      const birth = units.births.item(at);
      forEachName(units, unit, (last, first) => {
        for (const sound of last) add(hashNumbers(6, sound, first, yearOf(birth)));
      });
    }
  },
  (units, unit, add) => {
    for (let at = units.births.start(unit); at < units.births.end(unit); at++) {
      const birth = units.births.item(at);
      if (!isFullDate(birth)) continue;
      forEachName(units, unit, (last, first) => {
        for (const sound of last) add(hashNumbers(7, sound, first, birth % 10000));
      });
    }
  },
];

function forEachName(
  units: UnitTable,
  unit: number,
  give: (lastSounds: readonly number[], firstSound: number) => void,
): void {
  const { names } = units.records;
  for (let at = units.names.start(unit); at < units.names.end(unit); at++) {
    const name = units.names.item(at);
    give(names.token(names.last(name)).sounds, names.token(names.first(name)).formalSound);
  }
}
