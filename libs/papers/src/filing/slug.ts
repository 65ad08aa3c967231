/** A part of a path that every file system takes: small letters, digits and hyphens of ASCII, at most 60. */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return slug === '' ? 'unnamed' : slug;
}

/** Hands out each slug once: the second text with the same slug gets `-2`. Ask in a fixed order. */
export class DistinctSlugs {
  private readonly taken: Set<string>;
  /** The next number to try for a slug, so that many equal texts cost no more than many different ones. */
  private readonly next = new Map<string, number>();

  /** @param reserved slugs that are not handed out */
  constructor(reserved: readonly string[] = []) {
    this.taken = new Set(reserved);
  }

  take(text: string): string {
    const slug = slugOf(text);
    let free = slug;
    let number = this.next.get(slug) ?? 2;
    while (this.taken.has(free)) free = `${slug}-${number++}`;
    this.next.set(slug, number);
    this.taken.add(free);
    return free;
  }
}
