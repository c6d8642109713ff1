/** What the watch lets pass and what it stops: months of an honest desk, and every way of harvesting that the issue names. */
import { describe, expect, it } from 'vitest';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import { type LimitedRole, type Limits, USUAL_LIMITS } from '../../../contract/limits/lists.ts';
import type { DeskAct } from '../../../main/vault/access-monitor/desk-act.ts';
import { type Raised, type Watch, createWatch } from '../../../main/vault/access-monitor/watch.ts';
import { HARVESTS } from '../../support/desk-days/harvests.ts';
import { isFullRun } from '../../support/full-run.ts';
import { HONEST_DESKS } from '../../support/desk-days/honest-weeks.ts';
import {
  BUSY_DESK,
  DAY,
  FIRST_DAY,
  HOMES,
  type HonestDesk,
  honestDays,
  HOUR,
  MINUTE,
  onDuty,
  placeOf,
  RESIDENTS,
  STAFF,
  tieTo,
} from '../../support/desk-days/honest-days.ts';
import { createRandom } from '../../support/desk-days/random.ts';

const ROLE: LimitedRole = 'receptionist';
const SEEDS = Array.from({ length: isFullRun ? 20 : 2 }, (_, at) => at + 1);

/** What stops an act; null where nothing does. */
function stoppedBy(watch: Watch, act: DeskAct): string | null {
  if (act.act !== 'search' && act.act !== 'open' && act.act !== 'verify' && act.act !== 'reveal') return null;
  const verdict = watch.judge(act.staffId, ROLE, act.act, act.time);
  return verdict.may === 'with-supervisor' ? `${verdict.counted} ${verdict.span}` : null;
}

interface Noticed {
  /** Records taken before it was stopped or raised; null where it never was. */
  readonly records: number | null;
  /** By what. */
  readonly by: string;
}

/** An honest desk of three days, with a harvest on the third from the beginning of the first shift on. */
function harvest(index: number, seed: number): Noticed {
  const from = FIRST_DAY + 2 * DAY + 7 * HOUR + 5 * MINUTE;
  const [one, other] = onDuty(2, 8) as readonly [StaffId, StaffId];
  const takings = HARVESTS[index]!.takings(from, [one, other], createRandom(seed * 7_919));
  const work = [
    ...(HARVESTS[index]!.isAlone ? [] : honestDays(3, seed)).map((act) => ({ acts: [act], taken: 0 })),
    ...takings.map((acts) => ({ acts, taken: 1 })),
  ].toSorted((first, second) => first.acts[0]!.time - second.acts[0]!.time);
  const watch = createWatch(USUAL_LIMITS, RESIDENTS);
  let records = 0;
  for (const { acts, taken } of work) {
    for (const act of acts) {
      const stop = taken === 1 ? stoppedBy(watch, act) : null;
      if (stop !== null) return { records, by: stop };
      const [raised] = watch.observe(act);
      if (raised !== undefined) return { records: records + taken, by: raised.kind };
    }
    records += taken;
  }
  return { records: null, by: 'nothing' };
}

/** What is stopped and raised in so many days of a desk. */
function foundIn(desk: HonestDesk, days: number, seed: number): readonly string[] {
  const watch = createWatch(USUAL_LIMITS, desk.residents);
  return honestDays(days, seed, desk).flatMap((act) => {
    const stop = stoppedBy(watch, act);
    const raised = watch.observe(act).map(({ kind, count }) => `${kind} ${count}`);
    return stop === null ? raised : [stop, ...raised];
  });
}

describe('the watch', () => {
  it('raises nothing and stops nobody in months of an honest, busy desk', () => {
    expect(SEEDS.flatMap((seed) => foundIn(BUSY_DESK, 30, seed))).toEqual([]);
  });

  it.each(HONEST_DESKS)('raises nothing and stops nobody in weeks of an honest desk %s', (_, desk) => {
    const seeds = isFullRun ? [1, 2, 3] : [1];
    expect(seeds.flatMap((seed) => foundIn(desk, isFullRun ? 84 : 35, seed))).toEqual([]);
  });

  it.each(HARVESTS.map(({ name }, index) => [name, index] as const))(
    'stops or notices a harvest %s',
    (_, index) => {
      const noticed = SEEDS.map((seed) => harvest(index, seed));
      expect(noticed.filter(({ records }) => records === null)).toEqual([]);
      if (HARVESTS[index]!.isStoppedEarly)
        expect(Math.max(...noticed.map(({ records }) => records ?? Infinity))).toBeLessThan(40);
    },
  );

  const staffId = 'a'.repeat(16) as StaffId;
  const watchWith = (changes: Partial<Limits['signs']>): Watch =>
    createWatch({ ...USUAL_LIMITS, signs: { ...USUAL_LIMITS.signs, ...changes } }, RESIDENTS);
  const wrong = (time: number): DeskAct => ({
    act: 'verify',
    time,
    staffId,
    personId: 1 as never,
    wrong: true,
  });
  const raisedBy = (watch: Watch, acts: readonly DeskAct[]): readonly Raised[] =>
    acts.flatMap((act) => watch.observe(act));

  const lookAt = (time: number, personId: number): DeskAct => ({
    act: 'open',
    time,
    staffId: STAFF[0]!,
    personId: personId as PersonId,
    place: placeOf(personId as PersonId),
    tie: tieTo(STAFF[0]!, personId as PersonId),
  });
  const [home, colleague] = HOMES as readonly number[] as readonly [number, number];

  it.each([
    ['at their own record at once', [home], ['ownRecord 1']],
    ["at a colleague's at once", [colleague], ['colleague 1']],
    ['at their household from the fourth on', [1, 2, 1, 2].map((by) => home + by), ['ownHousehold 4']],
    ['at their household three times not at all', [1, 2, 1].map((by) => home + by), []],
    ['at half a dozen neighbours', [-3, -2, -1, 3, 4, 5].map((by) => home + by), ['ownNeighbours 6']],
    ['at five neighbours not at all', [-3, -2, -1, 3, 4].map((by) => home + by), []],
    ['at rooms further away not at all', Array.from({ length: 5 }, (_, at) => home + 30 + at * 30), []],
  ] as const)('raises a look of somebody who lives here %s', (_, whom, expected) => {
    const acts = whom.map((personId, at) => lookAt(FIRST_DAY + at * HOUR, personId));
    expect(raisedBy(watchWith({}), acts).map(({ kind, count }) => `${kind} ${count}`)).toEqual(expected);
    const off = watchWith({ ownRecord: 0, ownHousehold: 0, ownNeighbours: 0, colleague: 0 });
    expect(raisedBy(off, acts)).toEqual([]);
  });

  it('counts what is done within one visit as one look', () => {
    const visit = [0, 5, 10].flatMap((minute): readonly DeskAct[] => [
      lookAt(FIRST_DAY + minute * MINUTE, home + 3),
      {
        act: 'reveal',
        time: FIRST_DAY + minute * MINUTE + 1,
        staffId: STAFF[0]!,
        personId: (home + 3) as PersonId,
        tie: 'ownNeighbours',
      },
    ]);
    expect(raisedBy(watchWith({ ownNeighbours: 2 }), visit)).toEqual([]);
    expect(raisedBy(watchWith({ ownNeighbours: 1 }), visit)).toHaveLength(1);
  });

  it('says of a look who looked and not at whom', () => {
    const [raised] = raisedBy(watchWith({}), [lookAt(FIRST_DAY, colleague)]);
    expect(raised).toMatchObject({ staffId: STAFF[0], personId: null, roomId: null });
  });

  it('raises the same about the same person once a day', () => {
    const watch = watchWith({ wrongAnswers: 2 });
    const acts = [0, 1, 2, 3].map((hour) => wrong(FIRST_DAY + hour * HOUR));
    expect(raisedBy(watch, acts)).toHaveLength(1);
    expect(
      raisedBy(
        watch,
        [26, 27].map((hour) => wrong(FIRST_DAY + hour * HOUR)),
      ),
    ).toHaveLength(1);
  });

  it('watches a sign no more where its limit is 0', () => {
    expect(
      raisedBy(
        watchWith({ wrongAnswers: 0, wrongInWeek: 0 }),
        Array.from({ length: 99 }, (_, at) => wrong(FIRST_DAY + at)),
      ),
    ).toEqual([]);
  });

  it('lets somebody go on for an hour once a supervisor has agreed, and no longer', () => {
    const watch = createWatch(
      {
        ...USUAL_LIMITS,
        quotas: {
          ...USUAL_LIMITS.quotas,
          receptionist: { ...USUAL_LIMITS.quotas.receptionist, verify: { hour: 0, shift: 0, day: 1 } },
        },
      },
      RESIDENTS,
    );
    watch.observe(wrong(FIRST_DAY));
    const may = (time: number) => watch.judge(staffId, ROLE, 'verify', time).may;
    expect(may(FIRST_DAY + MINUTE)).toBe('with-supervisor');
    watch.observe({ act: 'lift', time: FIRST_DAY + 2 * MINUTE, staffId });
    expect(may(FIRST_DAY + 61 * MINUTE)).toBe('go');
    expect(may(FIRST_DAY + 63 * MINUTE)).toBe('with-supervisor');
  });

  it('has somebody wait a minute after a burst', () => {
    const watch = watchWith({ burst: 3 });
    for (const second of [0, 10, 20]) watch.observe(wrong(FIRST_DAY + second * 1_000));
    expect(watch.judge(staffId, ROLE, 'reveal', FIRST_DAY + 30_000)).toEqual({
      may: 'wait',
      until: FIRST_DAY + 80_000,
    });
    expect(watch.judge(staffId, ROLE, 'reveal', FIRST_DAY + 81_000).may).toBe('go');
  });
});
