import { foldName } from './fold';
import { standForOneAnother } from './nicknames';
import { coreWords, readName } from './read-name';
import { soundOf } from './sound';

it.each([
  ["O'BRIEN,SEAN P JR", { last: 'OBRIEN', first: 'SEAN', middle: 'P', suffix: 'JR' }],
  ['GARCIA III, JUAN', { last: 'GARCIA', first: 'JUAN', middle: '', suffix: 'III' }],
  ['Juan de la Cruz Sr.', { last: 'DE LA CRUZ', first: 'JUAN', middle: '', suffix: 'SR' }],
  ['Mary Ann Smith-Jones', { last: 'SMITH JONES', first: 'MARY', middle: 'ANN', suffix: '' }],
  ['JR', { last: 'JR', first: '', middle: '', suffix: '' }],
  ['', { last: '', first: '', middle: '', suffix: '' }],
])('reads %s', (text, parts) => {
  expect(readName(text)).toEqual(parts);
});

it.each([
  ['Nuñez', 'NUNEZ'],
  ['Strauß', 'STRAUSS'],
  ['Łukasz', 'LUKASZ'],
  ['Nguyễn', 'NGUYEN'],
])('folds %s', (text, folded) => {
  expect(foldName(text)).toBe(folded);
});

it.each([
  ['MOHAMMED', 'MUHAMAD'],
  ['GONZALEZ', 'GONSALES'],
  ['YUSUF', 'YOUSSEF'],
  ['KHACHATRYAN', 'HACHATRIAN'],
])('%s sounds like %s', (one, other) => {
  expect(soundOf(one)).toBe(soundOf(other));
});

it('a nickname stands for its name, and does not link two names that share it', () => {
  expect(standForOneAnother('TONY', 'ANTHONY')).toBe(true);
  expect(standForOneAnother('ALEXANDER', 'ALEXANDRA')).toBe(false);
});

it('particles do not tell families apart', () => {
  expect(coreWords('DE LA CRUZ')).toEqual(['CRUZ']);
  expect(coreWords('DE LA')).toEqual(['DE', 'LA']);
});
