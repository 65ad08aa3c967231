import { reachProvision } from '../provision';

/**
 * The Act did not amend HS 11361 (an adult who uses a minor, or sells or gives to one), and 11361.8(e) does not name it. An
 * unpublished opinion says the same (People v. Samra, 2018): it may not be cited (rule 8.1115(a)).
 */
export const hs11361NotAmended = reachProvision({
  code: 'hs-11361-not-amended',
  citation: 'HS 11361; HS 11361.8(e)',
  words: 'HS 11361 (a minor used, or sold to) was not amended by the Act',
  reason: 'HS 11361 was not amended',
  from: '2016-11-09',
  overrides: ['conspiracy-not-named', 'predecessor-not-named', 'attempt-not-named'],
  asks: ['offence'],
  when: ({ offence }) => offence === 'minor-involved',
  mark: 'F',
});
