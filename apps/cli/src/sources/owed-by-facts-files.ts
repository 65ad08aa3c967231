import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type FactsRow, type OwedStanding, owedByFacts, readFactsFile } from '@clearway/case-facts';
import { printCitation, printDate } from '@clearway/record';
import { BYTE_ORDER_MARK, csvRow } from '@clearway/spreadsheets';
import { EXIT, type ExitCode } from '../exit-codes';
import { counted, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';

const HEAD = [
  'cii',
  'subject_id',
  'case_number',
  'count',
  'section',
  'conviction_date',
  'standing',
  'relieved_on',
  'relieved_under',
  'facts',
];
const WORDS: Readonly<Record<OwedStanding, string>> = {
  owed: 'still owed',
  'perhaps-done': 'perhaps done: a fact of the case does not say which count',
  granted: 'granted',
  challenged: 'challenged',
  destroyed: 'no record of the court any more',
};

/** Lists for each conviction on the Department's list where it stands by the facts files, before any run. */
export async function owedByFactsFiles(paths: readonly string[], out: string, terminal: Terminal): Promise<ExitCode> {
  const rows: FactsRow[] = [];
  for (const [file, path] of paths.entries()) {
    for (const row of readFactsFile(await readFile(path), file, basename(path))) rows.push(row);
  }
  const all = owedByFacts(rows);
  const place = ({ file, line }: FactsRow): string => `${basename(paths[file] ?? '')} line ${line}`;
  const lines = all.map(({ listed, standing, relieved, because }) => [
    listed.cii,
    listed.subjectId,
    listed.caseNumber,
    listed.count,
    listed.section ? printCitation({ ...listed.section, qualifiers: [] }) : '',
    printDate(listed.convictedOn),
    standing,
    relieved ? printDate(relieved.on) || 'yes' : '',
    relieved?.under ?? '',
    because.map(place).join('; '),
  ]);
  await writeFile(out, BYTE_ORDER_MARK + [HEAD, ...lines].map(csvRow).join(''), { mode: 0o600 });
  const people = (standing: OwedStanding): number =>
    new Set(all.filter((each) => each.standing === standing).map(({ listed }) => listed.cii || listed.subjectId)).size;
  const counts = (Object.keys(WORDS) as OwedStanding[]).map((standing) => {
    return { standing, convictions: all.filter((each) => each.standing === standing).length, people: people(standing) };
  });
  terminal.say(`${counted(all.length, 'conviction', 'convictions')} on the list:`);
  for (const { standing, convictions, people: of } of counts)
    terminal.say(`  ${grouped(convictions)} of ${counted(of, 'person', 'people')}: ${WORDS[standing]}`);
  terminal.result({ convictions: all.length, standings: counts });
  return EXIT.done;
}
