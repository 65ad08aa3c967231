/**
 * Two state files out of one: of ten people in order one stands in the second file only, of one the last rows do, and the others
 * stand in the first whole. Both have the header.
 */
export function splitCounty(file: Buffer): { readonly first: Buffer; readonly second: Buffer } {
  const { header, people } = recordsOf(file);
  let [first, second] = [header, header];
  for (const [index, { records }] of people.entries()) {
    const kept = index % 10 === 4 ? 0 : index % 10 === 7 ? Math.ceil(records.length / 2) : records.length;
    first += records.slice(0, kept).join('');
    second += records.slice(kept).join('');
  }
  return { first: Buffer.from(first, 'latin1'), second: Buffer.from(second, 'latin1') };
}

/** Two state files out of one: the last record of one person stands in the second, everything else in the first. Both have the header. */
export function splitOnePerson(file: Buffer): { readonly first: Buffer; readonly second: Buffer } {
  const { header, people } = recordsOf(file);
  const one = people.find(({ records }) => records.length > 2);
  const last = one?.records.pop() ?? '';
  const first = header + people.flatMap(({ records }) => records).join('');
  return { first: Buffer.from(first, 'latin1'), second: Buffer.from(header + last, 'latin1') };
}

/** Records of people in order; of each all that stand together. */
function recordsOf(file: Buffer): {
  readonly header: string;
  readonly people: readonly { readonly id: string; readonly records: string[] }[];
} {
  const [header = '', ...lines] = file.toString('latin1').split(/(?<=\n)/);
  const people: { readonly id: string; readonly records: string[] }[] = [];
  for (const line of lines) {
    const id = /^(\d{10}),/.exec(line)?.[1];
    const last = people.at(-1);
    // What does not begin a record belongs to the one before it.
    if (last && id === undefined) last.records[last.records.length - 1] += line;
    else if (last && last.id === id) last.records.push(line);
    else people.push({ id: id ?? '', records: [line] });
  }
  return { header, people };
}
