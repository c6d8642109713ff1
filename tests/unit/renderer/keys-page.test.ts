import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../contract/result.ts';
import { ROTATED_KEYS, type RotatedKey } from '../../../contract/key-management/lists.ts';
import type { KeysView } from '../../../contract/key-management/views.ts';
import type { SlotId } from '../../../contract/ids.ts';
import { daysUntil, dueState } from '../../../renderer/key-management/due.ts';
import { createKeysStore, mayBegin, stepsOf } from '../../../renderer/key-management/keys-store.ts';
import { formatBytes } from '../../../renderer/messages/format.ts';

const VIEW: KeysView = {
  keys: [],
  theft: { left: null, history: [] },
  touches: { storeBytes: 22_400_000, people: 3, holders: 2, values: 10 },
};
const PIN = { pin: '4711' } as const;
const PINS = { ...PIN, cosigner: { slotId: '0'.repeat(16) as SlotId, pin: '0815' } } as const;
const ROOM = { storeBytes: 10, neededBytes: 25, freeBytes: 30, enough: true };

type Routes = Parameters<typeof createKeysStore>[0];

function makeStore(answers: Partial<Routes> = {}) {
  const asked: string[] = [];
  const routes: Routes = {
    'keys.list': async () => ok(VIEW),
    'keys.checkStoreKey': async () => ok(ROOM),
    'keys.rotateStoreKey': async () => ok({ view: VIEW, tables: 3, rows: 12 }),
    'keys.rotateDeviceSecret': async () => ok({ view: VIEW }),
    'keys.rotateTierKeys': async () => ok({ view: VIEW, values: 9, unreadable: 1 }),
    'keys.finishSheet': async () => ok({ view: VIEW }),
    'keys.cancel': async () => ok({}),
    ...answers,
  };
  const told = Object.entries(routes).map(([name, answer]: [string, (request: never) => unknown]) => [
    name,
    (request: never) => (asked.push(name), answer(request)),
  ]);
  const store = createKeysStore(Object.fromEntries(told) as Routes);
  /** As far as the PINs. */
  const prepare = async (key: RotatedKey): Promise<void> => {
    store.getState().begin(key);
    await store.getState().prepare();
  };
  return { store, asked, prepare };
}

describe('a rotation on the key page', () => {
  it('goes from what will happen over what is needed to what happened, and back to the list', async () => {
    const { store, asked } = makeStore();
    await store.getState().read();
    store.getState().begin('store-key');
    expect(store.getState().ceremony).toEqual({ key: 'store-key', step: 'plan' });
    await store.getState().prepare();
    expect(store.getState()).toMatchObject({ ceremony: { step: 'needs' }, check: ROOM, busy: 'none' });
    const rotating = store.getState().rotate(PIN);
    expect(store.getState()).toMatchObject({ ceremony: { step: 'work' }, busy: 'rotating' });
    await rotating;
    expect(store.getState()).toMatchObject({
      ceremony: { step: 'result' },
      busy: 'none',
      result: { kind: 'compared', rows: 12, tables: 3 },
      failure: null,
    });
    expect(JSON.stringify(store.getState())).not.toContain('4711');
    store.getState().leave();
    expect(store.getState()).toMatchObject({ ceremony: null, result: null, check: null });
    expect(asked).toEqual(['keys.list', 'keys.checkStoreKey', 'keys.rotateStoreKey']);
  });

  it('of the key of this computer looks at no disk', async () => {
    const { store, asked, prepare } = makeStore();
    await prepare('device-secret');
    await store.getState().rotate(PIN);
    expect(store.getState()).toMatchObject({
      ceremony: { key: 'device-secret', step: 'result' },
      result: { kind: 'done' },
    });
    expect(asked).toEqual(['keys.rotateDeviceSecret']);
  });

  it.each(['wrong-pin', 'must-wait', 'slot-closed'] as const)(
    'asks for the PIN again after %s',
    async (code) => {
      const { store, prepare } = makeStore({ 'keys.rotateStoreKey': async () => fail(code) });
      await prepare('store-key');
      await store.getState().rotate(PIN);
      expect(store.getState()).toMatchObject({
        ceremony: { step: 'needs' },
        failure: { code },
        result: null,
      });
    },
  );

  it.each(['cancelled', 'disk-full'] as const)(
    'says that nothing was rotated after %s, and can be begun again',
    async (code) => {
      const { store, prepare } = makeStore({ 'keys.rotateStoreKey': async () => fail(code) });
      await prepare('store-key');
      await store.getState().rotate(PIN);
      expect(store.getState()).toMatchObject({
        ceremony: { step: 'result' },
        failure: { code },
        result: null,
      });
      await store.getState().prepare();
      expect(store.getState()).toMatchObject({ ceremony: { step: 'needs' }, failure: null });
    },
  );

  it('is neither left nor begun a second time while it goes on, and is cancelled once', async () => {
    let end: () => void = () => undefined;
    const { store, asked } = makeStore({
      'keys.rotateStoreKey': () =>
        new Promise((resolve) => {
          end = () => resolve(fail('cancelled'));
        }),
    });
    store.getState().begin('store-key');
    await store.getState().cancel();
    const rotating = store.getState().rotate(PIN);
    store.getState().leave();
    store.getState().begin('device-secret');
    await store.getState().rotate({ pin: '4712' });
    expect(store.getState()).toMatchObject({
      ceremony: { key: 'store-key', step: 'work' },
      busy: 'rotating',
    });
    await store.getState().cancel();
    expect(store.getState().cancelling).toBe(true);
    end();
    await rotating;
    expect(asked).toEqual(['keys.rotateStoreKey', 'keys.cancel']);
  });

  it('of the field keys takes both PINs, looks for room, and says how many values there were', async () => {
    const { store, asked, prepare } = makeStore();
    await prepare('tier-keys');
    await store.getState().rotate(PINS);
    expect(store.getState()).toMatchObject({
      ceremony: { step: 'result' },
      result: { kind: 'resealed', values: 9, unreadable: 1 },
    });
    expect(JSON.stringify(store.getState())).not.toMatch(/4711|0815/);
    expect(asked).toEqual(['keys.checkStoreKey', 'keys.rotateTierKeys']);
  });

  it('asks for both PINs again after wrong-pin-either', async () => {
    const code = 'wrong-pin-either';
    const { store, prepare } = makeStore({ 'keys.rotateTierKeys': async () => fail(code) });
    await prepare('tier-keys');
    await store.getState().rotate(PINS);
    expect(store.getState()).toMatchObject({ ceremony: { step: 'needs' }, failure: { code } });
  });

  it('of the sheet shows it, goes back and forth, and is refused and tried again without losing its place', async () => {
    let refusing = true;
    const { store, prepare } = makeStore({
      'keys.finishSheet': async () => (refusing ? fail('sheet-mismatch') : ok({ view: VIEW })),
    });
    const request = { ...PINS, answers: ['1', '2'] as [string, string] };
    await prepare('recovery-sheet');
    expect(store.getState().ceremony).toEqual({ key: 'recovery-sheet', step: 'sheet' });
    store.getState().turnSheet('prove');
    expect(await store.getState().finishSheet(request)).toMatchObject({ code: 'sheet-mismatch' });
    expect(store.getState()).toMatchObject({ ceremony: { step: 'prove' }, busy: 'none' });
    refusing = false;
    expect(await store.getState().finishSheet(request)).toBeNull();
    expect(store.getState()).toMatchObject({ ceremony: { step: 'result' }, result: { kind: 'done' } });
    expect(JSON.stringify(store.getState())).not.toMatch(/4711|0815/);
  });

  it('forgets a sheet that is left before it is proved, and none that was', async () => {
    const { store, asked, prepare } = makeStore();
    await prepare('recovery-sheet');
    store.getState().leave();
    expect(asked).toEqual(['keys.cancel']);
    await prepare('recovery-sheet');
    await store.getState().finishSheet({ ...PINS, answers: ['1', '2'] });
    store.getState().leave();
    expect(asked).toEqual(['keys.cancel', 'keys.finishSheet']);
  });

  it('is begun by an admin, and where it takes two by a supervisor as well', () => {
    const begins = (role: 'admin' | 'supervisor' | 'receptionist') =>
      ROTATED_KEYS.filter((key) => mayBegin(key, role));
    expect([begins('admin'), begins('supervisor'), begins('receptionist')]).toEqual([
      [...ROTATED_KEYS],
      ['tier-keys', 'recovery-sheet'],
      [],
    ]);
    expect(stepsOf('recovery-sheet')).toEqual(['plan', 'sheet', 'prove', 'result']);
  });
});

describe('when a key is due', () => {
  const DAY = 86_400_000;
  it.each([
    [0, 'over'],
    [-1, 'over'],
    [1, 'soon'],
    [30 * DAY - 1, 'soon'],
    [30 * DAY, 'later'],
    [365 * DAY, 'later'],
  ] as const)('%i ms before it is %s', (left, state) => {
    expect(dueState(1_000_000 * DAY + left, 1_000_000 * DAY)).toBe(state);
  });
  it('is told in whole days', () =>
    expect([daysUntil(5 * DAY, 0), daysUntil(5 * DAY - 1, 0), daysUntil(0, 2 * DAY)]).toEqual([5, 4, -2]));
});

describe('bytes', () => {
  it.each([
    [0, '0.0 KB'],
    [999, '1.0 KB'],
    [22_400_000, '22.4 MB'],
    [231_000_000, '231 MB'],
    [48_200_000_000, '48.2 GB'],
    [3e15, '3000 TB'],
  ])('%d is %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));
});
