/** A name as SQL writes it. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The role in a `postgres://ROLE:PASSWORD@...` address. */
export function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
