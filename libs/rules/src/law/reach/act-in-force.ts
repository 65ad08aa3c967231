import { reachProvision } from '../provision';

/**
 * HS 11361.8(a): "... would have been guilty of a lesser offense under the [Act] had that act been in effect at the time of the
 * offense". The day of the offence counts, not that of the conviction: November 9, 2016.
 */
export const actInForce = reachProvision({
  code: 'act-in-force',
  citation: 'HS 11361.8(a), (e)',
  words: 'the Act was in force on the day of the offense',
  reason: 'The Act was already in force',
  from: '2016-11-09',
  overrides: [
    'hs-11361-not-amended',
    'raybon',
    'accessory-not-reached',
    'related-not-named',
    'conspiracy-not-named',
    'predecessor-not-named',
    'attempt-not-named',
  ],
  asks: ['era', 'offence'],
  when: ({ era, offence }) => era === 'under-the-act' && offence !== 'another-offence',
  mark: 'F',
});
