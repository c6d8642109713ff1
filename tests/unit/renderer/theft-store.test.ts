/** Which screen of the ceremony after a theft is shown: whatever the vault says is left, and no PIN stays behind. */
import { describe, expect, it } from 'vitest';
import { THEFT_STEPS, type TheftStep } from '../../../contract/key-management/lists.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { TheftView } from '../../../contract/key-management/views.ts';
import type { SlotId, StaffId } from '../../../contract/ids.ts';
import { createTheftStore } from '../../../renderer/key-management/theft-store.ts';

const SOMEBODY = '0000000000000001' as StaffId;
const PROOF = { pin: '4711', cosigner: { slotId: '0000000000000002' as SlotId, pin: '0815' } };
const ROOM = { storeBytes: 10, neededBytes: 25, freeBytes: 30, enough: true };

/** As it is from `step` on; null before it is begun. */
const viewAt = (step: TheftStep | null): TheftView => ({
  begun: step === null ? null : { at: 1, staffName: 'A', cosignerName: 'B' },
  left: THEFT_STEPS.slice(step === null ? 0 : THEFT_STEPS.indexOf(step)),
  people: [{ staffId: SOMEBODY, state: step === 'people' ? 'old' : 'renewed' }],
  minutes: 3,
});

type Routes = Parameters<typeof createTheftStore>[0];

function makeStore(answers: Partial<Routes> = {}) {
  const asked: unknown[] = [];
  const started: string[] = [];
  let canLeave = true;
  const told = (name: keyof Routes, fallback: unknown) => (request: unknown) => {
    asked.push([name, request]);
    return (
      (answers[name] as ((request: unknown) => unknown) | undefined)?.(request) ??
      Promise.resolve(ok(fallback))
    );
  };
  const store = createTheftStore(
    {
      'theft.read': told('theft.read', viewAt(null)),
      'theft.begin': told('theft.begin', viewAt('people')),
      'theft.shutOut': told('theft.shutOut', viewAt('tier-keys')),
      'theft.end': told('theft.end', viewAt(null)),
      'keys.checkStoreKey': told('keys.checkStoreKey', ROOM),
    } as unknown as Routes,
    { startKey: (key) => void started.push(key), leave: () => canLeave },
  );
  return {
    store,
    asked,
    started,
    hold: () => {
      canLeave = false;
    },
  };
}

describe('the ceremony after a theft', () => {
  it('goes from the plan over what is needed and the people to the first rotation, and keeps no PIN', async () => {
    const { store, asked, started } = makeStore();
    await store.getState().open();
    expect(store.getState().screen).toBe('plan');
    await store.getState().prepare();
    expect(store.getState()).toMatchObject({ screen: 'needs', room: ROOM });
    await store.getState().begin(PROOF);
    expect(store.getState().screen).toBe('people');
    store.getState().choose('away', SOMEBODY);
    expect(store.getState()).toMatchObject({ screen: 'away', person: SOMEBODY });
    await store.getState().shutOut(PROOF);
    expect(store.getState()).toMatchObject({ screen: 'key', person: null });
    expect(started).toEqual(['tier-keys']);
    expect(asked.at(-1)).toEqual(['theft.shutOut', { staffId: SOMEBODY, ...PROOF }]);
    expect(JSON.stringify(store.getState())).not.toMatch(/4711|0815/);
  });

  it.each([
    ['people', 'people', []],
    ['tier-keys', 'key', ['tier-keys']],
    ['store-key', 'key', ['store-key']],
    ['device-secret', 'key', ['device-secret']],
    ['end', 'end', []],
  ] as const)('that was stopped goes on at %s', async (step, screen, keys) => {
    const { store, started } = makeStore({ 'theft.read': async () => ok(viewAt(step)) });
    await store.getState().open();
    expect([store.getState().screen, started]).toEqual([screen, keys]);
  });

  it('stays where it is where a PIN is wrong, and says so', async () => {
    const { store } = makeStore({
      'theft.begin': async () => fail('wrong-pin-either'),
      'theft.read': async () => ok(viewAt(null)),
    });
    await store.getState().open();
    await store.getState().prepare();
    await store.getState().begin(PROOF);
    expect(store.getState()).toMatchObject({ screen: 'needs', failure: { code: 'wrong-pin-either' } });
  });

  it('is over by its end, and only then', async () => {
    const { store } = makeStore({ 'theft.read': async () => ok(viewAt('end')) });
    await store.getState().open();
    await store.getState().end();
    expect(store.getState().screen).toBe('done');
    store.getState().leave();
    expect(store.getState().screen).toBeNull();
  });

  it('is not left in the midst of a rotation', async () => {
    const { store, hold } = makeStore({ 'theft.read': async () => ok(viewAt('store-key')) });
    await store.getState().open();
    hold();
    store.getState().leave();
    expect(store.getState().screen).toBe('key');
  });
});
