import { type NoteCode, type Unread } from './rap-sheet';

/** What a note says to the person who holds the sheet. */
export const NOTE_WORDS: Readonly<Record<NoteCode, string>> = {
  'no-identity': 'no line says whose sheet it is',
  'unreadable-cii': 'the CII cannot be read; it joins this sheet to no other record',
  'unknown-courthouse': 'the list of courthouses does not have this one; it is kept as written',
  'county-not-known': 'nobody knows the county of this court, so its convictions are in no county',
  'federal-court': 'a federal court: no court of the state can give relief',
  'unknown-event': 'an event of a kind that is not known; its counts are kept',
  'event-without-header': 'an event without a header; its kind is taken from the agency',
  'event-without-date': 'an event without a date',
  'unreadable-date': 'a date that no calendar has',
  'count-without-number': 'a count without its CNT line',
  'count-without-charge': 'a count without a charge',
  'unreadable-charge': 'a charge that cites no section that can be read',
  'second-charge': 'a second charge of one count; both are kept',
  'court-count-without-disposition': 'a count of a court without a disposition',
  'sentence-without-disposition': 'a sentence without a disposition',
  'unknown-disposition': 'a disposition of which nobody knows what it does',
  'conviction-not-by-a-court': 'a conviction in an event that is not a court action',
  'strike-remark': 'a remark of the state that this may be a strike',
  'part-unread': 'a part of the line was not understood',
  'no-end-of-message': 'the sheet has no END OF MESSAGE: a part of it may be missing',
  'page-missing': 'pages that the sheet counts are not in the file',
};

/** Why a line was not read. */
export const UNREAD_WORDS: Readonly<Record<Unread, string>> = {
  'not-understood': 'not understood',
  'part-of-count-line': 'a part of the line of a count is not understood, and a count may be lost; the rest was used',
  'outside-any-event': 'stands in no event',
  'sentence-without-count': 'a sentence that belongs to no count',
  'after-the-end': 'stands after END OF MESSAGE',
};

/** Why a page was not read. */
export const PICTURE_WORDS =
  'a picture without text (scanned or drawn): nothing was taken from the file; run text recognition (OCR) over it, or ask for it as a text PDF';
