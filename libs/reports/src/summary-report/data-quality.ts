import { type Flow } from '@clearway/typesetting';
import { qualityLines } from '../quality/data-quality';
import { DEFECT_WORDS, SEVERAL_TOGETHER } from '../quality/defect-words';
import { type SummaryInput } from '../summary/summary-json';
import { heading, prose, table } from './sections';
import { grouped } from './words';

/** The kinds of defects, what they keep from relief first. */
export function dataQuality(flow: Flow, { tally }: SummaryInput): void {
  const lines = qualityLines(tally);
  if (lines.length === 0) return;
  heading(flow, 'Defects of the data, and what they keep from relief', 150);
  const kept = lines.some(({ convictionsKept }) => convictionsKept > 0);
  prose(
    flow,
    `Each conviction was decided again with the defect mended, by the value that helps most. The last column counts those for which more would then be filed than now. ${kept ? 'Start at the top: data_quality_rows.csv has every place, and clearway fix export makes a worklist of each kind.' : 'None of the defects keeps a conviction from relief.'}`,
  );
  table(
    flow,
    [
      ['Defect', 6],
      ['People', 1.5, 'right'],
      ['Places', 1.5, 'right'],
      ['Convictions kept from relief', 2.2, 'right'],
    ],
    lines.map(({ kind, people, places, convictionsKept }) => [
      DEFECT_WORDS[kind].what,
      grouped(people),
      kind === SEVERAL_TOGETHER ? '' : grouped(places),
      grouped(convictionsKept),
    ]),
  );
}
