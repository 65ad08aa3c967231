import { gzipSync } from 'node:zlib';
import { kindOfFirst, looksLikeStateFile } from './first-bytes';

const row = Array.from({ length: 95 }, (_, field) => `f${field}`).join(',');
const quotedRow = row.replace('f12', '"A,""B\nC"');

describe(looksLikeStateFile.name, () => {
  const yes: [string, Buffer][] = [
    ['a row', Buffer.from(row)],
    ['CRLF', Buffer.from(`${row}\r\n${row}\r\n`)],
    ['a header with one name more', Buffer.from(`${row},X\n`)],
    ['quotes, commas and line breaks in fields', Buffer.from(`${quotedRow}\n`)],
    ['broken rows before a good one', Buffer.from(`a,b\n"open\n${row}\n`)],
    ['gzip', gzipSync(`${row}\n`)],
    [
      'gzip cut off',
      gzipSync(`${Array.from({ length: 500 }, (_, i) => row.replace('f1', `x${i}`)).join('\n')}\n`).subarray(0, 400),
    ],
  ];
  it.each(yes)('takes %s', (_what, bytes) => expect(looksLikeStateFile(bytes)).toBe(true));

  const no: [string, Buffer][] = [
    ['nothing', Buffer.alloc(0)],
    ['a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n', 'latin1')],
    ['another CSV', Buffer.from('name,street,city\nA,B,C\n')],
    ['tabs', Buffer.from(row.replaceAll(',', '\t'))],
    ['a damaged gzip', Buffer.from([0x1f, 0x8b, 0xff, 0xff, 0, 1, 2, 3])],
  ];
  it.each(no)('refuses %s', (_what, bytes) => expect(looksLikeStateFile(bytes)).toBe(false));
});

describe(kindOfFirst.name, () => {
  const SHEET = 'CII/A10000001\nDOB/19600314 SEX/F RAC/WHITE\nNAM/01 OKONKWO,JANE\n\n* * * *\n';
  const kinds: [string, Buffer, ReturnType<typeof kindOfFirst>][] = [
    ['rows of 95 fields', Buffer.from(`${row}\n${row}\n`), 'state-file'],
    ['the same, packed', gzipSync(`${row}\n${row}\n`), 'state-file'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n'), 'rap-sheet'],
    ['the labels of a RAP sheet', Buffer.from(SHEET), 'rap-sheet'],
    ['a packed RAP sheet', gzipSync(SHEET), 'rap-sheet'],
    ['commas', Buffer.from('Name,Case Number\n"OKONKWO,JANE",F101\n'), 'court-extract'],
    ['tabs', Buffer.from('Name\tCase Number\nOKONKWO\tF101\n'), 'court-extract'],
    ['UTF-16', Buffer.from('\ufeffName,Case\nA,B\n', 'utf16le'), 'court-extract'],
    ['a workbook', Buffer.from('PK\x03\x04rest', 'latin1'), 'court-extract'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), null],
    ['a damaged gzip', Buffer.from([0x1f, 0x8b, 0xff, 0xff, 0, 1, 2, 3]), null],
    ['a table with a stray NUL', Buffer.from(`Name,Case Number\n${'DOE,F101\n'.repeat(20)}OKON\0KWO,F102\n`), 'court-extract'],
    ['a program', Buffer.from('#!/bin/sh\necho hello\n'), null],
    ['bytes that are no text, with a line end', Buffer.from('\0a\0b\n\0c,\0d\n', 'latin1'), null],
    ['blanks only', Buffer.from(' \n\n'), null],
  ];
  it.each(kinds)('tells %s', (_what, bytes, kind) => expect(kindOfFirst(bytes)).toBe(kind));
});
