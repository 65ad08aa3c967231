import { type Defect } from './defect';
import { type Input, isFullDay, movedByYears, oldSection, text } from './input';
import { hasStrayPart, sentenceEnds } from './sentences';

const onlyLosAngeles =
  (shows: (input: Input) => boolean) =>
  (input: Input): boolean =>
    input.tool === 'los-angeles' && shows(input);

/** Where the old list has a section without its subdivisions, and the row has one. */
const LISTED_WITH_SUBDIVISION =
  /(?<![\d.])(?:18[789]|191(?:\.5)?|20[579]|209\.5|217\.1|21[89]|220|264\.1|266[CJ]?|267|269|272|285|287|288(?:\.\d)?|311\.(?:3|4|10)|451\.5|4500|653F?|12308|12310)\([A-Z0-9]+\)[^-]* PC/;
const LISTED_BY_ITS_END = /\d(?:37|128|18[789]|20[579]|21[89]|220|26[12679]|272|28[5-9]|4500)(?:\([A-Z0-9]+\))* PC/;
const GANG = /186\.22\(B\)\(4\)/;
const GANG_BASE = /(?:136\.1|215|213\(A\)\(1\)\(A\)|246|519|12022\.55)(?!\d)/;

/** Defects about dates, births, sentences and what else is on the record. */
export const RECORD_DEFECTS: readonly Defect[] = [
  {
    id: 'G6',
    words: 'a missing or partial birth date was the year 1, so the person was old',
    shows: ({ subject }) => subject.some((row) => !isFullDay(text(row, 'PRI_DOB'))),
  },
  {
    id: 'G7',
    words: 'a missing or partial conviction date was the year 1',
    shows: ({ convicted }) => convicted.some((row) => !isFullDay(text(row, 'STP_EVENT_DATE'))),
  },
  {
    id: 'G8',
    words: 'people with a blank SUBJECT_ID were merged',
    shows: ({ subject }) => subject.some((row) => text(row, 'SUBJECT_ID').trim() === ''),
  },
  {
    id: 'G9',
    words: 'a part of a sentence was added to whichever conviction came last',
    shows: onlyLosAngeles(({ convicted }) => hasStrayPart(convicted)),
  },
  {
    id: 'G10',
    words: 'a year of a sentence had 366 days, a month 30.5',
    shows: onlyLosAngeles(({ convicted, asOf }) =>
      sentenceEnds(convicted).some((end) => end.old > asOf !== end.calendar > asOf),
    ),
  },
  {
    id: 'G11',
    words: 'a sentence whose length is no number was over at once',
    shows: onlyLosAngeles(({ convicted }) => convicted.some((row) => /[^\d\s-]/.test(text(row, 'SENT_LENGTH')))),
  },
  {
    id: 'G15',
    words: 'a CNT_ORDER that is not twelve digits',
    shows: ({ subject }) => subject.some((row) => !/^\d{12}$/.test(text(row, 'CNT_ORDER').trim())),
  },
  {
    id: 'G17',
    words: 'a section that ends like a listed one was a super strike',
    shows: onlyLosAngeles(({ convicted }) => convicted.some((row) => LISTED_BY_ITS_END.test(oldSection(row)))),
  },
  {
    id: 'G18',
    words: 'a listed section with a subdivision was not found',
    shows: onlyLosAngeles(({ convicted }) => convicted.some((row) => LISTED_WITH_SUBDIVISION.test(oldSection(row)))),
  },
  {
    id: 'G19',
    words: '288(A), 288(B)(1) and 314.1 were not on the PC 290 list',
    shows: onlyLosAngeles(({ convicted }) =>
      convicted.some((row) => /(?<!\d)288\([A-Z]\)|(?<!\d)314\.[12]/.test(oldSection(row))),
    ),
  },
  {
    id: 'G20',
    words: '272 counted without its condition; 4285 and 1266 were on the PC 290 list',
    shows: onlyLosAngeles(({ convicted }) =>
      convicted.some((row) =>
        /(?<![\d.])272(?:\([A-Z0-9]+\))* PC|\d(?:266|267|272|285|287|288|289) PC/.test(oldSection(row)),
      ),
    ),
  },
  {
    id: 'G21',
    words: 'a registration whose 290 stands in the comment, or nowhere, was not seen',
    shows: onlyLosAngeles(({ subject }) =>
      subject.some((row) => {
        const offence = text(row, 'OFFENSE_DESCR');
        if (text(row, 'STP_TYPE_DESCR').trim() !== 'REGISTRATION' || offence.startsWith('290')) return false;
        return !/\d/.test(offence) || /290/.test(offence + text(row, 'COMMENT_TEXT'));
      }),
    ),
  },
  { id: 'G27', words: 'one person under two SUBJECT_IDs was two people', shows: ({ sharesCii }) => sharesCii },
  {
    id: 'G31',
    words: 'of two birth dates the first was taken',
    shows: ({ subject }) =>
      new Set(subject.map((row) => text(row, 'PRI_DOB').trim()).filter((each) => each !== '')).size > 1,
  },
  { id: 'L1', words: 'a gang combination was always a prior', shows: onlyLosAngeles(hasGangPair) },
  { id: 'L2', words: 'the date of a registration was not compared', shows: onlyLosAngeles(registrationDateMatters) },
  {
    id: 'L4',
    words: 'attempts and conspiracies of different sections counted as priors of one',
    shows: onlyLosAngeles(({ conviction }) => conviction.some((row) => /^\s*(?:664|182)/.test(oldSection(row)))),
  },
  {
    id: 'L5',
    words: 'the age of 21 was asked for today instead of at the conviction',
    shows: onlyLosAngeles(({ conviction, subject }) => {
      const born = text(subject[0], 'PRI_DOB');
      const date = text(conviction[0], 'STP_EVENT_DATE');
      return isFullDay(born) && isFullDay(date) && movedByYears(born, 22) > date;
    }),
  },
  {
    id: 'L6',
    words: '11357(a) and (b) were only known as 11357(A) and 11357(B) at the beginning of the field',
    shows: onlyLosAngeles(({ conviction }) =>
      conviction.some(
        (row) => /11357\s*[(\s]?\s*[AB]/i.test(oldSection(row)) && !/^11357\([AB]\)/.test(oldSection(row)),
      ),
    ),
  },
  {
    id: 'L8',
    words: 'ten years without a conviction came before a sentence that still runs',
    shows: onlyLosAngeles(({ convicted, asOf }) => {
      const limit = movedByYears(asOf, -10);
      const quiet = convicted.every((row) => text(row, 'STP_EVENT_DATE') <= limit);
      return quiet && sentenceEnds(convicted).some((end) => end.old > asOf || end.calendar > asOf);
    }),
  },
];

/** An offence of the combination and the gang enhancement among the convictions of one step, or in one charge. */
function hasGangPair({ convicted }: Input): boolean {
  return convicted.some((gang) => {
    if (!GANG.test(text(gang, 'OFFENSE_DESCR'))) return false;
    const step = text(gang, 'CNT_ORDER').slice(0, 6);
    return convicted.some(
      (base) => text(base, 'CNT_ORDER').slice(0, 6) === step && GANG_BASE.test(text(base, 'OFFENSE_DESCR')),
    );
  });
}

/**
 * The old tool knew that somebody registers, but not since when: it shows when a registration is not before the conviction,
 * or when it is and another conviction, which gave the date instead, is not.
 */
function registrationDateMatters({ subject, convicted, conviction }: Input): boolean {
  const date = text(conviction[0], 'STP_EVENT_DATE');
  const registered = subject.filter(
    (row) => text(row, 'STP_TYPE_DESCR').trim() === 'REGISTRATION' && text(row, 'OFFENSE_DESCR').startsWith('290'),
  );
  if (registered.length === 0) return false;
  const notBefore = registered.some((row) => text(row, 'STP_EVENT_DATE') >= date);
  return notBefore || convicted.some((row) => / PC/.test(oldSection(row)) && text(row, 'STP_EVENT_DATE') >= date);
}
