/** A page of a made-up PDF: lines of text in a fixed width, or a picture. */
export type SmallPage = readonly string[] | 'picture' | 'blank';

/** Words of a line with their own place each, as many printers write them. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

const HEIGHT = 792;

/**
 * A PDF of such pages, by hand, so that what reads it shares nothing with what wrote it. Latin letters only. `turned`: the text is
 * written up the page, and the page is shown turned, as printers of wide paper do.
 */
export function smallPdf(
  pages: readonly (SmallPage | { readonly placed: readonly Placed[] })[],
  turned = false,
): Buffer {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', ''];
  const add = (body: string): number => objects.push(body);
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>');
  const image = add(
    '<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 4 >>\nstream\n\x00\x80\x80\x00\nendstream',
  );
  const kids = pages.map((page) => {
    const content = contentOf(page, turned);
    const stream = add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 ${HEIGHT}] /Rotate ${turned ? 90 : 0} /Contents ${stream} 0 R /Resources << /Font << /F ${font} 0 R >> /XObject << /I ${image} 0 R >> >> >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((each) => `${each} 0 R`).join(' ')}] >>`;
  return file(objects);
}

function contentOf(page: SmallPage | { readonly placed: readonly Placed[] }, turned: boolean): string {
  if (page === 'blank') return '';
  if (page === 'picture') return 'q 612 0 0 792 0 0 cm /I Do Q';
  const placed = 'placed' in page ? page.placed : page.map((text, i) => ({ x: 40, y: 40 + 12 * i, text }));
  return placed
    .map(({ x, y, text }) => {
      const where = turned ? `0 1 -1 0 ${y} ${x} Tm` : `${x} ${HEIGHT - y} Td`;
      return `BT /F 10 Tf ${where} (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`;
    })
    .join('\n');
}

function file(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
