const MOST = 1 << 15;
const LONGEST = 64;

/** Remembers what texts that come again and again mean. Only so many of them, and none with the long text that it may be a part of. */
export class KnownTexts<Meaning> {
  private readonly known = new Map<string, Meaning>();

  constructor(private readonly meaningOf: (text: string) => Meaning) {}

  of(text: string): Meaning {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    if (text.length > LONGEST) return this.meaningOf(text);
    const own = ownText(text);
    const meaning = this.meaningOf(own);
    if (this.known.size >= MOST) this.known.clear();
    this.known.set(own, meaning);
    return meaning;
  }
}

/** Shorter texts are never kept as parts of others. */
const SHORTEST_PART = 13;

/** The text in memory of its own: a part of a longer text would keep all of that. */
export function ownText(text: string): string {
  if (text.length < SHORTEST_PART) return text;
  const own = Buffer.from(text, 'utf8').toString('utf8');
  // Half a character of a workbook does not come back.
  return own === text ? own : text;
}
