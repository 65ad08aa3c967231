import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The cuts of the book face. Every other script is set upright and regular. */
export type TextStyle = 'regular' | 'bold' | 'italic';

/** A family cut into slices, each one a file that holds some ranges of characters. */
export interface SlicedFamily {
  readonly name: string;
  /** npm package; its `unicode.json` says which slice holds which characters. */
  readonly package: string;
  /**
   * Width of the line that is drawn around the glyphs, in parts of the font size: the East Asian families come with
   * their lightest weight as default, which stands too thin next to the book face.
   */
  readonly embolden: number;
  /** Slices that repeat the book face's own script are never read. */
  readonly slices: 'all' | string;
}

/**
 * The book face: Tinos, whose letters have the widths of Times New Roman (California Rules of Court, rule 2.105, asks
 * for a face essentially equivalent to it). Latin with all accents, Greek, Cyrillic, Hebrew.
 */
export const BOOK_FACE: Readonly<Record<TextStyle, string>> = {
  regular: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  bold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  italic: '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
};

/** Families asked in this order for what the book face lacks. */
export const FALLBACK_FAMILIES: readonly SlicedFamily[] = [
  sliced('noto-naskh-arabic', 'arabic'),
  sliced('noto-serif-armenian', 'armenian'),
  sliced('noto-serif-georgian', 'georgian'),
  sliced('noto-serif-devanagari', 'devanagari'),
  sliced('noto-serif-khmer', 'khmer'),
  sliced('noto-serif-thai', 'thai'),
  sliced('noto-serif-lao', 'lao'),
];

/** East Asian families; which is asked first depends on the text, because they share the Han characters. */
export const EAST_ASIAN_FAMILIES = {
  chinese: sliced('noto-serif-sc', 'all', 0.018),
  traditional: sliced('noto-serif-tc', 'all', 0.018),
  japanese: sliced('noto-serif-jp', 'all', 0.018),
  korean: sliced('noto-serif-kr', 'all', 0.018),
} as const;

function sliced(name: string, slices: string, embolden = 0): SlicedFamily {
  return { name, package: `@fontsource-variable/${name}`, embolden, slices };
}

/** Bytes of a cut of the book face. */
export function readBookFace(style: TextStyle): Buffer {
  return readFileSync(require.resolve(BOOK_FACE[style]));
}

/** The slices of a family: file and the ranges that it holds, in the package's order. */
export function slicesOf(family: SlicedFamily): readonly { readonly file: string; readonly ranges: readonly (readonly [number, number])[] }[] {
  const index = require.resolve(`${family.package}/unicode.json`);
  const ranges = JSON.parse(readFileSync(index, 'utf8')) as Record<string, string>;
  return Object.keys(ranges)
    .filter((slice) => (family.slices === 'all' ? slice.startsWith('[') : slice === family.slices))
    .map((slice) => ({
      file: join(dirname(index), 'files', `${family.name}-${slice.replace(/[[\]]/g, '')}-wght-normal.woff2`),
      ranges: (ranges[slice] as string).split(',').map(readRange),
    }));
}

function readRange(text: string): readonly [number, number] {
  const [from, to] = text.trim().replace(/^U\+/i, '').split('-');
  const first = parseInt(from as string, 16);
  return [first, to === undefined ? first : parseInt(to, 16)];
}
