import { type Contact, type ContactRow } from './contact-file';

/** How a person is known to the state: what a contact can be found by. */
export interface ContactKeys {
  readonly person: string;
  readonly ciis: readonly string[];
  readonly subjectIds: readonly string[];
}

/** What became of a contact file; numbers and lines only. */
export interface ContactCounts {
  readonly rows: number;
  /** Rows that say again what a row before said. */
  readonly repeated: number;
  /** Keys that have two different addresses: none is used. The lines where they stand. */
  readonly contradictions: readonly { readonly lines: readonly number[] }[];
  /** SUBJECT_IDs that belong to more than one person of this run: not used. The lines where they stand. */
  readonly sharedSubjectIds: readonly { readonly lines: readonly number[] }[];
  /** Keys that belong to nobody in this run. */
  readonly unknownKeys: number;
}

interface Entry {
  readonly contact: Contact;
  readonly lines: number[];
  contradicted: boolean;
  /** The person whom the key belongs to; '' while nobody was seen. */
  owner: string;
  /** Another person has the same key. */
  shared: boolean;
}

/**
 * The contacts of a run. Every person is shown to it once (`sees`), with relief or without, before the first address is
 * asked for: only then is it known whether a SUBJECT_ID belongs to one person alone.
 */
export class ContactBook {
  private readonly entries = new Map<string, Entry>();
  private repeated = 0;

  constructor(private readonly rows: readonly ContactRow[] = []) {
    for (const { line, keyedBy, key, contact } of rows) {
      const entry = this.entries.get(`${keyedBy} ${key}`);
      if (!entry)
        this.entries.set(`${keyedBy} ${key}`, {
          contact,
          lines: [line],
          contradicted: false,
          owner: '',
          shared: false,
        });
      else {
        entry.lines.push(line);
        if (sameContact(entry.contact, contact)) this.repeated++;
        else entry.contradicted = true;
      }
    }
  }

  sees(keys: ContactKeys): void {
    if (this.entries.size === 0) return;
    for (const entry of [...this.entriesBy('CII', keys.ciis), ...this.entriesBy('SUBJECT_ID', keys.subjectIds)]) {
      if (entry.owner !== '' && entry.owner !== keys.person) entry.shared = true;
      entry.owner = keys.person;
    }
  }

  /**
   * The contact of a person: by CII where the file has one, else by a SUBJECT_ID that is nobody else's. Undefined when
   * there is none, or when rows disagree: a letter at a wrong door is worse than no letter.
   */
  contactOf(keys: ContactKeys): Contact | undefined {
    if (this.entries.size === 0) return undefined;
    const byCii = this.entriesBy('CII', keys.ciis);
    return agreed(byCii.length > 0 ? byCii : this.entriesBy('SUBJECT_ID', keys.subjectIds));
  }

  counts(): ContactCounts {
    const entries = [...this.entries.values()];
    return {
      rows: this.rows.length,
      repeated: this.repeated,
      contradictions: entries.filter(({ contradicted }) => contradicted).map(({ lines }) => ({ lines })),
      sharedSubjectIds: entries.filter(({ shared }) => shared).map(({ lines }) => ({ lines })),
      unknownKeys: entries.filter(({ owner }) => owner === '').length,
    };
  }

  private entriesBy(keyedBy: ContactRow['keyedBy'], keys: readonly string[]): Entry[] {
    const entries: Entry[] = [];
    for (const key of keys) {
      const entry = this.entries.get(`${keyedBy} ${key.trim().toUpperCase()}`);
      if (entry) entries.push(entry);
    }
    return entries;
  }
}

/** The contact that every usable row gives; undefined when there is none or they differ. */
function agreed(entries: readonly Entry[]): Contact | undefined {
  const usable = entries.filter(({ contradicted, shared }) => !contradicted && !shared);
  const [first] = usable;
  return first && usable.every(({ contact }) => sameContact(contact, first.contact)) ? first.contact : undefined;
}

function sameContact(a: Contact, b: Contact): boolean {
  return (
    a.address1 === b.address1 &&
    a.address2 === b.address2 &&
    a.city === b.city &&
    a.state === b.state &&
    a.zip === b.zip &&
    a.language === b.language
  );
}
