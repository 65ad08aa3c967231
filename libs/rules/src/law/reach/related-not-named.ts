import { reachProvision } from '../provision';

/**
 * HS 11364, 11365, 11366, 11366.5, 11379.6 and VC 23222(b) are not named by 11361.8(e). Such a conviction in a case of cannabis is
 * shown so that nobody is left out unseen.
 */
export const relatedNotNamed = reachProvision({
  code: 'related-not-named',
  citation: 'HS 11361.8(e)',
  words: 'the section is not among those of 11361.8(e)',
  reason: 'HS 11361.8 does not name the section',
  from: '2016-11-09',
  overrides: ['predecessor-not-named', 'attempt-not-named'],
  asks: ['offence', 'door', 'reach'],
  when: ({ offence, door, reach }) => offence === 'related' && (door === 'completed' || reach === 'not-reached'),
  mark: 'K+',
  confirm: 'HS 11361.8(e) does not reach HS 11364, 11365, 11366, 11366.5, 11379.6 or VC 23222(b).',
});
