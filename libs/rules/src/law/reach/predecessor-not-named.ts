import { reachProvision } from '../provision';

/**
 * Division 10 was "repealed and added by Stats. 1972, Ch. 1407": HS 11530, 11530.1, 11530.5 and 11531 became 11357 to 11360.
 * 11361.8(e) names only the new numbers. Los Angeles cleared convictions since 1961.
 */
export const predecessorNotNamed = reachProvision({
  code: 'predecessor-not-named',
  citation: 'HS 11530 to 11532, until 1973',
  words: 'the section of before the recodification is not named by 11361.8(e)',
  reason: 'HS 11361.8 does not name the section of before 1973',
  from: '2016-11-09',
  overrides: ['attempt-not-named'],
  asks: ['section', 'reach'],
  when: ({ section, reach }) => section === 'predecessor' && reach === 'not-reached',
  mark: 'K~',
  confirm: 'Does HS 11361.8 reach convictions under the predecessor sections 11530, 11530.1, 11530.5 and 11531?',
});
