export { ContactBook, type ContactCounts, type ContactKeys } from './contacts/contact-book';
export { CONTACT_COLUMNS, ContactFileError, readContactFile, type Contact, type ContactProblem, type ContactRow } from './contacts/contact-file';
export { LETTER_EDITION, MAIL_MERGE_COLUMNS, MailMerge, type MailMergeCounts, type RecipientSource } from './mail-merge/mail-merge';
export { type LettersRun } from './mail-merge/letter-id';
export { humanName } from './names/human-name';
export { LETTERS_HELD_COLUMNS, lettersHeldCsv } from './mail-merge/letters-held';
export {
  letterOf,
  Recipients,
  type HeldPerson,
  type LetterKind,
  type PersonLetter,
  type PlaceRelief,
  type Recipient,
  type ReliefPlace,
} from './recipient';
