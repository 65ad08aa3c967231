import { emptyRowFacts, filled, type History, HistoryAssembler, parsePartialDate, personIdOf, type RowFacts, UNREADABLE_DATE } from '@clearway/record';
import { createHash } from 'node:crypto';
import { COLUMN_COUNT, COLUMN_NAMES, type ColumnName } from '../columns';
import { type RecordLimits } from '../bytes/record-scan';

/** A row as the reference sees it: fields as they stand in the file (quotes included), and as text. */
export interface ReferenceRow {
  readonly raw: readonly string[];
  readonly text: Readonly<Record<ColumnName, string>>;
  readonly offset: number;
  readonly line: number;
}

export interface ReferenceFile {
  readonly rows: readonly ReferenceRow[];
  readonly rejected: readonly { readonly line: number; readonly subjectId: string; readonly cii: string; readonly after: number }[];
}

/**
 * Reads a state file in the plainest way: the whole of it as one text, one character after the other, nothing shared with the
 * fast reader but the names of the columns. Only for tests, which hold the fast reader to it.
 */
export function readReference(bytes: Buffer, limits: RecordLimits): ReferenceFile {
  const text = bytes.toString('latin1');
  const rows: ReferenceRow[] = [];
  const rejected: ReferenceFile['rejected'][number][] = [];
  let at = text.startsWith('\xef\xbb\xbf') ? 3 : 0;
  let line = 1;
  let head = true;
  while (at < text.length) {
    const lineEnd = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
    const content = text.slice(at, lineEnd).replace(/\r+$/, '');
    if (content === '') {
      at = lineEnd + 1;
      line++;
      continue;
    }
    if (head && /^"?RECORD_ID"?,/.test(content)) {
      head = false;
      at = lineEnd + 1;
      line++;
      continue;
    }
    head = false;
    const record = recordAt(text, at, limits);
    const bad = record.problem ?? (record.fields.length === COLUMN_COUNT ? undefined : 'count');
    const decoded = decode(record.fields);
    const subjectId = decoded[2] ?? '';
    const cii = (decoded[11] ?? '').toUpperCase();
    if (bad) {
      const plainSubject = /^[A-Za-z0-9-]{1,20}$/.test(subjectId) && /\d/.test(subjectId) ? subjectId : '';
      rejected.push({ line, subjectId: plainSubject, cii: /^[A-Z]{0,2}\d{5,12}$/.test(cii) ? cii : '', after: rows.length });
      at = lineEnd + 1;
      line++;
      continue;
    }
    const named = Object.fromEntries(COLUMN_NAMES.map((name, index) => [name, decoded[index]!])) as Record<ColumnName, string>;
    if (subjectId === '' || !/^\d{9,12}$/.test(named.CNT_ORDER)) rejected.push({ line, subjectId, cii, after: rows.length });
    else rows.push({ raw: utf8(record.fields), text: named, offset: at, line });
    line += record.lines;
    at = record.next;
  }
  return { rows, rejected };
}

function recordAt(text: string, start: number, limits: RecordLimits): { fields: string[]; problem?: string; lines: number; next: number } {
  const fields: string[] = [];
  let lines = 1;
  let at = start;
  for (;;) {
    const from = at;
    if (text[at] === '"') {
      at++;
      for (;;) {
        if (at >= text.length) return { fields, problem: 'unclosed', lines, next: at };
        if (text[at] === '"' && text[at + 1] === '"') at += 2;
        else if (text[at] === '"') break;
        else {
          if (text[at] === '\n') {
            lines++;
            if (lines > limits.lines || at - start > limits.bytes) return { fields, problem: 'unclosed', lines, next: at };
          }
          at++;
        }
      }
      at++;
      if (!/^(?:,|\r*(?:\n|$))/.test(text.slice(at, at + 64))) return { fields, problem: 'bare', lines, next: at };
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\n') {
        if (text[at] === '"') return { fields, problem: 'bare', lines, next: at };
        at++;
      }
    }
    const ended = text[at] !== ',';
    const field = ended ? text.slice(from, at).replace(/\r+$/, '') : text.slice(from, at);
    if (text[from] !== '"' && field.includes('\r')) return { fields, problem: 'return', lines, next: at };
    fields.push(field);
    if (!ended) {
      at++;
      continue;
    }
    const end = from + field.length;
    if (end - start > limits.bytes) return { fields, problem: 'long', lines, next: at };
    while (text[at] === '\r') at++;
    return { fields, lines, next: at + 1 };
  }
}

/** The record as UTF-8 where it is that, else as Windows-1252. */
function utf8(fields: readonly string[]): string[] {
  const whole = Buffer.from(fields.join(','), 'latin1');
  // Of the codes between 0x80 and 0x9f the messy files have only the euro's; Node's own decoder of windows-1252 gets them wrong.
  return fields.map((field) => (isUtf8(whole) ? Buffer.from(field, 'latin1').toString('utf8') : field.replaceAll('\x80', '€')));
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function decode(fields: readonly string[]): string[] {
  return utf8(fields).map((field) => filled(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field));
}

/** Histories of a population as the reference makes them: by looking at everything at once. */
export function referenceHistories(files: readonly { readonly bytes: Buffer; readonly read: ReferenceFile }[]): History[] {
  const shas = files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
  const ciisOf = new Map<string, string[]>();
  const withoutCii = new Set<string>();
  const subjectKey = (file: number, subjectId: string): string => `${file}/${subjectId}`;
  files.forEach(({ read }, file) => {
    for (const { text } of read.rows) {
      const key = subjectKey(file, text.SUBJECT_ID);
      const known = ciisOf.get(key) ?? [];
      const cii = text.CII_NUMBER.toUpperCase();
      if (cii === '') withoutCii.add(key);
      else if (!known.includes(cii)) known.push(cii);
      ciisOf.set(key, known);
    }
  });
  const idOf = (file: number, subjectId: string, cii: string): string => {
    const owner = cii !== '' ? cii : ciisOf.get(subjectKey(file, subjectId))?.[0];
    return owner === undefined ? personIdOf({ fileSha256: shas[file]!, subjectId }) : personIdOf({ cii: owner });
  };
  const people = new Map<string, RowFacts[]>();
  const incomplete = new Set<string>();
  const twoCiis = new Set<string>();
  files.forEach(({ read }, file) => {
    const ids = read.rows.map(({ text }) => idOf(file, text.SUBJECT_ID, text.CII_NUMBER.toUpperCase()));
    read.rows.forEach((row, index) => people.set(ids[index]!, [...(people.get(ids[index]!) ?? []), factsOf(row, file, index)]));
    read.rejected.forEach(({ subjectId, cii, after }, index) => {
      if (cii !== '') incomplete.add(personIdOf({ cii }));
      if (subjectId !== '') for (const each of ownersOf(file, subjectId)) incomplete.add(each);
      if (cii !== '' || subjectId !== '') return;
      const before = read.rejected.slice(0, index).reverse().find((each) => each.subjectId !== '' || each.cii !== '');
      if (before?.after === after) return;
      for (const row of [read.rows[after - 1], nextKnown(read, index) ? undefined : read.rows[after]])
        if (row) {
          incomplete.add(idOf(file, row.text.SUBJECT_ID, row.text.CII_NUMBER.toUpperCase()));
          for (const each of ownersOf(file, row.text.SUBJECT_ID)) incomplete.add(each);
        }
    });
  });
  function ownersOf(file: number, subjectId: string): string[] {
    const ciis = ciisOf.get(subjectKey(file, subjectId)) ?? [];
    return ciis.length > 0 ? ciis.map((cii) => personIdOf({ cii })) : [idOf(file, subjectId, '')];
  }
  for (const [key, ciis] of ciisOf)
    if (ciis.length > 1)
      for (const cii of ciis) {
        twoCiis.add(personIdOf({ cii }));
        if (withoutCii.has(key)) incomplete.add(personIdOf({ cii }));
      }
  const assembler = new HistoryAssembler();
  return [...people].map(([person, rows]) => {
    for (const row of rows) assembler.add(row);
    return assembler.finish({ person, incomplete: incomplete.has(person), twoCiis: twoCiis.has(person) });
  });
}

/** Does a rejected row that says whose it was stand between this one and the next row that can be used? */
function nextKnown(read: ReferenceFile, index: number): boolean {
  const { after } = read.rejected[index]!;
  return read.rejected.slice(index + 1).some((each) => each.after === after && (each.subjectId !== '' || each.cii !== ''));
}

function factsOf({ text, offset, line }: ReferenceRow, file: number, row: number): RowFacts {
  return {
    ...emptyRowFacts(),
    file, row, offset, line,
    subjectId: text.SUBJECT_ID,
    cii: text.CII_NUMBER.toUpperCase(),
    name: text.PRI_NAME,
    sex: text.GENDER,
    race: text.RACE_DESCR,
    birthDate: dateOf(text.PRI_DOB),
    cycleDate: dateOf(text.CYC_DATE),
    eventDate: dateOf(text.STP_EVENT_DATE),
    stepType: text.STP_TYPE_DESCR,
    ori: text.STP_ORI_CODE,
    agency: text.STP_ORI_DESCR,
    county: text.STP_ORI_CNTY_NAME.toUpperCase(),
    order: text.CNT_ORDER.padEnd(12, '0'),
    dispositionDate: dateOf(text.DISP_DATE),
    caseNumber: text.OFN,
    courtCase: text.FE_NUM_CRT_CASE,
    offence: text.OFFENSE_DESCR,
    offenceClass: text.OFFENSE_TOC.toUpperCase(),
    disposedOffence: text.DISP_OFFENSE_DESCR,
    convictedOffence: text.CONV_OFFENSE_DESCR,
    convictedClass: text.CONV_OFFENSE_TOC.toUpperCase(),
    offenceCode: text.OFFENSE_CODE,
    convictedCode: text.CONV_OFFENSE_CODE,
    disposition: text.DISP_DESCR,
    convictionStatus: text.CONV_STAT_DESCR,
    sentencePlace: text.SENT_LOC_DESCR,
    sentenceLength: text.SENT_LENGTH,
    sentenceUnit: text.SENT_TIME_CODE.toUpperCase(),
    comment: text.COMMENT_TEXT,
  };
}

function dateOf(text: string): number {
  return text === '' || /^0+$/.test(text) ? 0 : parsePartialDate(text) || UNREADABLE_DATE;
}
