import { OUTCOMES, WITH_RELIEF } from './relief-given';
import { conviction, decidedPerson, determination, inReview } from '../testing/decided';
import { smallPeople, smallTally } from '../testing/small-run';
import { Tally, TallyError } from './tally';

describe('Tally', () => {
  it('counts people, convictions, relief and cases', () => {
    const { numbers, tables, earliestConviction } = smallTally().toJSON();
    expect(numbers).toMatchObject({
      histories: 4,
      counts: 12,
      people: 4,
      peopleDecided: 4,
      peopleDeceased: 1,
      peopleInReview: 1,
      peopleWithRelief: 3,
      peopleWithReliefDeceased: 1,
      convictions: 5,
      convictionsWithRelief: 4,
      convictionsWithReliefFileable: 3,
      convictionsWithReliefNotFileable: 1,
      cases: 4,
      casesWithRelief: 3,
    });
    expect(tables.outcomes).toEqual({
      'dismiss-and-seal': 2,
      'redesignate-misdemeanor': 1,
      'refer-to-other-prosecutor': 1,
      review: 1,
    });
    expect(tables.outcomesByFile).toEqual({
      '0 dismiss-and-seal': 1,
      '0 redesignate-misdemeanor': 1,
      '0 refer-to-other-prosecutor': 1,
      '0 review': 1,
      '1 dismiss-and-seal': 1,
    });
    expect(tables.outcomesByDecade).toMatchObject({
      '2000s dismiss-and-seal': 2,
      '2010s redesignate-misdemeanor': 1,
      'unknown review': 1,
    });
    expect(tables.dismissalsBySection).toEqual({ '11357': 2 });
    expect(tables.reductionsBySection).toEqual({ '11357': 1, '11359': 1 });
    expect(tables.peopleByFile).toEqual({ '0': 4, '1': 1 });
    expect(earliestConviction).toBe(20010615);
  });

  it('counts relief that is not asked for beside relief that is: given before, or challenged', () => {
    const tally = new Tally(20200701);
    const standing = (given: 'open' | 'granted' | 'challenged', key: string): ReturnType<typeof conviction> =>
      conviction({ key, determination: determination({ standing: given }) });
    tally.add(
      decidedPerson({
        convictions: [standing('open', '0:1'), standing('granted', '0:2'), standing('challenged', '0:3')],
      }),
    );
    const { numbers, tables } = tally.toJSON();
    expect([
      numbers.convictionsWithRelief,
      numbers.convictionsReliefNotAsked,
      tables.outcomes['dismiss-and-seal'],
    ]).toEqual([1, 2, 3]);
  });

  it('counts relief that another prosecutor files, and such relief that is not asked for', () => {
    const tally = new Tally(20200701);
    const referred = (key: string, standing: 'open' | 'granted'): ReturnType<typeof conviction> =>
      conviction({ key, determination: determination({ outcome: 'refer-to-other-prosecutor', standing }) });
    tally.add(decidedPerson({ convictions: [referred('0:1', 'open'), referred('0:2', 'granted')] }));
    const { numbers } = tally.toJSON();
    expect([
      numbers.convictionsWithRelief,
      numbers.convictionsReliefNotAsked,
      numbers.convictionsReferredWithRelief,
    ]).toEqual([1, 1, 2]);
  });

  it('says the same however the people are grouped and ordered', () => {
    const parts = smallPeople().map((person) => {
      const part = new Tally(20200701);
      part.add(person);
      return part;
    });
    const merged = new Tally(20200701);
    parts
      .reverse()
      .forEach((part) => merged.merge(Tally.fromJSON(JSON.parse(JSON.stringify(part)) as ReturnType<Tally['toJSON']>)));
    const whole = new Tally(20200701);
    smallPeople().forEach((person) => whole.add(person));
    expect(JSON.stringify(merged)).toBe(JSON.stringify(whole));
  });

  it('counts rows, counts and people by file, once though the numbers are asked for twice', () => {
    const tally = smallTally();
    const once = tally.toJSON().tables;
    expect(once.rowsByFile).toEqual({ 0: 10, 1: 2 });
    expect(once.peopleByFile).toEqual({ 0: 4, 1: 1 });
    expect(tally.toJSON().tables).toEqual(once);
  });

  it('does not add tallies of two as-of dates', () => {
    expect(() => new Tally(20200701).merge(new Tally(20200702))).toThrow(TallyError);
  });

  describe('effect on the record', () => {
    const impactOf = (person: ReturnType<typeof decidedPerson>): Record<string, number> => {
      const tally = new Tally(20200701);
      tally.add(person);
      return tally.toJSON().tables.impact;
    };
    const reduced = determination({
      outcome: 'redesignate-misdemeanor',
      relief: 'redesignate-misdemeanor',
      floor: 'redesignate-misdemeanor',
    });

    it('a felony that is reduced is no felony, but still a conviction', () => {
      expect(impactOf(decidedPerson({ convictions: [conviction({ determination: reduced })] }))).toEqual({
        noFelony: 1,
      });
    });

    it('only the floor counts while a question is open', () => {
      expect(impactOf(decidedPerson({ convictions: [conviction({ determination: inReview() })] }))).toEqual({
        noFelony: 1,
      });
    });

    it('counts the last seven years back from the as-of date', () => {
      const on = (convictedOn: number): Record<string, number> =>
        impactOf(decidedPerson({ convictions: [conviction({ convictedOn })] }));
      expect(on(20130701)).toEqual({ noFelony: 1, noConviction: 1 });
      expect(on(20130702)).toEqual({ noFelony: 1, noConviction: 1, noConvictionLast7Years: 1 });
      expect(on(20130000)).toEqual({ noFelony: 1, noConviction: 1 });
    });

    it('a conviction that may lie in the last seven years must go too', () => {
      const person = decidedPerson({ convictions: [conviction({ convictedOn: 20180101 })] });
      const undated = { key: '0:102002001000', severity: 'misdemeanor' as const, convictedOn: 0 };
      expect(impactOf({ ...person, record: [...person.record, undated] })).toEqual({ noFelony: 1 });
    });

    it('another conviction on the record stays', () => {
      const person = decidedPerson({ convictions: [conviction({ convictedOn: 20180101 })] });
      const other = { key: '0:102002001000', severity: 'misdemeanor' as const, convictedOn: 20100101 };
      expect(impactOf({ ...person, record: [...person.record, other] })).toEqual({
        noFelony: 1,
        noConvictionLast7Years: 1,
      });
    });
  });

  it('knows every outcome that is relief, dismissal without sealing among them', () => {
    expect(OUTCOMES.filter((outcome) => !WITH_RELIEF.includes(outcome))).toEqual([
      'review',
      'refer-to-other-prosecutor',
      'not-eligible',
    ]);
  });
});
