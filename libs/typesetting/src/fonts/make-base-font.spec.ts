import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseFont } from './base-set';
import { BOOK_FACE, type TextStyle } from './catalogue';
import { makeBaseFont } from './make-base-font';

/** `CLEARWAY_WRITE_GOLDEN=yes` writes the module anew: when the package of the book face changed, or what is made of it. */
const write = process.env['CLEARWAY_WRITE_GOLDEN'] === 'yes';
const MODULE = join(__dirname, 'base-fonts.generated.ts');
const STYLES = Object.keys(BOOK_FACE) as TextStyle[];

describe(makeBaseFont.name, () => {
  it('is what was made beforehand', () => {
    const made = STYLES.map((style) => {
      const { widths, metrics, packed, length } = makeBaseFont(style);
      const font = { widths: [...widths], metrics, packed: Buffer.from(packed).toString('base64'), length };
      return `  ${style}: ${JSON.stringify(font)},\n`;
    });
    const module = `// Written by \`CLEARWAY_WRITE_GOLDEN=yes npx jest -c libs/typesetting/jest.config.js make-base-font\` from the package of the book face (Apache-2.0).\n// Do not edit: a spec fails when it is not current.\nimport { type TextStyle } from './catalogue';\nimport { type ProgramMetrics } from './font-program';\n\nexport const BASE_FONTS: Readonly<Record<TextStyle, { readonly widths: readonly number[]; readonly metrics: ProgramMetrics; readonly packed: string; readonly length: number }>> = {\n${made.join('')}};\n`;
    if (write) writeFileSync(MODULE, module);
    expect(readFileSync(MODULE, 'utf8')).toBe(module);
  });

  it.each(STYLES)('is given as it was made: %s', (style) => {
    const { packed, ...made } = makeBaseFont(style);
    const { packed: given, ...font } = baseFont(style);
    expect(font).toEqual(made);
    expect(Buffer.compare(given, packed)).toBe(0);
  });
});
