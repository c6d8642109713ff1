/** That no mailbox lies about the order for long: in short, as `npm run desks -- liar` shows it whole. */
import { expect, it } from 'vitest';
import { lieAndLook } from '../../desks/liar.ts';

it('tells of each lie by the first op that crosses, of none where the mailbox is true, and counts nothing from within', async () => {
  const { told, wrong, alarms } = await lieAndLook('auto', { runs: 1, restarts: 4 });
  expect(Object.keys(told).length).toBeGreaterThan(8);
  for (const crossing of Object.values(told).flat()) expect([0, 1]).toContain(crossing);
  expect([wrong, alarms]).toEqual([[], 0]);
});
