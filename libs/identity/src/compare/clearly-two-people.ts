import { type PartialDate } from '@clearway/record';
import { SHIPPED_MODEL } from '../model/weights.generated';
import { readName } from '../names/read-name';
import { NameTable } from '../table/name-table';
import { areClearlyTwo, type Said } from './clearly-two';

/** Who a row says that it is of. */
export interface RowOfSomebody {
  readonly name: string;
  /** 0 when it is not said. */
  readonly birthDate: PartialDate;
}

/**
 * Tells whether name and birth date both say clearly that two rows are of two people, though they carry one number: for whoever reads
 * rows of one file, with the answer that joining gives for records of two.
 */
export function clearlyTwoPeople(): (one: RowOfSomebody, other: RowOfSomebody) => boolean {
  const table = new NameTable();
  const said = ({ name, birthDate }: RowOfSomebody): Said => ({
    names: [table.add(readName(name))].filter((each) => each !== 0),
    births: birthDate > 0 ? [birthDate] : [],
  });
  return (one, other) => areClearlyTwo(table, said(one), said(other), SHIPPED_MODEL.settings['far-years']);
}
