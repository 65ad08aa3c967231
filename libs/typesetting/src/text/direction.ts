import bidiFactory from 'bidi-js';

const bidi = bidiFactory();
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** A number behind a name, a mark and a space: `: 1 count`. */
const NUMBER_OF_THE_SENTENCE = /(?<=[:;,.]) (?=\p{Nd})/gu;
const LEFT_TO_RIGHT_MARK = '\u200e';

/**
 * Level of each UTF-16 unit of a line whose own direction is left to right (Unicode Bidirectional Algorithm). A number that the
 * sentence goes on with after a mark stays behind the name before it, and does not become a part of the name.
 */
export function embeddingLevels(text: string): Uint8Array {
  return bidi.getEmbeddingLevels(text.replace(NUMBER_OF_THE_SENTENCE, LEFT_TO_RIGHT_MARK), 'ltr').levels;
}

/** A bracket in a right-to-left run turns around; everything else stays as it is. */
export function mirrorOf(cluster: string): string {
  return bidi.getMirroredCharacter(cluster) ?? cluster;
}

/** Rule L2: from the highest level to the lowest odd one, each stretch at that level or higher is reversed. */
export function visualOrder<T extends { readonly level: number }>(pieces: readonly T[]): readonly T[] {
  const ordered = [...pieces];
  const highest = Math.max(0, ...ordered.map((piece) => piece.level));
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < ordered.length; start++) {
      if ((ordered[start] as T).level < level) continue;
      let end = start;
      while (end + 1 < ordered.length && (ordered[end + 1] as T).level >= level) end++;
      ordered.splice(start, end - start + 1, ...ordered.slice(start, end + 1).reverse());
      start = end;
    }
  }
  return ordered;
}
