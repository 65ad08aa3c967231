import { type Flow } from '@clearway/typesetting';
import { type SummaryInput } from '../summary/summary-json';
import { heading, prose, table, tableHeight } from './sections';
import { counted, grouped } from './words';

/** How records of several sources became people, and what only one source has; nothing in a run of state files alone. */
export function joinedSources(flow: Flow, { run, sources }: SummaryInput): void {
  if (!sources) return;
  const { joining, written } = sources;
  const exports = run.files.filter(({ source }) => source?.kind === 'court-extract').length;
  const sheets = run.files.filter(({ source }) => source?.kind === 'rap-sheet').length;
  heading(flow, 'Every source, one person', tableHeight(9));
  prose(
    flow,
    `Beside the state's files this run reads ${counted(exports, "export of a court's system", "exports of courts' systems")} and ${counted(sheets, 'RAP sheet', 'RAP sheets')}. ${counted(joining.records, 'record', 'records')} of all sources are of ${counted(joining.people, 'person', 'people')}; each has one history, one paper for each case, and one letter.`,
  );
  const rows = [
    ['People of whom there is more than one record', grouped(joining.peopleJoined)],
    ['Records joined by a number of the state or of one file', grouped(joining.joinedByNumber)],
    ['Records joined by name, birth date and cases (people_joined.csv)', grouped(joining.joinedByLikeness)],
    ['Records joined because somebody decided so (people_joined.csv)', grouped(joining.joinedByDecision)],
    ['Questions who is who (same_person.csv)', grouped(joining.asked)],
    [
      'People of whom nothing is decided by what is not on record until these are answered',
      grouped(joining.peopleAsked),
    ],
    ['Convictions that no state file has (found_in_one_source.csv)', grouped(written.missingFromState)],
    ['Places of exports and sheets that somebody should look at (source_notes.csv)', grouped(written.notes)],
    ["Convictions that no court's export has though it covers them", grouped(written.missingFromCourts)],
  ];
  table(
    flow,
    [
      ['What', 8],
      ['Number', 2, 'right'],
    ],
    rows,
  );
}
