import { type OutlineConviction, type SheetOutline } from './sheet-outline';

/** Why the San Francisco tool's row of a conviction differs: a predicate over the sheet, which never sees what was decided. */
export interface SheetDefect {
  /** The defect's id in the list of the earlier tools (`A3`), or a word for a choice or a departure from the statute. */
  readonly id: string;
  readonly words: string;
  /** Columns that it can change; `row`: the conviction has no row at all. */
  readonly columns: readonly string[];
  readonly shows: (sheet: SheetOutline, conviction: OutlineConviction) => boolean;
}

const ACT = '20161109';
/** The tool's own list of super strikes, without its rarer entries. */
const STRIKE = /^PC (?:187|191\.5|209|220|264\.1|269|653f|288\([ab]\).*|261\(a\)\([26]\)|245\(d\)\(3\))$/;
const PRIORS_COUNTED = /^HS (?:11358|11359|11360)$/;

const strikesOf = ({ convictions, registrations }: SheetOutline): readonly string[] => [
  ...convictions.filter(({ charge }) => STRIKE.test(charge)).map(({ date }) => date),
  ...registrations,
];

const earlierOfSection = ({ convictions }: SheetOutline, { charge, date }: OutlineConviction): number =>
  convictions.filter((each) => each.charge === charge && each.date < date).length;

/** The tool looked at all events, before and after, and counted this one. */
function hasThreeEvents({ convictions }: SheetOutline, { charge }: OutlineConviction): boolean {
  const days = new Set(
    convictions.filter((each) => each.charge === charge && !each.setAsideInEvent).map(({ date }) => date),
  );
  return PRIORS_COUNTED.test(charge) && days.size >= 3;
}

export const SHEET_DEFECTS: readonly SheetDefect[] = [
  {
    id: 'A1',
    words: 'three convictions of one section were priors of each other, also of the earliest',
    columns: ['2 prior convictions', 'Eligible'],
    shows: (sheet, conviction) => hasThreeEvents(sheet, conviction) && earlierOfSection(sheet, conviction) < 2,
  },
  {
    id: 'A3',
    words: 'a super strike or a registration after the conviction counted as a prior',
    columns: ['Eligible'],
    shows: (sheet, { date }) => {
      const strikes = strikesOf(sheet);
      return strikes.some((each) => each > date) && !strikes.some((each) => each <= date);
    },
  },
  {
    id: 'A8',
    words: 'a set-aside under 1203.4 of one count left out every count of its event',
    columns: ['row'],
    shows: (_, { setAsideInEvent }) => setAsideInEvent,
  },
  {
    id: 'strikes-bar-all',
    words:
      'an earlier super strike, registration or two priors denied all relief; in the statute they make a felony of the conduct of 11358(d), 11359(c), 11360(a)(3), and what would be lawful today is dismissed whoever did it',
    columns: ['Eligible'],
    shows: (sheet, conviction) =>
      /^HS 1135[78]$/.test(conviction.charge) &&
      (strikesOf(sheet).some((each) => each < conviction.date) ||
        (hasThreeEvents(sheet, conviction) && earlierOfSection(sheet, conviction) >= 2)),
  },
  {
    id: 'no-misdemeanors',
    words: 'the office had set the tool to leave misdemeanors out',
    columns: ['row'],
    shows: (_, { severity }) => severity === 'M',
  },
  {
    id: 'later-subdivision',
    words: 'a subdivision that the Act made was read into an older conviction, which was left out',
    columns: ['row'],
    shows: (_, { charge, date }) =>
      date < ACT && /^HS (?:11359\(d\)|11359\(c\)\(3\)|11360\(a\)\(3\)\([cd]\))$/.test(charge),
  },
];
