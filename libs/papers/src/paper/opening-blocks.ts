import { type FilingOptions, prosecutorOf } from '../filing/filing-options';
import { type Frame, plain } from '../templates/say';
import { type PaperWords } from '../templates/paper-words';
import { type Filed } from '../values/filed';
import { type Block, type CaptionLine } from './paper';

/** What a template says in its caption. */
export interface CaptionParts {
  readonly title: string;
  /** Below the title: statutes, hearing. */
  readonly matter: readonly string[];
  /** In bulk, what names the defendants: `EXHIBIT A`. */
  readonly list: string;
}

/** Head of a pleading, rule 2.111: who files, which court, the parties, the case, the paper's title. */
export function openingBlocks(
  filed: Filed,
  options: FilingOptions,
  words: PaperWords,
  frame: Frame,
  parts: CaptionParts,
): readonly Block[] {
  const bulk = filed.kind === 'bulk';
  const say = (key: Parameters<PaperWords['caption']>[0]): string => plain(words.caption(key), frame);
  const { values } = frame;
  const parties: CaptionLine[] = [
    { text: say('people') },
    { text: say('plaintiff'), indent: 108 },
    { text: say('against'), indent: 54 },
    { text: bulk ? `${say('defendants-of-list')} ${parts.list},` : `${values.defendant},` },
    { text: bulk ? say('defendants') : say('defendant'), indent: 108 },
  ];
  const number = bulk ? `${say('case-numbers-of-list')} ${parts.list} (${values.cases})` : say('case-number');
  return [
    { kind: 'attorney', lines: attorneyLines(filed, options, say('representing')) },
    { kind: 'centred', text: say('court'), bold: true },
    { kind: 'centred', text: say('county'), bold: true },
    { kind: 'centred', text: values.courthousePlace, bold: false, spaceAfter: 9 },
    {
      kind: 'caption',
      parties,
      matter: [
        { text: number, bold: true },
        { text: parts.title, bold: true },
        ...parts.matter.map((text) => ({ text })),
      ],
    },
  ];
}

function attorneyLines({ agency }: Filed, options: FilingOptions, representing: string): readonly string[] {
  const { attorney, title, barNumber, address = [], telephone, fax, email } = prosecutorOf(options, agency);
  const name = attorney && barNumber ? `${attorney} (State Bar No. ${barNumber})` : attorney;
  return filled([name, title, agency, ...address, telephone, fax && `Fax ${fax}`, email, representing]);
}

/** The lines below a place for the prosecutor's signature. */
export function signatureLines(
  { agency }: Filed,
  options: FilingOptions,
  representing: string,
): readonly string[] {
  const { attorney, title } = prosecutorOf(options, agency);
  return filled([attorney, title, agency, representing]);
}

function filled(lines: readonly (string | undefined)[]): readonly string[] {
  return lines.filter((line): line is string => line !== undefined && line !== '');
}
