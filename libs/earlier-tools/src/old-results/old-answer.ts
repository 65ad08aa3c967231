import { RELIEF_ORDER, reliefOf, type Outcome, type Relief } from '@clearway/rules';
import { type RawRow } from '../raw-rows';
import { type OldLayout } from './layout';

/** What an earlier tool wrote about one conviction. */
export interface OldAnswer {
  readonly tool: OldLayout['tool'];
  /** Index of the file of results, and its row, from 1 and without the header. */
  readonly file: number;
  readonly row: number;
  readonly subjectId: string;
  readonly order: string;
  readonly cii: string;
  readonly name: string;
  /** The words of its columns. */
  readonly determination: string;
  readonly reason: string;
  readonly worth: OldReliefWorth;
  /** What the row says of the conviction, for those that are found nowhere else. */
  readonly charge: string;
  readonly convictedOn: string;
}

/** The relief that the old answer granted, on the scale of the rules. */
export type OldReliefWorth = Relief;

/** Only the first convicted row of a count carries an answer; the others are empty in these columns. */
export function carriesAnswer(row: RawRow): boolean {
  return [row['# of convictions on record'], row['Eligibility Determination'], row['Outcome']].some(
    (each) => each !== undefined && each.trim() !== '',
  );
}

export function oldAnswerOf(row: RawRow, layout: OldLayout, file: number, number: number): OldAnswer {
  const text = (column: string): string => (row[column] ?? '').trim();
  return {
    tool: layout.tool,
    file,
    row: number,
    subjectId: text('SUBJECT_ID'),
    order: orderOf(text('CNT_ORDER')),
    cii: text('CII_NUMBER').toUpperCase(),
    name: text('PRI_NAME'),
    determination: text('Eligibility Determination'),
    reason: text('Eligibility Reason'),
    worth:
      layout.tool === 'clearway'
        ? worthOfOutcome(text('Outcome'), text('Floor'))
        : worthOf(text('Eligibility Determination')),
    charge: text('OFFENSE_DESCR'),
    convictedOn: text('STP_EVENT_DATE'),
  };
}

/** CNT_ORDER with its twelve digits, as the reader of state files places it. */
export function orderOf(text: string): string {
  return /^\d{9,12}$/.test(text) ? text.padEnd(12, '0') : text;
}

function worthOf(determination: string): OldReliefWorth {
  if (determination === 'Eligible for Dismissal') return 'dismiss-and-seal';
  return determination === 'Eligible for Reduction' ? 'redesignate-misdemeanor' : 'none';
}

function worthOfOutcome(outcome: string, floor: string): OldReliefWorth {
  if (outcome === 'review') return (RELIEF_ORDER as readonly string[]).includes(floor) ? (floor as Relief) : 'none';
  const relief = reliefOf(outcome as Outcome);
  return (RELIEF_ORDER as readonly string[]).includes(relief) ? relief : 'none';
}
