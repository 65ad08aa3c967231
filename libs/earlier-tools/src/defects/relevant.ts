/** Which defects touch a reason, by the words that the old tools wrote: the closest first. */
const TOUCHED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/Misdemeanor or Infraction/, ['G14', 'G12', 'G13']],
  [/(?:4\d|5\d|6\d) years or older/, ['G6', 'G31', 'G8', 'G27']],
  [/21 years or younger/, ['G7', 'G6', 'L5', 'G31']],
  [/Occurred after/, ['G7', 'G12', 'G13']],
  [/Conviction occurred/, ['G7', 'G12', 'G32']],
  [/No convictions in/, ['G7', 'G32', 'L8', 'G12', 'G27', 'G8']],
  [/667\(e\)/, ['L1', 'G17', 'G18', 'G4', 'G3', 'G13', 'G27']],
  [/PC 290/, ['L2', 'G19', 'G20', 'G18', 'G21', 'G4', 'G3', 'G13']],
  [/Two priors/, ['L4', 'G1', 'G2', 'G3', 'G7', 'G13', 'G27']],
  [/Only has 11357-60/, ['G1', 'G2', 'G3', 'G4', 'G5', 'G9', 'G10', 'G11', 'G32', 'G27']],
  [/Currently serving/, ['G9', 'G10', 'G11', 'L8', 'G27']],
  [/11357\(a\) or|Other 11357/, ['L6', 'G13', 'G12', 'G4']],
  [/(?:Dismiss|Reduce) all HS/, ['G1', 'G2', 'G13', 'G12']],
];

/** A conviction that the old tools did not see, or saw where there is none. */
const UNSEEN = ['G3', 'G4', 'G5', 'G13', 'G12', 'G2', 'G15', 'G8'];
const UNFOUNDED = ['G1', 'G2', 'G32', 'G13', 'G12', 'G15'];

/**
 * Sorts the defects that the rows show so that those come first which touch what the old tool said, or what it should have said.
 *
 * @param reasons the old reason and that of the replay; `not listed` where there is none
 */
export function mostRelevant(
  shown: readonly string[],
  reasons: readonly [old: string, replay: string],
): readonly string[] {
  const [old, replay] = reasons;
  const order: string[] = [];
  if (old === 'not listed') order.push(...UNSEEN);
  if (replay === 'not listed') order.push(...UNFOUNDED);
  for (const reason of reasons) for (const [words, ids] of TOUCHED) if (words.test(reason)) order.push(...ids);
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...shown].sort((a, b) => rank(a) - rank(b));
}
