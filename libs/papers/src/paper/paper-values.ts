import { type FilingLine, type GrantableRelief, type LineEffect, type Packet } from '../filing/filing-plan';
import { type FilingOptions } from '../filing/filing-options';
import { counted, courthousePlace, longDate } from '../filing/printed-values';
import { type ConvictionList, type ListedFile } from './conviction-list';
import { EFFECT_WORDS, EFFECTS_ON_PAPER, ELECTED_WORDS, RELIEF_WORDS, RELIEFS_ON_PAPER } from '../words/relief-words';

/** The values that the words of a packet's papers may name. */
export type PaperValues = Readonly<Record<string, string>>;

/** A relief that occurs in a packet and how often. */
export interface ReliefShare {
  readonly relief: GrantableRelief;
  readonly counts: number;
}

/** Relief of the statute and relief beyond it are asked for apart. */
export interface AskedShare extends ReliefShare {
  readonly elected: boolean;
  /** The same relief is asked for the other way too. */
  readonly both: boolean;
}

export function sharesIn(lines: readonly FilingLine[]): readonly AskedShare[] {
  const shares = [false, true].map((elected) => reliefsIn(lines.filter(({ authority }) => (authority !== '') === elected)).map((share) => ({ ...share, elected })));
  const all = shares.flat();
  return all.map((share) => ({ ...share, both: all.some((other) => other.relief === share.relief && other.elected !== share.elected) }));
}

export function reliefsIn(lines: readonly FilingLine[]): readonly ReliefShare[] {
  return RELIEFS_ON_PAPER.map((relief) => ({ relief, counts: lines.filter((line) => line.relief === relief).length })).filter(({ counts }) => counts > 0);
}

function effectsIn(lines: readonly FilingLine[]): readonly LineEffect[] {
  return EFFECTS_ON_PAPER.filter((effect) => lines.some((line) => line.effect === effect));
}

export function paperValues(packet: Packet, options: FilingOptions, list?: ConvictionList): PaperValues {
  const { lines, courthouse } = packet;
  const first = lines[0] as FilingLine;
  const county = options.county.trim().toUpperCase();
  const reliefs = reliefsIn(lines);
  return {
    agency: packet.agency,
    county,
    countyName: titleCase(county),
    courthouse: courthouse.name,
    courthousePlace: courthousePlace(courthouse.name),
    recordCourts: recordCourts(lines),
    listSha256: list?.sha256 ?? '',
    listFiles: listFiles(list?.exhibit ?? []),
    scheduleFiles: listFiles(list?.schedule ?? []),
    sealGround: list?.ground ?? '',
    asOf: longDate(options.asOf),
    counts: counted(lines.length, 'count'),
    cases: counted(new Set(lines.map((line) => line.caseNumber)).size, 'case'),
    people: counted(new Set(lines.map((line) => line.person)).size, 'defendant'),
    caseNumber: first.caseNumber,
    defendant: first.name,
    policyTitle: options.policy.title,
    policyVersion: options.policy.hash.slice(0, 12),
    floorCounts: counted(lines.filter((line) => line.floorOnly).length, 'count'),
    reliefLegend: reliefs.map(({ relief }) => `${RELIEF_WORDS[relief].code}: ${RELIEF_WORDS[relief].name} (${legendStatute(relief, lines)})`).join('; '),
    effectLegend: effectsIn(lines).map((effect) => EFFECT_WORDS[effect].meaning).join('; '),
    totals: [counted(lines.length, 'line'), ...reliefs.map(({ relief, counts }) => `${RELIEF_WORDS[relief].code} ${counts}`)].join('; '),
  };
}

/** The courts that convicted, as the state's record names them, with those of closed courthouses. */
function recordCourts(lines: readonly FilingLine[]): string {
  const names = [...new Set(lines.map((line) => line.courtOfRecord))].sort();
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names[names.length - 1] ?? ''}`;
}

function listFiles(files: readonly ListedFile[]): string {
  return files.map(({ title, file, sha256 }) => `${title} (${file}), SHA-256 ${sha256}`).join('; ');
}

function legendStatute(relief: GrantableRelief, lines: readonly FilingLine[]): string {
  const own = lines.filter((line) => line.relief === relief);
  if (own.every(({ authority }) => authority !== '')) return ELECTED_WORDS.legend;
  return RELIEF_WORDS[relief].statute;
}

export function reliefValues({ relief, counts, elected, both }: AskedShare, kind: Packet['kind'], meaning: 'motion' | 'order'): PaperValues {
  const words = RELIEF_WORDS[relief];
  return { reliefName: words.name, reliefShort: kind === 'bulk' ? words.code : words.short, reliefMark: elected ? ELECTED_WORDS.marked : both ? ELECTED_WORDS.unmarked : '', reliefStatute: elected ? ELECTED_WORDS.statute : words.statute, reliefCounts: counted(counts, 'count'), reliefMeaning: words[meaning] };
}

/** `LOS ANGELES` as `Los Angeles`. */
function titleCase(text: string): string {
  return text.toLowerCase().replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
