import { type RawRow } from '../raw-rows';
import { type Defect } from './defect';
import { type Input, oldCharge, oldSection, text } from './input';

const CANNABIS = '(?:1135[789]|11360)';
const FOLLOWED_BY_DECIMAL = new RegExp(`${CANNABIS}\\.\\d`);
const INSIDE_A_NUMBER = new RegExp(`\\d${CANNABIS}|${CANNABIS}\\d`);
const OTHER_CODE = new RegExp(`${CANNABIS}(?:\\([^)]*\\))*\\s*(?!HS)[A-Z]{2}(?![A-Z])`);
const HYPHEN_BEFORE_SECTION = /^[\s\d./()A-Z]*?[\d)]\s*-\s*\d/;
const TWO_SECTIONS = new RegExp(`${CANNABIS}.*(?<!\\d)${CANNABIS}`);
const CODED_SECTION = /\d{2,5}(?:\.\d+)?[A-Z]{0,2}(?:\([^)]*\))*\s*[A-Z]{2}(?![A-Z])/;

/** Defects in reading the charge. They show for every conviction of the subject, because counts and priors change with them. */
export const CHARGE_DEFECTS: readonly Defect[] = [
  {
    id: 'G1',
    words: 'a decimal section such as 11357.5 was taken for 11357',
    shows: anyConvicted((row) => FOLLOWED_BY_DECIMAL.test(oldSection(row))),
  },
  {
    id: 'G2',
    words:
      'the section was looked for anywhere in the text, also inside numbers, without its code letters, the first of several',
    shows: anyConvicted((row) => {
      const section = oldSection(row);
      if (TWO_SECTIONS.test(section)) return true;
      return (
        (INSIDE_A_NUMBER.test(section) && !/664(?:1135[789]|11360)/.test(section)) ||
        (OTHER_CODE.test(section) && !/^\s*(?:664|182)/.test(section))
      );
    }),
  },
  {
    id: 'G3',
    words: 'the text was cut at the first hyphen, so that 664-11358 was 664',
    shows: anyConvicted((row) => HYPHEN_BEFORE_SECTION.test(oldCharge(row))),
  },
  {
    id: 'G4',
    words: 'a charge that stands later in the comment, or cannot be read at all, was passed over',
    shows: anyConvicted((row) => !CODED_SECTION.test(oldSection(row)) && !new RegExp(CANNABIS).test(oldSection(row))),
  },
  {
    id: 'G5',
    words: 'only the exact words SEE COMMENT FOR CHARGE sent it to the comment',
    shows: anyConvicted((row) => {
      const offence = text(row, 'OFFENSE_DESCR');
      return /^\s*SEE\s+COMMENTS?\s+FOR\s+CHARGE/i.test(offence) && offence !== 'SEE COMMENT FOR CHARGE';
    }),
  },
  {
    id: 'G12',
    words: 'only the first convicted row of a count was read: later dispositions, severities and charges were lost',
    shows: ({ subject, convicted }) => {
      const orders = new Set(convicted.map((row) => text(row, 'CNT_ORDER')));
      return [...orders].some((order) => {
        const rows = subject.filter((row) => text(row, 'CNT_ORDER') === order);
        return (
          new Set(
            rows.map((row) =>
              ['DISP_DESCR', 'CONV_STAT_DESCR', 'OFFENSE_DESCR'].map((column) => text(row, column)).join('|'),
            ),
          ).size > 1
        );
      });
    },
  },
  {
    id: 'G13',
    words: 'the offense that the court convicted or disposed of was never read',
    shows: anyConvicted(
      (row) => /\d/.test(text(row, 'CONV_OFFENSE_DESCR')) || /\d/.test(text(row, 'DISP_OFFENSE_DESCR')),
    ),
  },
  {
    id: 'G14',
    words: 'every status that was not exactly FELONY was a misdemeanor',
    shows: ({ conviction }) => {
      const row = conviction.find((each) => text(each, 'DISP_DESCR').startsWith('CONVICTED'));
      const status = text(row, 'CONV_STAT_DESCR');
      if (status.trim() === '') return !['F', 'M', 'I'].includes(text(row, 'OFFENSE_TOC'));
      return !['FELONY', 'MISDEMEANOR', 'INFRACTION'].includes(status);
    },
  },
  {
    id: 'G32',
    words: 'a row that is no court action counted as a conviction',
    shows: anyConvicted((row) => text(row, 'STP_TYPE_DESCR').trim() !== 'COURT ACTION'),
  },
];

function anyConvicted(test: (row: RawRow) => boolean): (input: Input) => boolean {
  return ({ convicted, conviction }) =>
    convicted.some(test) || conviction.some((row) => text(row, 'DISP_DESCR').startsWith('CONVICTED') && test(row));
}
