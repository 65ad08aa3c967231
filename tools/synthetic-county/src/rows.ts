import {
  type Breakage,
  type CountPlan,
  countOrder,
  type CyclePlan,
  type DispositionPlan,
  type PersonPlan,
  type SentencePlan,
  type StepPlan,
} from './plan';

/**
 * Rows are built as strings in which every character is one byte of the file, so that a row in Windows-1252 and one in
 * UTF-8 go the same way into a Buffer (`latin1`).
 */
export type ByteString = string;

/** Windows-1252 differs from Latin-1 between 0x80 and 0x9f; of those the names use the apostrophe. */
function windows1252(text: string): ByteString {
  return text.replaceAll('’', '\x92');
}

function utf8(text: string): ByteString {
  return isAscii(text) ? text : Buffer.from(text, 'utf8').toString('latin1');
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** A field as RFC 4180 writes it. */
function field(text: ByteString): ByteString {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// The state pads many of its columns; the widths give a row of about 800 bytes, as in its own files.
const PAD = ' '.repeat(60);
const BLANK = '  -  ';
const QUALIFIERS = PAD.slice(0, 22);
const SOURCES = `N${PAD.slice(0, 14)},Y${PAD.slice(0, 14)}`;
const padded = (text: string, width: number): string =>
  text.length >= width ? text : text + PAD.slice(0, width - text.length);

/** Hands every row of a person to `emit`, without line ends: the person's own rows in the order of CNT_ORDER, then the broken ones. */
export function writeRows(person: PersonPlan, emit: (row: ByteString) => void): void {
  const plain = personColumns(person, person.name, person.birthText, person.cii);
  const last = person.cycles.length - 1;
  const changed = person.otherName !== '' || person.otherBirthText !== '' || person.secondCii !== '';
  const changedColumns = changed
    ? personColumns(
        person,
        person.otherName || person.name,
        person.otherBirthText || person.birthText,
        person.secondCii || person.cii,
      )
    : plain;
  let first = '';
  for (const [cycleIndex, cycle] of person.cycles.entries()) {
    const columns = changed && last > 0 && cycleIndex === last ? changedColumns : plain;
    const age = String(Math.floor((cycle.day - person.birth) / 365.2425));
    const cyclePart = `${columns}#,${101 + cycleIndex},${cycle.dateText},`;
    for (const [stepIndex, step] of cycle.steps.entries()) {
      const stepPart = cyclePart + stepColumns(cycle, step, stepIndex);
      for (const [countIndex, count] of step.counts.entries()) {
        const order = countOrder(cycleIndex, stepIndex, countIndex);
        const tail = `,${age},${padded('', 4)},A,${field(count.comment)},X`;
        writeCount(stepPart, order, count, tail, (row) => {
          if (first === '') first = row;
          emit(row);
        });
      }
    }
  }
  for (const breakage of person.breakages) emit(brokenRow(first, breakage, person));
}

function writeCount(
  stepPart: string,
  order: string,
  count: CountPlan,
  tail: string,
  emit: (row: ByteString) => void,
): void {
  const beforeDate = `${stepPart}#,${order},`;
  const afterDate = countColumns(count);
  if (count.dispositions.length === 0) {
    emit(`${beforeDate}${afterDate},,${padded('', 24)},,,#,,,,,,${tail}`);
    return;
  }
  for (const [i, one] of count.dispositions.entries()) {
    const start = beforeDate + one.dateText + afterDate + dispositionColumns(one, i);
    if (one.sentences.length === 0) emit(`${start},,,,,,${tail}`);
    else for (const [k, part] of one.sentences.entries()) emit(start + sentenceColumns(part, k) + tail);
  }
}

/** Columns 0 to 34 and the comma after them. */
function personColumns(person: PersonPlan, name: string, birthText: string, cii: string): ByteString {
  const encoded = person.nameEncoding === 'utf-8' ? utf8(name) : windows1252(name);
  const quoted = field(encoded);
  const { look, sex } = person;
  const asked = birthText === '' ? '' : birthText;
  const request = `${cii},${field(encoded + PAD.slice(0, Math.max(0, 30 - encoded.length)))},${sex},${asked},${look.licence},${look.ssn}`;
  const identity = `${cii},${quoted},${sex},${birthText},${look.ssn},${look.licence},${BLANK},${BLANK},${look.fbi}`;
  const looks = `${look.race[0]},${padded(look.race[1], 20)},${look.eyes[0]},${padded(look.eyes[1], 12)},${look.hair[0]},${padded(look.hair[1], 12)},${look.height},${look.weight},${SOURCES}`;
  return `${String(person.index + 1).padStart(10, '0')},A,${person.subjectId},#,${request},#,${identity},#,${looks},${look.birthplace[0]},${padded(look.birthplace[1], 25)},S,${padded('US', 10)},`;
}

/** Columns 38 to 48 and the comma after them. */
function stepColumns(cycle: CyclePlan, step: StepPlan, stepIndex: number): string {
  return `#,${String(stepIndex + 1).padStart(3, '0')},${step.dateText},${step.typeCode},${step.type},${step.placeType[0]},${padded(step.placeType[1], 25)},${step.place.ori},${padded(step.place.name, 30)},${cycle.countyCode},${cycle.countyText},`;
}

/** The comma before column 52, columns 52 to 77, and the comma after them. */
function countColumns(count: CountPlan): string {
  const disposed = count.disposedOf
    ? `${codeOf(count.disposedOf.section)},${field(count.disposedOf.text)},${count.disposedOf.toc},${QUALIFIERS}`
    : `,${PAD.slice(0, 40)},,${QUALIFIERS}`;
  const convicted = count.convictedOf
    ? `1,${codeOf(count.convictedOf.section)},${field(count.convictedOf.text)},${count.convictedOf.toc},${QUALIFIERS}`
    : `,,${PAD.slice(0, 40)},,${QUALIFIERS}`;
  return `,${field(count.ofn)},${codeOf(count.charge.section)},${field(count.text)},${count.toc},${QUALIFIERS},${disposed},${convicted},1,${BLANK},${BLANK},${BLANK},${BLANK},${BLANK},${BLANK},${BLANK},${BLANK},${BLANK},${field(count.courtCase)},${BLANK},`;
}

/** A five-digit table number for the section: stable, and of no meaning. */
function codeOf(section: string): string {
  let hash = 7;
  for (let i = 0; i < section.length; i++) hash = (hash * 31 + section.charCodeAt(i)) % 90000;
  return String(10000 + hash);
}

/** Columns 78 to 83 and the comma after them. */
function dispositionColumns(one: DispositionPlan, index: number): string {
  const code = one.severity === '' ? '' : one.severity === 'FELONY' ? '1' : one.severity === 'MISDEMEANOR' ? '2' : '3';
  return `${index + 1},${one.code},${padded(one.text, 24)},${code},${one.severityText},#`;
}

const UNITS = { '': '', D: 'DAYS', M: 'MONTHS', Y: 'YEARS' } as const;

/** The comma before column 84, columns 84 to 89. */
function sentenceColumns(part: SentencePlan, index: number): string {
  return `,${index + 1},${part.place[0]},${part.place[1]},${part.length},${part.unit},${UNITS[part.unit]}`;
}

function brokenRow(row: ByteString, breakage: Breakage, person: PersonPlan): ByteString {
  const withoutEnd = row.slice(0, -2);
  switch (breakage) {
    case 'too-few-fields':
      return withoutEnd;
    case 'too-many-fields':
      return `${row},`;
    case 'bare-quote':
      return row.replace(',US  ', ',U"S  ');
    case 'unclosed-quote':
      return row.replace(',US  ', ',"US  ');
    case 'bad-count-order':
      return row.replace(',#,101001001000,', ',#,10100100,');
    case 'blank-subject-id':
      return row.replace(`,${person.subjectId},`, `,${' '.repeat(8)},`);
  }
}
