/** Parcels over a real store: entries, a receptionist's own rooms, and what is forgotten. */
import { afterEach, expect, it, vi } from 'vitest';
import { createFakeClock } from '../../support/fake-clock.ts';
import { type ScopeDesk, openScopeDesk } from '../../support/scope-desk.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const clock = createFakeClock();
let at: ScopeDesk;
afterEach(() => at.desk.dispose());

it('is entered as it comes and as it goes, once, and forgotten thirty days after', async () => {
  at = await openScopeDesk({ clock });
  const { desk } = at;
  await desk.switchTo('supervisor');
  const [parcel] = (await desk.call('parcels.take', { room: '3-2-1801', carrier: '无名快递' })).parcels;
  expect(parcel).toMatchObject({ roomId: at.ownRoom, collected: null });
  const { parcelId } = parcel!;
  await desk.call('parcels.give', { parcelId, collector: '本户' });
  expect(await desk.codeOf('parcels.give', { parcelId, collector: '本户' })).toBe('not-found');
  const { entries } = await desk.call('log.list', { before: null, limit: 5 });
  const actions = entries.map(({ action }) => action).filter((action) => action.startsWith('parcel-'));
  expect(actions).toEqual(['parcel-out', 'parcel-in']);
  expect(JSON.stringify(entries)).not.toContain('本户');
  clock.advance(31 * DAY_MS);
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    await desk.switchTo('supervisor');
    vi.advanceTimersByTime(MINUTE_MS);
    await expect.poll(async () => (await desk.call('parcels.list', {})).parcels).toEqual([]);
  } finally {
    vi.useRealTimers();
  }
});

it('refuses a room that there is not, and lists to a receptionist what is for their own rooms', async () => {
  at = await openScopeDesk({ clock });
  const { desk } = at;
  const carrier = '无名快递';
  await desk.switchTo('supervisor');
  expect(await desk.codeOf('parcels.take', { room: '99-9-9999', carrier })).toBe('invalid-value');
  await desk.call('parcels.take', { room: '3-2-1801', carrier });
  const { parcels } = await desk.call('parcels.take', { room: '5-1-0902', carrier });
  const outside = parcels.find(({ roomId }) => roomId === at.room)!;
  await desk.switchTo('receptionist');
  expect((await desk.call('parcels.list', {})).parcels.map(({ roomId }) => roomId)).toEqual([at.ownRoom]);
  expect(await desk.codeOf('parcels.take', { room: '5-1-0902', carrier })).toBe('outside-scope');
  const given = { parcelId: outside.parcelId, collector: '本户' };
  expect(await desk.codeOf('parcels.give', given)).toBe('outside-scope');
});
