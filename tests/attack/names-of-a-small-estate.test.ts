/**
 * Somebody alone at the desk of a small estate, thirty days long. They try names, and open and note two records for each try, so that it looks like work:
 * every try tells whether anybody's name begins so. Or they reveal a value of one resident after the other, as slowly as they like.
 */
import { describe, expect, it } from 'vitest';
import type { PersonId, StaffId } from '../../contract/ids.ts';
import { USUAL_LIMITS } from '../../contract/limits/lists.ts';
import type { DeskAct, Place } from '../../main/vault/access-monitor/desk-act.ts';
import { createWatch } from '../../main/vault/access-monitor/watch.ts';
import { DAY, FIRST_DAY, HOUR, placeOf } from '../support/desk-days/honest-days.ts';

/** By letters and homophones, searches that find nobody until a name is known. */
const TRIES_OF_A_NAME = 30;
const DAYS = 30;

/** Tries until the first alert or stop of a month, at so many a day. */
function triesUntilNoticed(residents: number, aDay: number): number {
  const watch = createWatch(USUAL_LIMITS, residents);
  const staffId = 'a'.repeat(16) as StaffId;
  for (let tries = 0; tries < DAYS * aDay; tries++) {
    const [day, of] = [Math.floor(tries / aDay), tries % aDay];
    const time = FIRST_DAY + day * DAY + 8 * HOUR + Math.floor((of * 12 * HOUR) / aDay);
    const padding = [1, 2].flatMap((nth): readonly DeskAct[] => {
      const personId = ((tries * 37 + nth * 11) % residents) as PersonId;
      const at = time + nth * 10_000;
      return [
        { act: 'search', time: at, staffId, byNumber: false, found: true },
        { act: 'open', time: at + 1_000, staffId, personId, place: placeOf(personId) },
        { act: 'work', time: at + 2_000, staffId, personId },
      ];
    });
    const acts: readonly DeskAct[] = [
      { act: 'search', time, staffId, byNumber: false, found: false },
      ...padding,
    ];
    for (const act of acts) {
      const isCounted = act.act === 'search' || act.act === 'open';
      if (isCounted && watch.judge(staffId, 'receptionist', act.act, act.time).may !== 'go') return tries;
      if (watch.observe(act).length > 0) return tries;
    }
  }
  return DAYS * aDay;
}

describe('names that are tried in a small estate', () => {
  it.each([20, 40, 60, 100])(
    'are never those of more than a third of %d residents without an alert',
    (residents) => {
      const most = Math.max(
        ...[1, 2, 5, 10, 19, 30, 40, 66].map((aDay) => triesUntilNoticed(residents, aDay)),
      );
      expect(most).toBeGreaterThan(0);
      expect(most / TRIES_OF_A_NAME).toBeLessThanOrEqual(residents / 3);
    },
  );
});

/** Each has one, with no neighbour. */
const houseOf = (personId: PersonId): Place => ({
  ...placeOf(personId),
  block: `house-${personId}`,
  rank: 0,
});

/** Residents with a value revealed, each with two records opened and noted beside, until the first alert or stop of a month; all of them where there is none. */
function revealedUntilNoticed(residents: number, aDay: number): number {
  const watch = createWatch(USUAL_LIMITS, residents);
  const staffId = 'a'.repeat(16) as StaffId;
  for (let taken = 0; taken < residents; taken++) {
    const time = FIRST_DAY + Math.floor(taken / aDay) * DAY + 8 * HOUR + (taken % aDay) * HOUR;
    const acts = [0, 1, 2].flatMap((nth): readonly DeskAct[] => {
      const personId = ((taken * 7 + nth * 5) % residents) as PersonId;
      const at = time + nth * 10_000;
      return [
        { act: 'search', time: at, staffId, byNumber: false, found: true },
        { act: 'open', time: at + 1_000, staffId, personId, place: houseOf(personId) },
        { act: nth === 0 ? 'reveal' : 'work', time: at + 2_000, staffId, personId },
      ];
    });
    for (const act of acts) {
      const isCounted = act.act === 'search' || act.act === 'open' || act.act === 'reveal';
      if (isCounted && watch.judge(staffId, 'receptionist', act.act, act.time).may !== 'go') return taken;
      if (watch.observe(act).some(({ kind }) => kind === 'revealedOfHundred')) return taken;
    }
  }
  return residents;
}

describe('values that are revealed in a small estate', () => {
  it.each([8, 10, 11, 15, 19, 20, 25, 29, 40])(
    'are never those of all, or of ten and two thirds, of %d residents without an alert',
    (residents) => {
      const most = Math.max(...[1, 2, 3].map((aDay) => revealedUntilNoticed(residents, aDay)));
      expect(most).toBeGreaterThan(0);
      expect(most).toBeLessThan(Math.min(residents, Math.max(10, Math.ceil((residents * 2) / 3))));
    },
  );
});
