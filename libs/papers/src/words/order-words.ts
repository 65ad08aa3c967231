/** The sentences of the proposed orders, and nothing else. */
export const ORDER_WORDS = {
  title: {
    one: '[PROPOSED] ORDER FOR RELIEF FROM A CANNABIS CONVICTION',
    several: '[PROPOSED] ORDER FOR RELIEF FROM CANNABIS CONVICTIONS',
  },
  statutes: '(Health & Saf. Code, §§ 11361.8, 11361.9)',
  opening: {
    bulk: 'The court has considered the motion of the People by the {agency}, dated {asOf}, for relief from the convictions in the schedule below: {counts} in {cases}, concerning {people}.',
    case: 'The court has considered the motion of the People by the {agency}, dated {asOf}, for relief in case {caseNumber} against {defendant}: {counts}.',
  },
  list: {
    exhibit: 'The list of convictions is the one that the motion names: {listFiles}.',
    sealed: 'The complete list of convictions is the one that the motion names, under seal: {listFiles}.',
    table: 'The list of convictions is the one that the motion names, SHA-256 {listSha256}.',
  },
  scheduleInParts: 'The schedule of convictions stands in files of its own, which are part of this order: {scheduleFiles}.',
  decides: 'The motion is:',
  granted: 'GRANTED for every line of the schedule that is not stricken.',
  denied: 'DENIED.',
  orderedHeading: 'For each line granted it is ordered',
  relief: 'where the schedule says “{reliefShort}”{reliefMark} ({reliefCounts}), {reliefMeaning} ({reliefStatute}).',
  authority: 'For {groundLines}, the relief goes beyond what section 11361.8 itself gives and is granted on this authority: {authority}',
  closing: 'A line that is stricken and initialed by the judge is denied without prejudice. The clerk enters this order in each case, and reports each line granted to the Department of Justice (Pen. Code, § 13151).',
  judge: 'JUDGE OF THE SUPERIOR COURT',
  date: 'Date',
  scheduleHeading: 'SCHEDULE OF CONVICTIONS',
  fields: {
    decision: 'Decision of the court: granted or denied',
    date: 'Date of the order',
    signature: 'Signature of the judge',
  },
} as const;

export const EXHIBIT_WORDS = {
  title: 'EXHIBIT A TO MOTION FOR RELIEF FROM CANNABIS CONVICTIONS',
  heading: 'EXHIBIT A',
  opening: 'Convictions for which the People, by the {agency}, request relief under Health and Safety Code sections 11361.8 and 11361.9 from the Superior Court of California, County of {countyName}, {courthouse}: {counts} in {cases}, concerning {people}, as of {asOf}.',
  reliefLegend: 'Relief: {reliefLegend}. The letter after the relief is its effect.',
  effectLegend: 'Effect: {effectLegend}.',
  groundLegend: 'A letter in brackets, {groundMarks}: relief beyond section 11361.8, on the authority that the motion and the order state for it.',
  part: 'Part {part} of {parts}.',
  sealed: 'CONFIDENTIAL: LODGED UNDER SEAL',
  sealGround: 'Ground: {sealGround}. Number of this copy of the list: {sealNumber}.',
  scheduleTitle: 'SCHEDULE TO ORDER FOR RELIEF FROM CANNABIS CONVICTIONS',
  scheduleHeading: 'SCHEDULE OF CONVICTIONS',
  scheduleOpening: 'Part {part} of {parts} of the schedule to the proposed order on the motion by the {agency}, Superior Court of California, County of {countyName}, {courthouse}, as of {asOf}.',
  scheduleEnd: 'End of part {part} of the schedule.',
  countLegend: 'Count is the number of the count in the state record of the court’s action.',
  totals: 'Total: {totals}.',
  end: 'End of Exhibit A.',
} as const;

export const TABLE_WORDS = {
  line: 'Line',
  caseNumber: 'Case number',
  defendant: 'Defendant',
  count: 'Count',
  offense: 'Offense',
  convicted: 'Convicted',
  relief: 'Relief',
  effect: 'Effect',
  charge: 'Charge',
} as const;

export const CAPTION_WORDS = {
  representing: 'Attorney for the People',
  stamp: 'FOR COURT USE ONLY',
  court: 'SUPERIOR COURT OF CALIFORNIA',
  county: 'COUNTY OF {county}',
  people: 'THE PEOPLE OF THE STATE OF CALIFORNIA,',
  plaintiff: 'Plaintiff,',
  against: 'v.',
  defendant: 'Defendant.',
  bulkDefendants: 'THE DEFENDANTS NAMED IN {listName},',
  bulkDefendantsEnd: 'Defendants.',
  caseNumber: 'Case No. {caseNumber}',
  bulkCaseNumbers: 'Case Nos. in {listName} ({cases})',
  page: 'Page {page} of {pages}',
} as const;
