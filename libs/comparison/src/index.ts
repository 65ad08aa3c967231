export { type Book, BookError, checkBook, countsOf } from './book/book';
export { bookJson, type BookJson } from './book/print';
export { SMALLEST_SHOWN, withholdSmall } from './book/withhold';
export { type BookFile, bookFiles } from './drawing/book-files';
export { type ComparedConviction, type ComparedPerson, comparePerson, isMoved, type Side } from './two-sides/side';
export { movedHeader, movedRow, peopleHeader, peopleRow } from './two-sides/rows';
export { TwoSidesTally } from './two-sides/tally';
export { twoSidesBook, type TwoSidesRun } from './two-sides/two-sides-book';
export { whyCells, WHY_COLUMNS, whyMoved, type Why } from './two-sides/why';
export { againstBook, type AgainstBookRun } from './against/against-book';
export {
  type AgainstConviction,
  type AgainstPerson,
  type AgainstRun,
  answerOfNobody,
  compareWithOld,
} from './against/compare-old';
export { AGAINST_CLASSES, type AgainstClass, CLASS_WORDS } from './against/classes';
export { againstHeader, againstRow, owedPeopleHeader, owedPersonRow } from './against/rows';
export { AgainstTally } from './against/tally';
