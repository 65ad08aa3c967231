import { type Guard } from '../answer/answer';
import { type Field, type Level } from '../model/model-source';

/** What each level says to the person who checks a join. */
export const LEVEL_WORDS: { readonly [F in Field]: { readonly [L in Level<F>]: string } } = {
  last: {
    same: 'the last names are the same',
    sound: 'the last names are spelled differently and sound the same',
    close: 'the last names differ by a slip of the pen',
    part: 'one last name is part of the other',
    different: 'the last names differ',
  },
  first: {
    same: 'the first names are the same',
    nickname: 'one first name is used for the other',
    sound: 'the first names are spelled differently and sound the same',
    close: 'the first names differ by a slip of the pen',
    initial: 'one first name is the initial of the other',
    middle: 'the first name of one is the middle name of the other',
    different: 'the first names differ',
  },
  order: { straight: 'first and last name stand in the same order', swapped: 'first and last name changed places' },
  middle: {
    same: 'the middle names are the same',
    initial: 'the middle initials are the same',
    different: 'the middle names differ',
  },
  suffix: {
    same: 'the suffixes are the same',
    'one-missing': 'only one name has a suffix',
    different: 'the suffixes differ',
  },
  birth: {
    same: 'the birth dates are the same',
    swapped: 'day and month of birth changed places',
    digit: 'the birth dates differ by one digit',
    month: 'year and month of birth are the same, a day is not known',
    'year-only': 'the years of birth are the same, a day and month are not known',
    'same-year': 'the years of birth are the same, the days differ',
    near: 'the birth dates are at most two calendar years apart',
    different: 'the birth dates differ',
    far: 'the birth dates are a generation apart',
  },
  case: {
    same: 'they share a case number',
    similar: 'they have case numbers with the same digits',
    elsewhere: 'they have different cases in one court',
  },
  sex: { same: 'the sex is the same', different: 'the sex differs' },
  ssn: { same: 'the social security numbers are the same', different: 'the social security numbers differ' },
};

export const GUARD_WORDS: Readonly<Record<Guard, string>> = {
  'two-ciis': 'the state has given them two CII numbers: two people',
  number: 'the number says same, name and birth date say different',
  'doubted-number': 'two CII numbers, and name and birth date contradict the number that one of them carries',
  twins: 'as with twins or brothers: the names tell them apart',
  generation: 'as with father and son: one name, births a generation apart',
  suffixes: 'the suffixes tell them apart',
  middles: 'the middle names differ and no number confirms the others',
  sexes: 'the sex differs and no number confirms the names',
  defendants: 'one court lists them as two defendants of one case',
  thin: 'names without a birth date or a number that confirms them',
  none: '',
};
