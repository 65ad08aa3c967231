/** What the inputs are called in reports: their names, and where two have the same name, with their number in the run. */
export function fileLabels(names: readonly string[]): readonly string[] {
  return names.map((name, i) =>
    names.indexOf(name) === i && names.lastIndexOf(name) === i ? name : `${name} (file ${i + 1})`,
  );
}
