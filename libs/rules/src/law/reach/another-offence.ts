import { reachProvision } from '../provision';

/**
 * HS 11361.8(e) names "a conviction under Sections 11357, 11358, 11359, and 11360" (quoted from memory). This provision takes the
 * readings of a charge that is open between a cannabis section and another one.
 */
export const anotherOffence = reachProvision({
  code: 'another-offence',
  citation: 'HS 11361.8(e)',
  words: 'the conviction is of another section',
  reason: 'Not a cannabis offense',
  from: '2016-11-09',
  overrides: ['conspiracy-not-named', 'predecessor-not-named', 'attempt-not-named'],
  asks: ['offence'],
  when: ({ offence }) => offence === 'another-offence',
  mark: 'F',
});
