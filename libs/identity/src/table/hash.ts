/** 53 bits of a text, the same on every machine (two FNV-like mixes): for order and for keys of groups, not for secrets. */
export function hashText(text: string): number {
  let high = 0x9747b28c;
  let low = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995);
    high ^= high >>> 15;
  }
  low ^= low >>> 16;
  return (mixed(high) & 0x1fffff) * 0x100000000 + mixed(low);
}

/** 32 bits of up to four numbers, mixed. */
export function hashNumbers(a: number, b: number, c = 0, d = 0): number {
  let hash = Math.imul(a | 0, 0x9e3779b1);
  hash = mixed(hash ^ (b | 0));
  hash = mixed(hash ^ Math.imul(c | 0, 0x85ebca6b));
  return mixed(hash ^ Math.imul(d | 0, 0xc2b2ae35));
}

function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
