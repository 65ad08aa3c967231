/**
 * The names of values that the mappings which come with Clearway ask for, and what each is. Papers and forms share one vocabulary:
 * whoever fills a form gives the facts under these names; a name that is not given counts as empty.
 */
export const FORM_VALUES: Readonly<Record<string, string>> = {
  attorney: 'name of the attorney who signs',
  barNumber: "number of that attorney's licence",
  agency: 'name of the prosecuting agency',
  attorneyFor: 'whom the attorney appears for',
  attorneyStreet: 'street address of the agency',
  attorneyCity: 'its city',
  attorneyState: 'its state, two letters',
  attorneyZip: 'its ZIP code',
  attorneyPhone: 'its telephone',
  attorneyFax: 'its fax',
  attorneyEmail: 'its e-mail address',
  courtName: 'name of the court, as on its papers',
  countyName: 'county of the court',
  defendant: 'name of the defendant as the case has it',
  caseNumber: 'number of the case today',
  formerCaseNumber: 'number of the case before it was renumbered or transferred',
  asOf: 'day on which it was decided, YYYY-MM-DD',
  convictionDate: 'day of the conviction, YYYY-MM-DD',
  serving: 'true when the sentence is still being served',
  listSha256: 'hash of the list of convictions',
  otherSections: 'sections of other convictions in the filing, with their counts',
  statement: 'why relief is asked for, in words',
  'relief.dismissAndSeal': 'true when a count is to be dismissed and sealed',
  'relief.redesignate': 'true when a count is to be redesignated',
  'relief.resentence': 'true when a count is to be resentenced',
  'relief.denied': 'true when relief is opposed',
  'section.11357': 'true when a count cites Health and Safety Code section 11357',
  'section.11357.a': 'the same for its subdivision (a) of the former law',
  'section.11357.b': 'the same for its subdivision (b) of the former law',
  'section.11357.c': 'the same for its subdivision (c) of the former law',
  'section.11358': 'true when a count cites section 11358',
  'section.11359': 'true when a count cites section 11359',
  'section.11360': 'true when a count cites section 11360',
  'section.11360.b': 'the same for its subdivision (b) of the former law',
  'section.11362.1': 'true when a count cites section 11362.1',
  'count.11357': 'how many such counts when there are several: x2',
  'count.11358': 'the same for section 11358',
  'count.11359': 'the same for section 11359',
  'count.11360': 'the same for section 11360',
  ...Object.fromEntries(
    [1, 2, 3, 4, 5].flatMap((row) => [
      [`row.${row}.code`, `code of count ${row} in the filing`],
      [`row.${row}.section`, `section of count ${row}`],
      [`row.${row}.offense`, `type of offense of count ${row}`],
      [`row.${row}.reducible17b`, `yes or no: count ${row} can be reduced under Penal Code section 17(b)`],
      [`row.${row}.reducible17d`, `yes or no: count ${row} can be reduced under Penal Code section 17(d)(2)`],
    ]),
  ),
};

/** Names for `bindMapping` and `FormLibrary`. */
export const FORM_VALUE_NAMES: readonly string[] = Object.keys(FORM_VALUES);
