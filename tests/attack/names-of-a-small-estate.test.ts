/**
 * Somebody alone at the desk of a small estate tries names, thirty days long, and opens and notes two records for each try, so that it looks like work: every try tells whether anybody's
 * name begins so.
 */
import { describe, expect, it } from 'vitest';
import type { PersonId, StaffId } from '../../contract/ids.ts';
import { USUAL_LIMITS } from '../../contract/limits/lists.ts';
import type { DeskAct } from '../../main/vault/access-monitor/desk-act.ts';
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
