import { counted, longDate, printedDate } from '../filing/printed-values';
import { type PaperWords } from '../templates/paper-words';
import { type Filed, type Values } from './filed';
import { type NamedFile, type PaperGiven } from './paper-given';

/** The list that motion and order name, or the part of it that the paper is. */
export function listValues(
  { kind }: Filed,
  words: PaperWords,
  { list, part, seal }: PaperGiven,
): Values<
  | 'listName'
  | 'listSha256'
  | 'listPages'
  | 'listFiles'
  | 'scheduleFiles'
  | 'inParts'
  | 'part'
  | 'parts'
  | 'lastPart'
  | 'sealed'
  | 'sealNumber'
> {
  const [file, ...others] = list?.exhibit ?? [];
  return {
    listName: words.plain('list', kind),
    listSha256: list?.sha256 ?? '',
    listPages: file?.pages === undefined || others.length > 0 ? '' : counted(file.pages, 'page'),
    listFiles: namedFiles(list?.exhibit ?? []),
    scheduleFiles: namedFiles(list?.schedule ?? []),
    inParts: part !== undefined && part.parts > 1,
    part: String(part?.part ?? 1),
    parts: String(part?.parts ?? 1),
    lastPart: part === undefined || part.part === part.parts,
    sealed: seal !== undefined,
    sealNumber: seal?.number ?? '',
  };
}

function namedFiles(files: readonly NamedFile[]): string {
  return files
    .map(({ title, file, sha256, pages }) =>
      [`${title} (${file})`, ...(pages === undefined ? [] : [counted(pages, 'page')]), `SHA-256 ${sha256}`].join(', '),
    )
    .join('; ');
}

/** The batch, and whom the court has served. */
export function batchValues(
  filed: Filed,
  given: PaperGiven,
): Values<
  | 'batch'
  | 'packet'
  | 'packetNumber'
  | 'packetsInBatch'
  | 'corrects'
  | 'confirmedBy'
  | 'confirmedOn'
  | 'copies'
  | 'pages'
  | 'serviceList'
  | 'servedPapers'
> {
  return {
    batch: given.batch?.id ?? '',
    packet: filed.id,
    packetNumber: given.packetNumber === undefined ? '' : String(given.packetNumber),
    packetsInBatch: given.batch === undefined ? '' : counted(given.batch.packets, 'packet'),
    corrects: given.batch?.corrects ?? '',
    confirmedBy: given.confirmed?.by ?? '',
    confirmedOn: given.confirmed ? longDate(given.confirmed.on) : '',
    copies: given.copies === undefined ? '' : counted(given.copies, 'copy', 'copies'),
    pages: given.pages === undefined ? '' : counted(given.pages, 'page'),
    serviceList: (given.service ?? []).map(({ name, address, email }) => ({
      name,
      address: address.join(', '),
      email,
    })),
    servedPapers: (given.served ?? []).map((title) => ({ title })),
  };
}

/** What the office challenges. */
export function challengeValues(
  words: PaperWords,
  { challenges = [] }: PaperGiven,
): Values<'challenges' | 'challengedServing' | 'challengedCompleted'> {
  return {
    challenges: challenges.map((each) => ({
      count: each.count === 0 ? '' : String(each.count),
      offense: each.citation,
      convicted: printedDate(each.convictedOn),
      ground: words.plain('challenge', each.ground),
      evidence: words.evidence(each.evidenceKind),
      by: each.by,
      on: longDate(each.on),
    })),
    challengedServing: challenges.some(({ ground }) => ground !== 'c2-criteria'),
    challengedCompleted: challenges.some(({ ground }) => ground === 'c2-criteria'),
  };
}
