import {
  AGES,
  bookFacts,
  type DraftEvent,
  openLines,
  openList,
  rowOfLine,
  type RowOfLine,
  stateDuties,
  stateList,
} from '@clearway/filing-book';
import { counted, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { batchNamed, BatchShelf } from './batch-shelf';
import { BookFolder, type BookOptions } from './book-folder';
import { putList, writeText } from './list-output';
import { countedBy, wordsOf } from './match';
import { dayOr, pastDay, recordedBy } from './who';

export interface ListOptions extends BookOptions {
  readonly asOf?: string;
  readonly out?: string;
}

/** What is before a court without an answer, and since when. */
export async function openReport(options: ListOptions, terminal: Terminal): Promise<void> {
  const state = (await BookFolder.open(options.filingBook)).assertBegun().state();
  const asOf = dayOr(options.asOf);
  const lines = openLines(state, asOf);
  const shelf = await new BatchShelf(options.filingBook).load(new Set(lines.map(({ batch }) => batch.batch)));
  const rows = rowsByRef(
    shelf,
    lines.map(({ batch }) => batch.batch),
  );
  terminal.say(`open         ${counted(lines.length, 'line', 'lines')} on ${asOf}`);
  const batches = [...new Set(lines.map(({ batch }) => batch))];
  for (const batch of batches) {
    const ages = countedBy(lines.filter((line) => line.batch === batch).map(({ age }) => age));
    terminal.say(
      `  ${batch.batch}  ${batch.court.name}: ${AGES.map((age) => `${age} days ${grouped(ages[age] ?? 0)}`).join(', ')}`,
    );
  }
  await putList(openList(lines, rows), 'What is open', options.out, terminal);
  terminal.result({
    asOf,
    open: lines.length,
    ages: Object.fromEntries(AGES.map((age) => [age, lines.filter((line) => line.age === age).length])),
  });
}

export interface StateOptions extends ListOptions {
  readonly told?: string;
  readonly how: string;
  readonly batch?: string;
  readonly by?: string;
}

/** Of which orders the state's record must be told (PC 13151), with what it is found by; or records that it was told. */
export async function stateReport(options: StateOptions, terminal: Terminal): Promise<void> {
  const state = (await BookFolder.open(options.filingBook)).assertBegun().state();
  const asOf = dayOr(options.asOf);
  const only = options.batch === undefined ? undefined : batchNamed(state, options.batch).batch;
  const duties = stateDuties(state, asOf).filter(({ batch }) => only === undefined || batch.batch === only);
  if (options.told !== undefined) return told(pastDay(options.told), duties, options, terminal);
  const shelf = await new BatchShelf(options.filingBook).load(new Set(duties.map(({ batch }) => batch.batch)));
  const rows = rowsByRef(
    shelf,
    duties.map(({ batch }) => batch.batch),
  );
  const overdue = duties.filter((duty) => duty.overdue).length;
  terminal.say(
    `state        ${counted(duties.length, 'order', 'orders')} of which the state was not told, ${grouped(overdue)} overdue on ${asOf} (30 days after the order, PC 13151)`,
  );
  const destroyed = duties.filter(({ batch, line }) => !rows(batch.batch, line.ref)).length;
  if (destroyed > 0)
    terminal.warn(`${counted(destroyed, 'line has', 'lines have')} no match keys: the copy of their batch is destroyed.`);
  await putList(stateList(duties, rows), 'What the state must be told', options.out, terminal);
  terminal.result({ asOf, orders: duties.length, overdue });
}

type Duties = ReturnType<typeof stateDuties>;

async function told(on: string, duties: Duties, options: StateOptions, terminal: Terminal): Promise<void> {
  const fit = duties.filter(({ orderedOn }) => orderedOn <= on);
  const refs = new Map<string, string[]>();
  for (const { batch, line } of fit) refs.set(batch.batch, [...(refs.get(batch.batch) ?? []), line.ref]);
  const drafts = [...refs].map(
    ([batch, own]): DraftEvent => ({ kind: 'state-told', batch, refs: own, on, how: options.how }),
  );
  const { events } = await BookFolder.record(options, recordedBy(options.by), () => drafts);
  terminal.say(
    `told         the state of ${counted(fit.length, 'order', 'orders')} in ${counted(events.length, 'batch', 'batches')} on ${on}`,
  );
  terminal.result({ told: fit.length, on });
}

/** What courts did, as facts of cases for the next run. */
export async function writeFacts(options: BookOptions & { readonly out: string }, terminal: Terminal): Promise<void> {
  const state = (await BookFolder.open(options.filingBook)).assertBegun().state();
  const shelf = await new BatchShelf(options.filingBook).load(state.batches.keys());
  const facts = bookFacts(state, shelf.rowsOf);
  await writeText(options.out, facts.csv);
  terminal.say(
    `facts        ${options.out}: ${counted(facts.rows, 'row', 'rows')} (${grouped(facts.granted)} granted or relieved before, ${grouped(facts.destroyed)} destroyed). Give it to clearway analyze with --facts.`,
  );
  const left = countedBy(facts.left.map(({ reason }) => reason));
  if (facts.left.length > 0)
    terminal.warn(
      `Not in the facts, look at them by hand: ${counted(facts.left.length, 'line', 'lines')}${wordsOf(left)}. A denied line would be filed again; a release shows it as a danger.`,
    );
  terminal.result({ out: options.out, rows: facts.rows, granted: facts.granted, destroyed: facts.destroyed, left });
}

/** Rows by batch and ref, of the book's copies. */
export function rowsByRef(shelf: BatchShelf, batches: readonly string[]): RowOfLine {
  return rowOfLine(shelf.rowsOf, batches);
}
