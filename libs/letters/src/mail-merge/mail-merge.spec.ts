import { strFromU8, unzipSync } from 'fflate';
import { ContactBook } from '../contacts/contact-book';
import { readContactFile } from '../contacts/contact-file';
import { filingCaseNumber } from '@clearway/rules';
import { letterOf, type Recipient } from '../recipient';
import { relievedConviction, relievedPerson } from '../testing/relieved-person';
import { type LettersRun } from './letter-id';
import { MAIL_MERGE_COLUMNS, MailMerge } from './mail-merge';

const RUN: LettersRun = { county: 'FRESNO', asOf: 20200701, policyHash: 'b', ruleSetHash: 'a', inputs: ['1'] };
function recipientOf(person: Parameters<typeof letterOf>[0]): Recipient {
  const letter = letterOf(person, (_, conviction) => ({ caseNumber: filingCaseNumber(conviction) }));
  if (typeof letter === 'string' || !letter.recipient) throw new Error('no letter');
  return letter.recipient;
}

const POPULATION = new Uint8Array(32).fill(7);
const recipients = [relievedPerson(), relievedPerson({ person: 'p2', name: '', ciis: ['A2'] })].map(recipientOf);

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

function bookFor(rows: string): ContactBook {
  const book = new ContactBook(readContactFile(Buffer.from(`CII,ADDRESS_1,CITY,STATE,ZIP\n${rows}`)));
  recipients.forEach((recipient) => book.sees(recipient));
  return book;
}

describe('mail merge', () => {
  it('writes one row a person, as text, with a byte order mark', async () => {
    const merge = new MailMerge(RUN, bookFor('A1,1 Main St,Holtsville,NY,00501\n'), POPULATION);
    const csv = (await bytesOf(merge.csv(recipients))).toString();
    const [head, first, second] = csv.split('\n');
    expect(head).toBe(`\uFEFF${MAIL_MERGE_COLUMNS.join(',')}`);
    expect(first).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4},Jane Q Doe,1 Main St,,Holtsville,NY,00501,en\+es,A1,[0-9A-Z]{8},0012$/);
    expect(second).toMatch(/^[0-9A-Z-]{14},,,,,,,en\+es,A1,[0-9A-Z]{8},0012$/);
    await bytesOf(merge.workbook(recipients));
    expect(merge.counts()).toEqual({ letters: 2, withAddress: 1, withoutAddress: 1, withoutName: 1, csvRows: 2, workbookRows: 2 });
  });

  it('the workbook has the same cells', async () => {
    const merge = new MailMerge(RUN, bookFor('A1,1 Main St,Holtsville,NY,00501\n'), POPULATION);
    const sheet = strFromU8(unzipSync(await bytesOf(merge.workbook(recipients)))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const texts = [...sheet.matchAll(/<t>([^<]*)<\/t>/g)].map(([, text]) => text);
    expect(texts.slice(MAIL_MERGE_COLUMNS.length)).toEqual([...merge.row(recipients[0] as Recipient), ...merge.row(recipients[1] as Recipient)].filter((cell) => cell !== ''));
  });

  it('gives nothing away: no charge, no section, no outcome, no number of the state', async () => {
    const csv = (await bytesOf(new MailMerge(RUN, new ContactBook(), POPULATION).csv(recipients))).toString();
    expect(csv).not.toMatch(/HS|1135|marijuana|cannabis|convict|dismiss|seal|district|attorney|eligible|A1,.*A1,|\b100\b/i);
  });

  it('an identifier is the same for the same run and another in another run', () => {
    const id = (run: LettersRun, population: Uint8Array = POPULATION): string => new MailMerge(run, new ContactBook(), population).row(recipients[0] as Recipient)[0] ?? '';
    expect(id(RUN)).toBe(id({ ...RUN, county: 'fresno ' }));
    const others = [{ ...RUN, asOf: 20200702 }, { ...RUN, inputs: ['2'] }, { ...RUN, policyHash: 'c' }].map((run) => id(run));
    // Who knows the run, and not everyone in the files, cannot work an id out.
    others.push(id(RUN, new Uint8Array(32).fill(8)));
    expect(new Set([id(RUN), ...others]).size).toBe(5);
  });

  it('stops a cell that a spreadsheet program would run', () => {
    const person = relievedPerson({ name: '=CMD', convictions: [relievedConviction({ caseNumbers: [{ number: '+1A', from: 'OFN' }] })] });
    const row = new MailMerge(RUN, new ContactBook(), POPULATION).row(recipientOf(person));
    expect([row[1], row.at(-1)]).toEqual(["'=cmd", "'+1A"]);
  });

  it('without recipients there is a header and nothing else', async () => {
    const merge = new MailMerge(RUN, new ContactBook(), POPULATION);
    expect((await bytesOf(merge.csv([]))).toString()).toBe(`\uFEFF${MAIL_MERGE_COLUMNS.join(',')}\n`);
    await bytesOf(merge.workbook([]));
    expect(merge.counts()).toEqual({ letters: 0, withAddress: 0, withoutAddress: 0, withoutName: 0, csvRows: 0, workbookRows: 0 });
  });
});
