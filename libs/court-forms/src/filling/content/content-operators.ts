/** One operator of a content stream with its operands, and where it stands. */
export interface ContentOperator {
  readonly operator: string;
  readonly operands: readonly string[];
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /\s+|%[^\r\n]*|\/[^\s()<>[\]{}/%]*|[+-]?(?:\d+\.?\d*|\.\d+)(?:-\d+)?|<<|>>|[[\]]|<[^>]*>|\(|[^\s()<>[\]{}/%]+|[{}>)]/gy;

/** The operators of a content stream (one character a byte) in order. */
export function* contentOperators(content: string): Generator<ContentOperator> {
  let operands: string[] = [];
  let start = -1;
  let depth = 0;
  let composite = 0;
  TOKEN.lastIndex = 0;
  for (let at = 0; at < content.length; ) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(content);
    if (!match) {
      at++;
      continue;
    }
    let token = match[0];
    const from = at;
    at += token.length;
    if (/^\s|^%/.test(token)) continue;
    if (token === '(') {
      at = endOfString(content, from);
      token = content.slice(from, at);
    }
    if (start < 0) start = from;
    if (token === '[' || token === '<<') {
      if (depth++ === 0) composite = from;
    } else if (token === ']' || token === '>>') {
      if (--depth <= 0) {
        depth = 0;
        operands.push(content.slice(composite, at));
      }
    } else if (depth > 0) continue;
    else if (/^[/(<\d+.-]/.test(token) || token === 'true' || token === 'false' || token === 'null')
      operands.push(token);
    else {
      if (token === 'BI') at = endOfInlineImage(content, at);
      yield { operator: token, operands, start, end: at };
      operands = [];
      start = -1;
    }
  }
}

function endOfString(content: string, from: number): number {
  let depth = 0;
  for (let at = from; at < content.length; at++) {
    const sign = content[at];
    if (sign === '\\') at++;
    else if (sign === '(') depth++;
    else if (sign === ')' && --depth === 0) return at + 1;
  }
  return content.length;
}

function endOfInlineImage(content: string, from: number): number {
  const data = /\sID\s/.exec(content.slice(from));
  if (!data) return content.length;
  const end = /\sEI(?=\s|$)/.exec(content.slice(from + data.index + data[0].length));
  return end ? from + data.index + data[0].length + end.index + end[0].length : content.length;
}
