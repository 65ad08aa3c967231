import { type CalendarDate } from '@clearway/record';
import { recordName } from '../courts/read-courts';
import { type TemplateFile } from '../templates/read-template';

/** Who signs: printed at the head of every paper as given, nothing is made up. */
export interface ProsecutorBlock {
  /** Name of the attorney, `Jane Roe`. Left out: a line for the name stays blank. */
  readonly attorney?: string;
  /** `Deputy District Attorney`. */
  readonly title?: string;
  readonly barNumber?: string;
  /** Lines of the address. */
  readonly address?: readonly string[];
  readonly telephone?: string;
  readonly fax?: string;
  readonly email?: string;
}

/** The policy whose relief is filed, as far as papers print it. */
export interface FiledPolicy {
  readonly name: string;
  readonly title: string;
  readonly kind: 'filing' | 'replay';
  /** SHA-256 in hex. */
  readonly hash: string;
}

export interface FilingOptions {
  /** Short name of the prosecuting office, `los-angeles-da`, for the manifests of batches; papers do not print it. */
  readonly office?: string;
  /** `LOS ANGELES`; printed in upper case and as a name. */
  readonly county: string;
  readonly asOf: CalendarDate;
  readonly policy: FiledPolicy;
  /** Who signs, by the prosecuting agency in upper case; of one that is not there only its name is printed. */
  readonly prosecutors?: Readonly<Record<string, ProsecutorBlock>>;
  /** The office's own templates: each takes the place of the one of the same name that comes with Clearway. */
  readonly templates?: readonly TemplateFile[];
}

/** Who signs for an agency; empty where nobody was named. */
export function prosecutorOf({ prosecutors = {} }: FilingOptions, agency: string): ProsecutorBlock {
  const name = recordName(agency);
  return Object.hasOwn(prosecutors, name) ? (prosecutors[name] ?? {}) : {};
}
