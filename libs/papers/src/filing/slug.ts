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
  private readonly taken = new Set<string>();

  take(text: string): string {
    const slug = slugOf(text);
    let free = slug;
    for (let i = 2; this.taken.has(free); i++) free = `${slug}-${i}`;
    this.taken.add(free);
    return free;
  }
}
