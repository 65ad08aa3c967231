let clusters: Intl.Segmenter | undefined;

/** What a reader takes for one character, each with its place in the text. Making the one that tells takes longer than most reports. */
export function clustersOf(text: string): Iterable<Intl.SegmentData> {
  clusters ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return clusters.segment(text);
}
