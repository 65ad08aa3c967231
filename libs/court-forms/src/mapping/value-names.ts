/**
 * The names of values that the mappings which come with Clearway ask for, and what each is: a part of the one vocabulary that papers
 * and forms share. Of lists the first item stands here; `line.2.section` is as good. A name that is not given counts as empty.
 */
export const FORM_VALUES: Readonly<Record<string, string>> = {
  agency: 'the prosecuting agency',
  attorney: 'name of the attorney who signs',
  barNumber: 'State Bar number of the attorney',
  attorneyStreet: 'street of the office',
  attorneyCity: 'city of the office',
  attorneyState: 'state of the office in two letters',
  attorneyZip: 'ZIP code of the office',
  telephone: 'telephone of the office',
  fax: 'fax of the office',
  email: 'e-mail address of the office',
  attorneyFor: 'whom the attorney represents',
  courtName: 'the court with its county',
  countyName: 'the county as a name',
  defendant: "the defendant as the state's record writes the name",
  caseNumber: 'number of the case',
  asOf: 'the day on which everything was decided, in words',
  serving: 'for a line the sentence is still being served',
  completed: 'for a line the sentence is completed',
  listSha256: 'SHA-256 of the list of convictions',
  'relief.dismissAndSeal': 'a line asks for dismissal and sealing',
  'section.11357': 'a conviction of section 11357, any subdivision',
  'section.11358': 'a conviction of section 11358',
  'section.11359': 'a conviction of section 11359',
  'section.11360': 'a conviction of section 11360',
  'section.11362.1': 'a conviction of section 11362.1',
  'section.11357a': 'a conviction of section 11357(a)',
  'section.11357b': 'a conviction of section 11357(b)',
  'section.11357c': 'a conviction of section 11357(c)',
  'section.11360b': 'a conviction of section 11360(b)',
  'count.11357': 'x2 where there are two counts of section 11357; empty for one and none',
  'count.11358': 'the same for section 11358',
  'count.11359': 'the same for section 11359',
  'count.11360': 'the same for section 11360',
  otherSections: 'a conviction of any other section',
  otherSectionsText: 'those, each once: PC 32 x2, HS 11366',
  'line.1.code': 'code of the first conviction: HS',
  'line.1.section': 'its section: 11357(a)',
  'line.1.charge': 'words of its charge',
  'line.1.convicted': 'day of its conviction: 03/12/1998',
};

/** Names for `bindMapping` and `FormLibrary`. */
export const FORM_VALUE_NAMES: readonly string[] = Object.keys(FORM_VALUES);
