import { type CourtUpdateRow, type ListedSheet } from '@clearway/court-exchange';
import { AGES, bookFacts, type DraftEvent, openLines, stateDuties } from '@clearway/filing-book';
import { grouped } from '../terminal/numbers';
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
  terminal.say(`open         ${grouped(lines.length)} lines on ${asOf}`);
  const batches = [...new Set(lines.map(({ batch }) => batch))];
  for (const batch of batches) {
    const ages = countedBy(lines.filter((line) => line.batch === batch).map(({ age }) => age));
    terminal.say(
      `  ${batch.batch}  ${batch.court.name}: ${AGES.map((age) => `${age} days ${grouped(ages[age] ?? 0)}`).join(', ')}`,
    );
  }
  await putList(
    {
      name: 'Open',
      heads: [
        'batch',
        'ref',
        'courthouse',
        'prosecuting_agency',
        'case_number',
        'defendant',
        'relief',
        'since',
        'days',
        'age',
      ],
      rows: lines.map(({ batch, line, since, days, age }) => {
        const row = rows(batch.batch, line.ref);
        return [
          batch.batch,
          line.ref,
          batch.court.name,
          batch.agency,
          row?.caseNumber ?? '',
          row?.defendant ?? '',
          line.relief,
          since,
          String(days),
          age,
        ];
      }),
      widths: { batch: 20, ref: 20, courthouse: 28, prosecuting_agency: 30, defendant: 28, relief: 24 },
    },
    'What is open',
    options.out,
    terminal,
  );
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
    `state        ${grouped(duties.length)} orders of which the state was not told, ${grouped(overdue)} overdue on ${asOf} (30 days after the order, PC 13151)`,
  );
  const destroyed = duties.filter(({ batch, line }) => !rows(batch.batch, line.ref)).length;
  if (destroyed > 0)
    terminal.warn(`${grouped(destroyed)} lines have no match keys: the copy of their batch is destroyed.`);
  await putList(stateList(duties, rows), 'What the state must be told', options.out, terminal);
  terminal.result({ asOf, orders: duties.length, overdue });
}

type Duties = ReturnType<typeof stateDuties>;
type RowOf = (batch: string, ref: string) => CourtUpdateRow | undefined;

async function told(on: string, duties: Duties, options: StateOptions, terminal: Terminal): Promise<void> {
  const fit = duties.filter(({ orderedOn }) => orderedOn <= on);
  const refs = new Map<string, string[]>();
  for (const { batch, line } of fit) refs.set(batch.batch, [...(refs.get(batch.batch) ?? []), line.ref]);
  const drafts = [...refs].map(
    ([batch, own]): DraftEvent => ({ kind: 'state-told', batch, refs: own, on, how: options.how }),
  );
  const { events } = await BookFolder.record(options, recordedBy(options.by), () => drafts);
  terminal.say(
    `told         the state of ${grouped(fit.length)} orders in ${grouped(events.length)} batch(es) on ${on}`,
  );
  terminal.result({ told: fit.length, on });
}

/** Match keys of law: what a disposition report carries (PC 13125, 13151.1). */
function stateList(duties: Duties, rowOf: RowOf): ListedSheet {
  const heads = [
    'cii',
    'name',
    'other_names',
    'birth_date',
    'arrest_date',
    'arresting_ori',
    'booking_number',
    'court_ori',
    'case_number',
    'former_case_number',
    'count',
    'count_order',
    'section',
    'charge_code',
    'conviction_date',
    'relief',
    'statute',
    'disposition_reason',
    'disposition_reason_words',
    'case_effect',
    'arrest_too',
    'order_date',
    'due',
    'overdue_days',
    'batch',
    'ref',
  ];
  const rows = duties.map(({ batch, line, orderedOn, due, daysOver }) => {
    const row = rowOf(batch.batch, line.ref);
    const keys = row?.matchKeys;
    const known = row
      ? [
          keys?.cii ?? '',
          keys?.name ?? '',
          keys?.otherNames.join('; ') ?? '',
          keys?.birthDate ?? '',
          keys?.arrestDate ?? '',
          keys?.arrestingOri ?? '',
          keys?.bookingNumber ?? '',
          keys?.courtOri ?? '',
          row.caseNumber,
          row.formerCaseNumber,
          row.count === 0 ? '' : String(row.count),
          keys?.countOrder ?? '',
          row.section,
          keys?.chargeCode ?? '',
          row.convictionDate,
          row.relief,
          row.statute,
          row.dispositionReason.code,
          row.dispositionReason.words,
          row.caseEffect,
          row.arrestToo ? 'yes' : 'no',
        ]
      : [...Array<string>(15).fill(''), line.relief, ...Array<string>(5).fill('')];
    return [...known, orderedOn, due, daysOver === 0 ? '' : String(daysOver), batch.batch, line.ref];
  });
  return {
    name: 'State',
    heads,
    rows,
    widths: { name: 28, other_names: 28, disposition_reason_words: 40, batch: 20, ref: 20 },
  };
}

/** What courts did, as facts of cases for the next run. */
export async function writeFacts(options: BookOptions & { readonly out: string }, terminal: Terminal): Promise<void> {
  const state = (await BookFolder.open(options.filingBook)).assertBegun().state();
  const shelf = await new BatchShelf(options.filingBook).load(state.batches.keys());
  const facts = bookFacts(state, shelf.rowsOf);
  await writeText(options.out, facts.csv);
  terminal.say(
    `facts        ${options.out}: ${grouped(facts.rows)} rows (${grouped(facts.granted)} granted or relieved before, ${grouped(facts.destroyed)} destroyed). Give it to clearway analyze with --facts.`,
  );
  const left = countedBy(facts.left.map(({ reason }) => reason));
  if (facts.left.length > 0)
    terminal.warn(
      `Not in the facts, look at them by hand: ${grouped(facts.left.length)} lines${wordsOf(left)}. A denied line would be filed again; a release shows it as a danger.`,
    );
  terminal.result({ out: options.out, rows: facts.rows, granted: facts.granted, destroyed: facts.destroyed, left });
}

/** Rows by batch and ref, indexed once. */
export function rowsByRef(shelf: BatchShelf, batches: readonly string[]): RowOf {
  const index = new Map(
    [...new Set(batches)].map((batch) => [batch, new Map(shelf.rowsOf(batch)?.map((row) => [row.ref, row]))]),
  );
  return (batch, ref) => index.get(batch)?.get(ref);
}
