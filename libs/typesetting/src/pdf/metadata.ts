import { type DocumentInfo } from './pdf-document';

/** The XMP packet: the same title and date as the file's information, and that it is tagged as PDF/UA-1 asks. */
export function metadataOf({ title, language, date, author, subject }: DocumentInfo): Uint8Array {
  const stamp = `${String(date).slice(0, 4)}-${String(date).slice(4, 6)}-${String(date).slice(6, 8)}T00:00:00Z`;
  const say = (element: string, kind: 'Alt' | 'Seq' | 'Bag', text: string): string =>
    `<dc:${element}><rdf:${kind}><rdf:li${kind === 'Alt' ? ' xml:lang="x-default"' : ''}>${xml(text)}</rdf:li></rdf:${kind}></dc:${element}>`;
  const parts = [say('title', 'Alt', title), say('language', 'Bag', language)];
  if (author) parts.push(say('creator', 'Seq', author));
  if (subject) parts.push(say('description', 'Alt', subject));
  return Buffer.from(
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">${parts.join('')}<xmp:CreatorTool>Clearway</xmp:CreatorTool><xmp:CreateDate>${stamp}</xmp:CreateDate><xmp:ModifyDate>${stamp}</xmp:ModifyDate><pdf:Producer>Clearway</pdf:Producer><pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>`,
    'utf8',
  );
}

function xml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
