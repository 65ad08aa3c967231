import { courtOrder, type History, HistoryAssembler, type PersonKey, personIdOf, type RowFacts } from '@clearway/record';
import { type CourtExtract, type Defendant } from '../reading/court-extract';

/** Which file of the run's inputs the export is. */
export interface ExtractSource {
  /** Index of the file in the run's list of inputs. */
  readonly file: number;
  readonly sha256: string;
}

/** The state's files number cycles from 101; here each case is one. */
const FIRST_CYCLE = 101;

/** A history for each defendant, in the order of the file, as every other source gives it. */
export function* historiesOf(extract: CourtExtract, source: ExtractSource): Generator<History> {
  const assembler = new HistoryAssembler();
  for (const each of extract.defendants) yield historyOf(each, source, assembler);
}

function historyOf(
  { key, cii, sharesCii, cases, incomplete, twoCiis }: Defendant,
  source: ExtractSource,
  assembler: HistoryAssembler,
): History {
  cases.forEach(({ rows }, index) => {
    const cycle = String(FIRST_CYCLE + index).padStart(3, '0');
    for (const { count, facts } of rows) {
      const row: RowFacts = { ...facts, file: source.file, order: courtOrder(cycle, '001', count) };
      assembler.add(row);
    }
  });
  const county = cases[0]?.rows[0]?.facts.county ?? '';
  const person = personIdOf(cii === '' || sharesCii ? keyWithoutCii(key, county, source) : { cii });
  return assembler.finish({ person, incomplete, twoCiis });
}

/** The next export of the same court has the same ids, so that decisions about its people hold. */
function keyWithoutCii(key: string, county: string, { sha256 }: ExtractSource): PersonKey {
  return county === '' ? { fileSha256: sha256, subjectId: key } : { register: `court ${county}`, key };
}
