import { type NoteCode, type RejectReason } from './reading/court-extract';

/** Why a row was not used, and the cure, in words. */
export const REJECT_WORDS: Readonly<Record<RejectReason, string>> = {
  'open-quote': 'a quote is opened and never closed: close it, or write a quote inside a cell twice',
  'text-after-quote': 'text stands after a closing quote: write a quote inside a cell twice',
  'cell-too-long': 'a cell is longer than 100,000 characters: a quote before it is probably not closed',
  'field-count':
    'it has another number of cells than the header: put cells that hold the separator or a line end in quotes',
  'no-person': 'it does not say whose it is: no group of "people" is filled',
  'case-number-lost': 'a spreadsheet program cut digits of the case number: export it again as text',
  'no-count': 'no column of a section is filled',
  'no-count-number': 'it has no number of a count, and rows belong together by it',
  repeated: 'it repeats another row word for word: it counts once',
  'too-many-cases': 'the person has more cases or counts than anybody: the key stands for many people',
};

/** What a person should look at, in words. */
export const NOTE_WORDS: Readonly<Record<NoteCode, string>> = {
  'zeros-lost':
    'the case number is stored as a number and is shorter than the others: zeros in front are lost; export it as text, or say its digits in the mapping',
  'zeros-restored': 'zeros were put back in front of the case number, up to the digits that the mapping says',
  'stored-as-number': 'the case number is stored as a number: zeros in front, if it had any, are lost',
  'unreadable-date': 'a date that no form of the mapping reads',
  'ambiguous-date': 'a date that two forms of the mapping read as different days: name one form',
  'unknown-disposition':
    'a disposition that neither the table nor the rules know: a conviction may hide in it, so the record is incomplete; add it to codes.disposition',
  'unknown-severity': 'a severity that is none: add it to codes.severity',
  'no-case-number': 'no case number: nothing can be filed',
  'cell-error': 'an error of a formula stands in the cell: it is read as empty',
  'control-character': 'a character that prints nothing, such as NUL, stands in the cell: it is left out',
  'same-row-twice': 'it says the same as another row; both are counts, because counts have no number',
  'text-outside-columns': 'text stands outside of all columns of the mapping: nobody read it',
  'count-number-twice':
    'the number of the count stands twice in the case with two charges: both were kept, the second under a free number',
  'filed-no-answer': 'filed, and no answer of the court is recorded: still owed until one is',
  'column-of-a-list':
    'the mapping reads a record, and only a list of what was done can use this column: nobody read it; give it with --done too',
};
