/** The words of what goes with a batch: separator sheets and the index. */
export const SEPARATOR_WORDS = {
  title: 'SEPARATOR SHEET',
  court: 'Superior Court of California, County of {countyName}',
  packet: 'Packet {packet}',
  copies: 'Copies wanted: {copies}',
} as const;

export const INDEX_WORDS = {
  title: 'INDEX OF PAPERS',
  heading: 'INDEX OF PAPERS',
  opening:
    'Papers of the {agency} for the Superior Court of California, County of {countyName}, {courthouse}, as of {asOf}: {packets}, {lines} in {cases}. Batch {batch}.',
  confirmed: 'How this court takes papers was confirmed by {by} on {on}.',
  notConfirmed: 'How this court takes papers was not confirmed with the court.',
  copies: 'Copies wanted of each packet: {copies}.',
  corrects: 'This batch corrects batch {corrects} and holds only what differs.',
  caseNumber: 'Case number',
  defendant: 'Defendant',
  packet: 'Packet',
  file: 'File',
  page: 'Page',
  volume: 'MOTIONS AND ORDERS, CASES {first} TO {last}',
} as const;
