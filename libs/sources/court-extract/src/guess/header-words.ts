/** Short forms that courts write in names of columns, each for the whole word. */
const SHORT: Readonly<Record<string, string>> = {
  arr: 'arrest',
  chg: 'charge',
  chrg: 'charge',
  cnt: 'count',
  conv: 'conviction',
  convicted: 'conviction',
  cs: 'case',
  ctrm: 'courtroom',
  def: 'defendant',
  deft: 'defendant',
  descr: 'description',
  desc: 'description',
  disp: 'disposition',
  dispo: 'disposition',
  dispos: 'disposition',
  dsp: 'disposition',
  dt: 'date',
  dte: 'date',
  fil: 'filing',
  filed: 'filing',
  fn: 'first',
  ln: 'last',
  nbr: 'number',
  no: 'number',
  num: 'number',
  off: 'offense',
  offence: 'offense',
  offn: 'offense',
  sect: 'section',
  sent: 'sentence',
  sentencing: 'sentence',
  stat: 'statute',
  sev: 'severity',
  viol: 'violation',
  hrg: 'hearing',
  evt: 'event',
  jdgmt: 'judgment',
};

/** Words of a name of a column, whole and in small letters: `Disp Dt`, `dispDate` and `DISPO_DATE` are `disposition date`. */
export function headerWords(name: string): readonly string[] {
  return name
    .replace(/^\uFEFF/, '')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/#/g, ' number ')
    .toLowerCase()
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((each) => each !== '')
    .map((each) => (Object.hasOwn(SHORT, each) ? (SHORT[each] ?? each) : each));
}
