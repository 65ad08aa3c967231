/** The sentences of the motions, and nothing else. Names in braces are values of `PaperValues`. */
export const MOTION_WORDS = {
  title: {
    one: 'MOTION OF THE PEOPLE FOR RELIEF FROM A CANNABIS CONVICTION',
    several: 'MOTION OF THE PEOPLE FOR RELIEF FROM CANNABIS CONVICTIONS',
  },
  statutes: '(Health & Saf. Code, §§ 11361.8, 11361.9)',
  hearing: { none: 'No hearing requested', resentencing: 'Hearing for resentencing only, to be set by the court' },
  opening: {
    bulk: 'The People of the State of California, by the {agency}, move this court for the relief stated in Exhibit A: {counts} in {cases}, concerning {people}. Every conviction was entered in {countyName} County, in the court that the state record names {recordCourts}.',
    case: 'The People of the State of California, by the {agency}, move this court for the relief stated below in case {caseNumber} against {defendant}: {counts}. Judgment was entered in {countyName} County, in the court that the state record names {recordCourts}.',
  },
  review: {
    bulk: 'Health and Safety Code section 11361.9 has the prosecution review past convictions that may be eligible under section 11361.8, and inform the court of those that it does not challenge. The People have reviewed the convictions in Exhibit A as of {asOf} and do not challenge the relief stated there.',
    case: 'Health and Safety Code section 11361.9 has the prosecution review past convictions that may be eligible under section 11361.8, and inform the court of those that it does not challenge. The People have reviewed this case as of {asOf} and do not challenge the relief stated below.',
  },
  reliefHeading: 'Relief requested',
  relief: '{reliefName} ({reliefStatute}), {reliefCounts}: {reliefMeaning}.',
  presumption: 'Under section 11361.8, subdivisions (f) and (g), the criteria for dismissal and sealing or redesignation are presumed met unless clear and convincing evidence shows otherwise, and no hearing is necessary unless the applicant asks for one.',
  serving:
    'Where a sentence is still being served, the request is made under section 11361.8, subdivisions (a) and (b); whether granting it would pose an unreasonable risk of danger to public safety is for the court to determine.',
  groundHeading: 'Ground of the selection',
  ground: {
    filing: 'The convictions were selected under the policy “{policyTitle}” (version {policyVersion}).',
    replay: 'The convictions were selected by running again the rules “{policyTitle}” (version {policyVersion}).',
  },
  authority: 'For {groundLines}, the People request relief beyond what section 11361.8 itself gives, on this authority: {authority}',
  noAuthority: {
    filing: 'No relief beyond section 11361.8 is requested.',
    replay: 'These rules state no authority for relief beyond section 11361.8. Counsel states that authority, or removes the lines that need it, before this paper is filed.',
  },
  floor: '{floorCounts} of these are filed for the relief that the record supports now, while a question about them is open; the People may ask for more when the record has been completed.',
  otherNumbers: 'Where the state record has further numbers for a conviction, they stand in brackets below the case number.',
  privacy: {
    bulk: 'Exhibit A is sorted by case number and holds no social security number, birth date or state identification number. The proposed order repeats every line, so that the court can strike a line and grant the others.',
    case: 'The proposed order lodged with this motion repeats every line, so that the court can strike a line and grant the others.',
  },
  list: {
    exhibit: 'What is filed is what is signed: {listFiles}. The proposed order names the same.',
    sealed: 'The complete list is lodged under seal ({sealGround}): {listFiles}. The proposed order names the same.',
    table: 'The text of the table above has the SHA-256 {listSha256}. The proposed order names the same.',
  },
  tableHeading: 'Convictions',
  dated: 'Dated: {asOf}',
  respectfully: 'Respectfully submitted,',
} as const;
