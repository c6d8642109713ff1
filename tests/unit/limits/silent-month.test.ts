/**
 * Somebody alone at the desk takes as much as they can for thirty days without one alert: how much that is stands in the threat model, as it is counted here.
 * What is done beside the taking, so that it looks like work, is done as well as it can be.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import { USUAL_LIMITS } from '../../../contract/limits/lists.ts';
import type { DeskAct } from '../../../main/vault/access-monitor/desk-act.ts';
import { createWatch } from '../../../main/vault/access-monitor/watch.ts';
import { DAY, FIRST_DAY, HOUR, MINUTE, placeOf } from '../../support/desk-days/honest-days.ts';

const STAFF = 'a'.repeat(16) as StaffId;
const DAYS = 30;

/** What is done for one more of what is taken, from a moment on. */
type Taking = (time: number, personId: PersonId) => readonly DeskAct[];

const search = (time: number, found: boolean): DeskAct => ({
  act: 'search',
  time,
  staffId: STAFF,
  byNumber: false,
  found,
});
const open = (time: number, personId: PersonId): DeskAct => ({
  act: 'open',
  time,
  staffId: STAFF,
  personId,
  place: placeOf(personId),
});
const reveal = (time: number, personId: PersonId): DeskAct => ({
  act: 'reveal',
  time,
  staffId: STAFF,
  personId,
});
const note = (time: number, personId: PersonId): DeskAct => ({ act: 'work', time, staffId: STAFF, personId });
/** A record that is opened for the look of it, with a note. */
const padding = (time: number, personId: PersonId): readonly DeskAct[] => [
  search(time, true),
  open(time + 1_000, personId),
  note(time + 2_000, personId),
];

const WAYS: readonly (readonly [name: string, taking: Taking])[] = [
  [
    'values revealed, each on a record that is opened for it',
    (time, personId) => [search(time, true), open(time + 1_000, personId), reveal(time + 2_000, personId)],
  ],
  [
    'the same, with two more records opened and noted for each',
    (time, personId) => [
      search(time, true),
      open(time + 1_000, personId),
      reveal(time + 2_000, personId),
      ...padding(time + 10_000, (personId + 400) as PersonId),
      ...padding(time + 20_000, (personId + 800) as PersonId),
    ],
  ],
  ['names or plates tried, nothing opened', (time) => [search(time, false)]],
  [
    'the same, with two records opened and noted for each',
    (time, personId) => [
      search(time, false),
      ...padding(time + 10_000, personId),
      ...padding(time + 20_000, (personId + 400) as PersonId),
    ],
  ],
  [
    'masks of records, nothing done with them',
    (time, personId) => [search(time, true), open(time + 1_000, personId)],
  ],
  ['masks of records, each with a note', padding],
];

/** How many were taken in thirty days at so many a day, spread over twelve hours; null where anything was stopped or raised. */
function takenSilently(taking: Taking, aDay: number, residents: number): number | null {
  const watch = createWatch(USUAL_LIMITS, residents);
  const step = (12 * HOUR) / aDay;
  let taken = 0;
  for (let day = 0; day < DAYS; day++) {
    for (let at = 0; at < aDay; at++) {
      // Rooms far from each other, nobody twice before everybody had their turn.
      const personId = ((taken * 37) % residents) as PersonId;
      for (const act of taking(FIRST_DAY + day * DAY + 8 * HOUR + Math.floor(at * step), personId)) {
        const isCounted = act.act === 'search' || act.act === 'open' || act.act === 'reveal';
        if (isCounted && watch.judge(STAFF, 'receptionist', act.act, act.time).may !== 'go') return null;
        if (watch.observe(act).length > 0) return null;
      }
      taken++;
    }
  }
  return taken;
}

/** The most of thirty days: as many a day as are still silent, found by halves. */
function mostOf(taking: Taking, residents: number): number {
  let [most, low, high] = [0, 0, 421];
  while (high - low > 1) {
    const aDay = Math.floor((low + high) / 2);
    const taken = takenSilently(taking, aDay, residents);
    if (taken === null) high = aDay;
    else [low, most] = [aDay, taken];
  }
  return most;
}

const ESTATES = [60, 240, 12_000] as const;

it('takes no more than the threat model says, and values of a quarter of a small estate at most', () => {
  const model = readFileSync(new URL('../../../docs/threat-model.md', import.meta.url), 'utf8');
  for (const [at, [name, taking]] of WAYS.entries()) {
    const most = ESTATES.map((residents) => mostOf(taking, residents));
    expect(model).toContain(`| ${name} | ${most.join(' | ')} |`);
    if (at < 2) expect(most[1]).toBeLessThan(240 / 4);
  }
});

it('raises 175 numbers in five days, also where as many other records are opened as such a desk opens', () => {
  const watch = createWatch(USUAL_LIMITS, 12_000);
  const raised: string[] = [];
  for (let day = 0; day < 5; day++)
    for (let at = 0; at < 35; at++) {
      const [personId, time] = [(day * 35 + at) * 37, FIRST_DAY + day * DAY + 8 * HOUR + at * 14 * MINUTE];
      const acts = [...WAYS[1]![1](time, personId as PersonId)];
      for (const act of acts) raised.push(...watch.observe(act).map(({ kind }) => `${day} ${kind}`));
    }
  expect(raised).toContain('3 revealedInWeek');
});

it('is known after a lock, whatever came before: the month is read beside what is asked', () => {
  const acts = Array.from({ length: 24 }, (_, day) =>
    Array.from({ length: 5 }, (__, at) => {
      const [time, personId] = [FIRST_DAY + day * DAY + (9 + at) * HOUR, ((day * 5 + at) * 37) as PersonId];
      return [search(time, true), open(time + 1, personId), reveal(time + 2, personId)];
    }),
  ).flat(2);
  const whole = createWatch(USUAL_LIMITS, 240);
  const byWhole = acts.flatMap((act) => whole.observe(act)).map(({ kind }) => kind);
  expect(byWhole).toContain('revealedBeyondInMonth');
  // The last day first, then what was before it, as after a sign-in.
  const last = FIRST_DAY + 23 * DAY;
  const later = createWatch(USUAL_LIMITS, null);
  expect(acts.filter(({ time }) => time >= last).flatMap((act) => later.observe(act))).toEqual([]);
  for (const act of acts.filter(({ time }) => time < last)) later.takePast(act);
  expect(
    later
      .endPast(240, last + 15 * HOUR)
      .map(({ kind }) => kind)
      .toSorted(),
  ).toEqual(['revealedBeyondInMonth', 'revealedOfHundred']);
  expect(later.endPast(240, last + 16 * HOUR)).toEqual([]);
});
