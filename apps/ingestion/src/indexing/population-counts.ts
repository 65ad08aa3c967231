import { portionsOf } from '@clearway/doj-bulk';
import { otherFileCounts } from '@clearway/outputs';
import { type Sources } from '@clearway/population';
import { type DecisionEvent, joinStatesOf } from '@clearway/review';
import { type PopulationCounts } from './reading.messages';

type FileOfPopulation = PopulationCounts['files'][number];

/**
 * What is known of everybody and every file when all is read.
 *
 * @param events what attorneys decided, of which some is about who is one person
 */
export function populationCounts(sources: Sources, county: string, events: readonly DecisionEvent[]): PopulationCounts {
  const { state, people, counties, joined, others } = sources;
  const files = [...stateFiles(state.files), ...otherFiles(sources)];
  const sum = (name: 'rowsRead' | 'rowsUsed' | 'rowsRejected' | 'emptyLines'): number =>
    files.reduce((total, file) => total + file[name], 0);
  const { scattered, rejectedBy, rejectedOfNobody } = state;
  return {
    files,
    people,
    scattered,
    rowsRead: sum('rowsRead'),
    rowsUsed: sum('rowsUsed'),
    rowsRejected: sum('rowsRejected'),
    emptyLines: sum('emptyLines'),
    rejectedBy: { ...rejectedBy },
    rejectedOfNobody,
    counties,
    county,
    ...(joined
      ? {
          joining: joined.counts,
          covered: others.flatMap(({ coverage }) => coverage),
          decidedRecords: Object.fromEntries(joined.decidedRecords),
          joins: Object.fromEntries(joinStatesOf(events, (record) => joined.decidedRecords.get(record))),
        }
      : {}),
  };
}

function stateFiles(files: Sources['state']['files']): FileOfPopulation[] {
  return files.map((file) => {
    const { name, sha256, bytes, size, header, counties, filledLines, continuationLines, people, emptyLines } = file;
    const numbers = { bytes, size, emptyLines, physicalLines: file.lines, filledLines, continuationLines, people };
    const rows = { rowsRead: file.read, rowsUsed: file.used, rowsRejected: file.rejected };
    return { name, sha256, header, counties, portions: portionsOf(file), ...numbers, ...rows };
  });
}

function otherFiles({ others, joined }: Sources): FileOfPopulation[] {
  return others.map((file, index) => {
    const { lines: physicalLines, ...counts } = otherFileCounts(file, joined?.peopleByOther[index] ?? 0);
    const how = file.mapping ? { mappedBy: file.mapping.how } : {};
    return {
      ...counts,
      physicalLines,
      size: file.bytes,
      header: false,
      counties: file.counties,
      portions: [],
      ...how,
    };
  });
}
