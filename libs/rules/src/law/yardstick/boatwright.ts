import { yardstickProvision } from '../provision';

/**
 * People v. Boatwright (2019) 36 Cal.App.5th 848: a felony conviction as an accessory (PC 32) premised on cannabis felonies is "not
 * categorically ineligible". Whether it was premised on them stands in the case file: a question.
 */
export const boatwright = yardstickProvision({
  code: 'boatwright',
  citation: 'PC 32; People v. Boatwright (2019) 36 Cal.App.5th 848',
  words: 'whoever aided what would have been no felony under the Act was no accessory',
  reason: 'No offense today: accessory to what is no felony any more',
  from: '2016-11-09',
  burden: 'the court presumes the criteria; the People must disprove them by clear and convincing evidence',
  asks: ['offence', 'reach'],
  when: ({ offence, reach }) => offence === 'accessory' && reach === 'reached',
  gives: 'lawful',
  mark: 'F',
  confirm:
    'Boatwright served his sentence, door (a). Does door (e), which names sections, reach an accessory whose sentence is over?',
});
