/** Words that stand in every form and tell no field from another. */
const EMPTY_WORDS = new Set(
  'a an and as at be by for have if in is it me my of on or that the this to was were will with i no not'.split(' '),
);

/** Words of court forms that mean the same; the first edition says one and the next the other. */
const ONE_WORD: readonly (readonly [RegExp, string])[] = [
  [/\b(?:district|prosecuting|city) attorney\b|\bprosecutors?\b/g, 'prosecutor'],
  [/\bdate of birth\b|\bbirth ?date\b/g, 'dob'],
  [/\btelephone\b/g, 'phone'],
  [/\be-mail\b/g, 'email'],
  [/#|\bnos?\.|\bno:/g, ' number '],
  [/\bzip code\b/g, 'zip'],
];

/** The words that tell fields apart, in their plain forms: `Citing/arresting agency:` gives `cite arrest agency`. */
export function tellingWords(text: string): ReadonlySet<string> {
  const plain = text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/_/g, ' ')
    .replace(/[’']/g, '');
  const words = ONE_WORD.reduce((all, [pattern, word]) => all.replace(pattern, word), plain)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !EMPTY_WORDS.has(word));
  return new Set((telling.length > 0 ? telling : words).map(plainForm));
}

/** Endings are cut so that `arresting`, `arrested` and `arrest` are one word; numbers stay as they are. */
function plainForm(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word;
  return word
    .replace(/(?:ies)$/, 'y')
    .replace(/(?:ings?|ed|es|s)$/, '')
    .replace(/e$/, '');
}

/** How much a word says: one that many fields have says little. */
export class WordWeights {
  private readonly fieldsWith = new Map<string, number>();
  private readonly fields: number;

  constructor(sets: readonly ReadonlySet<string>[]) {
    this.fields = Math.max(1, sets.length);
    for (const words of sets) for (const word of words) this.fieldsWith.set(word, (this.fieldsWith.get(word) ?? 0) + 1);
  }

  /** From 0 (nothing in common) to 1 (the same words). */
  likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
    if (a.size === 0 || b.size === 0) return 0;
    const common = new Set([...a].filter((word) => b.has(word)));
    const [weight, all, other] = [this.total(common), this.total(a), this.total(b)];
    // Words that were only added to count less against it; two words or fewer stand in many sentences.
    const contained = (weight / Math.min(all, other)) * 0.8 * Math.min(1, common.size / 3);
    return Math.max((2 * weight) / (all + other), contained);
  }

  private total(words: ReadonlySet<string>): number {
    let total = 0;
    for (const word of words) total += this.weight(word);
    return total;
  }

  private weight(word: string): number {
    return Math.log(1 + this.fields / (this.fieldsWith.get(word) ?? 1));
  }
}
