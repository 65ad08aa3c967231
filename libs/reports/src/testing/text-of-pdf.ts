import { inflateSync } from 'node:zlib';

/** The texts of all pages in the order in which they were drawn, one blank between two. */
export function textOf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  let text = '';
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 7)) {
    const end = file.indexOf('endstream', at);
    const content = ((): string => {
      try {
        return inflateSync(file.subarray(at + 7, end)).toString('latin1');
      } catch {
        return '';
      }
    })();
    if (!/ Tf/.test(content)) continue;
    for (const [, literal = ''] of content.matchAll(/\(((?:\\.|[^()\\])*)\)Tj/g))
      text += `${literal.replace(/\\(.)/g, '$1')} `;
  }
  return text.replace(/ +/g, ' ');
}
