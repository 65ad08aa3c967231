import { type History } from '@clearway/record';
import { type DecidedPerson } from '@clearway/rules';

/**
 * Where the files of one revision stand in the next: a file of the state that comes later goes before courts' exports, and moves their
 * numbers. The files keep their order among each other, so nothing else of a history or a decision changes with them.
 */
export class FileNumbers {
  private readonly moved: boolean;

  /** @param now by the number then; -1 of a file that is not read any more */
  constructor(private readonly now: readonly number[]) {
    this.moved = now.some((number, then) => number !== then);
  }

  /** Of inputs by their hashes. */
  static between(then: readonly string[], now: readonly string[]): number[] {
    return then.map((sha256) => now.indexOf(sha256));
  }

  /** A history of then as it is written now; the same object where none of its files moved. */
  history(history: History): History {
    return this.stays(history) ? history : this.renumbered(history, () => true);
  }

  /**
   * What was decided of a person then, as it is written now. Only places of rows name inputs: a row of a facts file counts among facts
   * files.
   *
   * @param history of then
   */
  decided(decided: DecidedPerson, history: History): DecidedPerson {
    return this.stays(history) ? decided : this.renumbered(decided, isPlaceOfRow);
  }

  /** Places in what was found out about a history of then. */
  places<Found>(found: Found): Found {
    return this.moved ? this.renumbered(found, isPlaceOfRow) : found;
  }

  private stays({ subjects }: History): boolean {
    return !this.moved || subjects.every(({ file }) => this.now[file] === file);
  }

  private renumbered<Value>(value: Value, names: (each: object) => boolean): Value {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((each: unknown) => this.renumbered(each, names)) as Value;
    const own = Object.entries(value).map(([name, each]: [string, unknown]) => [
      name,
      name === 'file' && typeof each === 'number' && names(value)
        ? (this.now[each] ?? -1)
        : this.renumbered(each, names),
    ]);
    return Object.fromEntries(own) as Value;
  }
}

function isPlaceOfRow(value: object): boolean {
  return 'row' in value && typeof value.row === 'number';
}
