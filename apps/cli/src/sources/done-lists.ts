import { type DoneLists } from '@clearway/outputs';
import { listedPeople, readDoneList, type SourceInput } from '@clearway/population';

/** Reads the lists of `--done`, each by the mapping that is named for it or that fits. Cases without a county are of the run's. */
export function readDoneLists(inputs: readonly SourceInput[], county: string): DoneLists {
  const lists = inputs.map((each) => readDoneList(each));
  return { lists, people: listedPeople(lists, county) };
}
