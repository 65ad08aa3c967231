/** The day of this machine: `2026-12-01`, and as a number `20261201`. */
export function dayOf(now: Date): { readonly text: string; readonly number: number } {
  const number = now.getFullYear() * 10_000 + (now.getMonth() + 1) * 100 + now.getDate();
  const digits = String(number);
  return { text: `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`, number };
}
