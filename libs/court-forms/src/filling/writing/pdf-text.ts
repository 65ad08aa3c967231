/** A text string outside of page content: plain when it is ASCII, else UTF-16 with its mark. */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  let hex = '';
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0');
  return `<FEFF${hex}>`;
}

/** A name as PDF writes it; `name` holds one character a byte. */
export function nameOf(name: string): string {
  return `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (sign) => `#${(sign.charCodeAt(0) & 0xff).toString(16).toUpperCase().padStart(2, '0')}`)}`;
}

/** A number as PDF writes it: at most three decimals. */
export function num(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
