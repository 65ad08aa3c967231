/** The cases of one person, by court and case number. Most people have one, for which no table is made. */
export class CasesOfPerson {
  count = 0;
  withRelief = 0;
  private court = '';
  private number = '';
  private filed = false;
  private more: Map<string, boolean> | undefined = undefined;

  /** @param filed is relief of a conviction of this case filed? */
  add(court: string, number: string, filed: boolean): void {
    if (this.count === 0) {
      this.court = court;
      this.number = number;
      this.filed = filed;
      this.count = 1;
      if (filed) this.withRelief = 1;
      return;
    }
    this.more ??= new Map([[keyOf(this.court, this.number), this.filed]]);
    const key = keyOf(court, number);
    const before = this.more.get(key);
    if (before === undefined) this.count++;
    if (filed && before !== true) this.withRelief++;
    this.more.set(key, filed || before === true);
  }
}

function keyOf(court: string, number: string): string {
  return `${court}\n${number}`;
}
