import { reachProvision } from '../provision';

/**
 * HS 11361.8(e) names the four sections and not the attempt (PC 664). An attempt at what is no crime, or at a misdemeanor, is hardly
 * a greater one: whether the statute reaches it is a question for counsel, and a parameter of the policy.
 */
export const attemptNotNamed = reachProvision({
  code: 'attempt-not-named',
  citation: 'PC 664; HS 11361.8(e)',
  words: 'an attempt is not named by 11361.8(e)',
  reason: 'HS 11361.8 does not name attempts',
  from: '2016-11-09',
  asks: ['form', 'reach'],
  when: ({ form, reach }) => form === 'attempt' && reach === 'not-reached',
  mark: 'K~',
  confirm: 'Does HS 11361.8 reach an attempt (PC 664) at an offense of 11357 to 11360?',
});
