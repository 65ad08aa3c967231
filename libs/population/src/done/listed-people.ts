import { type IdentityRecord, readName, recordIdOf } from '@clearway/identity';
import { type ListedPerson } from '@clearway/court-extract';
import { type DoneList } from './read-done-list';

/** Somebody whom a list names, for joining: it has no record of its own, and is nobody of the run unless another source has the person. */
export interface ListedRecord {
  readonly record: IdentityRecord;
  /** As the list writes it. */
  readonly name: string;
  /** Index of the list. */
  readonly list: number;
  /** Lines that name the person, the first one first. */
  readonly lines: readonly number[];
}

interface Named {
  readonly who: ListedPerson;
  readonly lines: number[];
  readonly cases: Map<string, IdentityRecord['cases'][number]>;
}

/**
 * The people of lists: rows of one list are one person where CII, name, birth date and SUBJECT_ID are the same. A SUBJECT_ID alone joins
 * nothing, so a row without more has none.
 *
 * @param county of cases whose row does not say one
 */
export function listedPeople(lists: readonly DoneList[], county: string): readonly ListedRecord[] {
  return lists.flatMap((list, index) => {
    const people = new Map<string, Named>();
    for (const { line, who, columns } of list.reading.facts) {
      if (who.cii === '' && who.name === '') continue;
      const key = [who.cii, who.subjectId, who.name, who.birthDate].join('\0');
      const known: Named = people.get(key) ?? { who, lines: [], cases: new Map() };
      people.set(key, known);
      known.lines.push(line);
      const number = columns.case_number ?? '';
      const court = who.county || county.trim().toUpperCase();
      if (number !== '') known.cases.set(`${court}\0${number}`, { court, number });
    }
    return [...people].map(([key, { who, lines, cases }]): ListedRecord => {
      const { cii, subjectId, name, birthDate, sex } = who;
      const record: IdentityRecord = {
        id: recordIdOf({ source: 'done-list', cii, key }),
        source: 'done-list',
        file: list.sha256,
        subject: subjectId,
        cii,
        ssnHash: '',
        names: name === '' ? [] : [readName(name)],
        births: birthDate > 0 ? [birthDate] : [],
        sex: /^M/.test(sex) ? 'M' : /^F/.test(sex) ? 'F' : '',
        cases: [...cases.values()],
      };
      return { record, name, list: index, lines };
    });
  });
}

/** Whom joining found a listed person to be. `asked`: nobody surely, and there is a question. */
export interface ListedAs {
  /** Clearway's id of a person of the run; '' for nobody. */
  readonly person: string;
  readonly asked: boolean;
}
