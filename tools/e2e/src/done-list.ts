import { convictionsOf, dashed, type StatedConviction } from './other-sources';

/** How an office's own list is read: it names people by name and birth date alone. */
export const OUR_MAPPING = `mapping: ours
title: The list of 2019, by name
reads: facts
list: state-list-2019
format: csv
dates: [YYYY-MM-DD]
columns:
  - { column: Name, as: name }
  - { column: Born, as: birth-date }
  - { column: Case, as: case-number }
  - { column: Offense, as: charge }
`;

/** The list of 2019 about people of a state file, by name alone: three are there, one is nearly somebody, one is nobody; one row names nobody. */
export function listByName(county: Buffer): Buffer {
  const known = onePerPerson(county).filter(({ person }) => /,\w+ \w/.test(person.name));
  const row = ({ person, caseNumber, section }: StatedConviction, name = person.name): string =>
    `"${name}",${dashed(person.born)},${caseNumber},${section} HS`;
  const [nearly] = known.slice(3);
  const rows = [
    ...known.slice(0, 3).map((each) => row(each)),
    ...(nearly ? [row({ ...nearly, caseNumber: 'XX-1' }, `${nearly.person.name.split(' ')[0]} RUI`)] : []),
  ];
  return Buffer.from(
    `${['Name,Born,Case,Offense', ...rows, '"STRANGER,NOBODY",1955-05-05,F77-0001,11359 HS', ',,F77-0002,11359 HS'].join('\n')}\n`,
    'latin1',
  );
}

/** What a court granted, in the columns of the mapping `court-grants`, by number: two orders. */
export function grantsByNumber(county: Buffer): Buffer {
  const rows = onePerPerson(county)
    .slice(-2)
    .map(({ person, caseNumber, section }) => `${person.cii},${caseNumber},${section},6/1/2020,`);
  return Buffer.from(`${['CII,Case Number,Section,Granted On,Destroyed', ...rows].join('\n')}\n`, 'latin1');
}

function onePerPerson(county: Buffer): readonly StatedConviction[] {
  return [...new Map([...convictionsOf(county)].map((each) => [each.person.cii, each])).values()];
}
