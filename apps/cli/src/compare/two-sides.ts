import {
  bookFiles,
  comparePerson,
  isMoved,
  movedHeader,
  movedRow,
  peopleHeader,
  peopleRow,
  type Side,
  TwoSidesTally,
  twoSidesBook,
  whyCells,
  WHY_COLUMNS,
  whyMoved,
} from '@clearway/comparison';
import { OutputFolder } from '@clearway/outputs';
import { ruleSetHash } from '@clearway/rules';
import { join } from 'node:path';
import { type RunInputs } from '../sources/run-inputs';
import { openRunPeople } from '../sources/run-people';
import { type UnfinishedFolder } from '../outputs/unfinished-folder';
import { grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { writeRecord } from './comparison-record';
import { ListFile } from './list-file';

export interface TwoSidesRequest {
  readonly inputs: RunInputs;
  readonly county: string;
  readonly sides: readonly [Side, Side];
  readonly differ: 'policy' | 'day';
}

/** Two policies, or two days: lists for the office, a report for the office and one to publish. Gives the files written. */
export async function compareTwoSides(
  { inputs, county: name, sides, differ }: TwoSidesRequest,
  folder: UnfinishedFolder,
  terminal: Terminal,
): Promise<readonly string[]> {
  const opened = await openRunPeople(inputs, join(folder.path, 'work'), terminal);
  const { names, sources } = opened;
  const county = opened.county(name);
  const outputs = new OutputFolder(folder.path);
  const tally = new TwoSidesTally(sides);
  const people = new ListFile(outputs, 'people_by_outcome.csv', peopleHeader(sides));
  const why = differ === 'day' ? WHY_COLUMNS : [];
  const moved = new ListFile(outputs, 'moved.csv', movedHeader(sides, why));
  for await (const history of opened.histories('comparing')) {
    const person = comparePerson(history, sides, county);
    tally.add(person);
    people.add(peopleRow(person));
    for (const conviction of person.convictions.filter(isMoved)) {
      const more = differ === 'day' ? whyCells(whyMoved(history, conviction.key, sides, county)) : [];
      moved.add(movedRow(person, conviction, names, more));
    }
  }
  terminal.progress.finishLine();
  people.finish();
  moved.finish();
  const book = twoSidesBook(tally, { county, sides, differ, ruleSetHash: ruleSetHash(), files: names });
  for (const { path, content } of bookFiles(book)) await outputs.write(path, content);
  await writeRecord(outputs, sources, {
    county,
    sides,
    ...(inputs.cases ? { decisions: inputs.cases.inputs.decisions } : {}),
  });
  const { relief, felonies, noFelony, noConviction } = tally.effects;
  const [a, b] = sides.map((each) => each.title);
  terminal.say(`people       ${grouped(tally.read)} read, ${grouped(people.rows)} with a conviction to decide`);
  terminal.say(`convictions  ${grouped(moved.rows)} with another outcome or relief`);
  terminal.say(
    `relief       ${grouped(relief.side0)} by ${a}, ${grouped(relief.side1)} by ${b} (${grouped(relief.gained)} more, ${grouped(relief.lost)} fewer)`,
  );
  terminal.say(`felonies     removed: ${grouped(felonies.side0)} by ${a}, ${grouped(felonies.side1)} by ${b}`);
  terminal.say(
    `records      people with no felony left: ${grouped(noFelony.side0)} and ${grouped(noFelony.side1)}; with no conviction left: ${grouped(noConviction.side0)} and ${grouped(noConviction.side1)}`,
  );
  const written = outputs.files().map(({ path }) => path);
  terminal.result({ people: tally.read, moved: moved.rows, effects: tally.effects, files: written });
  return written;
}
