/** The stores without React: stale replies, what is kept and what is not, the steps of ceremonies. */
import { describe, expect, it, vi } from 'vitest';
import type { FieldId } from '../../../contract/fields.ts';
import { type Result, fail, ok } from '../../../contract/result.ts';
import { ROUTES } from '../../../contract/routes.ts';
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import type { RoomHit, RoomView } from '../../../contract/records/views.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import type { MaskedPersonRow, SearchReply } from '../../../contract/search/views.ts';
import { createAppStore } from '../../../renderer/app-store.ts';
import { createDeskStore } from '../../../renderer/pages/desk-store.ts';
import { createSearchStore, rowAt } from '../../../renderer/counter/search-store.ts';
import { createIdleStore } from '../../../renderer/idle-store.ts';
import { createImportsStore } from '../../../renderer/import/imports-store.ts';
import {
  canPreview,
  countOpen,
  countWritten,
  createImportStore,
  toMappings,
} from '../../../renderer/import/import-store.ts';
import { waitOf, waitsOf, withWait } from '../../../renderer/lock/waits.ts';
import { createLogStore, LOG_PAGE } from '../../../renderer/log/log-store.ts';
import { groupFields } from '../../../renderer/person/field-groups.ts';
import { createPersonStore } from '../../../renderer/current-record/person-store.ts';
import {
  addEntry,
  changesOf,
  entriesOf,
  mayAdd,
  touchesIdentity,
  withFate,
} from '../../../renderer/person/sealed-draft.ts';
import { USUAL_REASONS } from '../../../contract/reasons/lists.ts';
import { finishWhy, noWhy } from '../../../renderer/reveal/access-reason.ts';
import { createRoomStore } from '../../../renderer/current-record/room-store.ts';
import { createRoomFinder } from '../../../renderer/room/room-finder.ts';
import { createSetUpStore, stepBefore } from '../../../renderer/set-up/set-up-store.ts';
import { troubleAbout } from '../../../renderer/startup-errors/trouble-about.ts';
import { verifyKindsOf } from '../../../renderer/verify/verify-kinds.ts';
import { answerImport } from '../../support/import-replies.ts';
import { answerLog } from '../../support/log-replies.ts';
import { PINS } from '../../support/pins.ts';
import { type BridgeOptions, createRecordedBridge, replyTo } from '../../support/recorded-bridge.ts';
import { readRecordings } from '../../support/recordings.ts';
import { MASK_LEVELS, POLICY_MASKS, USUAL_MASKS } from '../../../contract/policy/lists.ts';
import type { PolicyView } from '../../../contract/policy/views.ts';
import { tightenMask } from '../../../main/vault/values/tighten-mask.ts';
import { exampleOf } from '../../../renderer/policy/mask-examples.ts';
import {
  changesOf as policyChangesOf,
  createPolicyStore,
  needsSupervisor,
} from '../../../renderer/policy/policy-store.ts';

const recordings = await readRecordings();
const createBridge = (options: BridgeOptions) => createRecordedBridge(recordings, options);

const row = (id: number): MaskedPersonRow => ({
  personId: id as PersonId,
  kind: 'person',
  nameMask: '张*',
  phoneMask: null,
  plateMask: null,
  roomLabel: null,
  relation: null,
  former: false,
  matched: { name: [], room: [], phone: [], plate: [] },
});
const reply = (...ids: number[]): Result<SearchReply> =>
  ok({
    groups: [
      { kind: 'room', rows: [], more: false },
      { kind: 'name', rows: ids.map(row), more: false },
    ],
    next: null,
  });

const noNext = async (): Promise<Result<SearchReply>> => fail('not-found');

/** Answers that come when the test says so, in the order it says. */
function byHand<T>() {
  const waiting: ((value: Result<T>) => void)[] = [];
  return {
    ask: () => new Promise<Result<T>>((resolve) => void waiting.push(resolve)),
    answer: (at: number, value: Result<T>) => waiting[at]!(value),
    asked: waiting,
  };
}

describe('search', () => {
  it('drops a reply that comes after a newer one was asked for', async () => {
    const hand = byHand<SearchReply>();
    const store = createSearchStore(hand.ask, noNext);
    const first = store.getState().search('z');
    const second = store.getState().search('zs');
    hand.answer(1, reply(2));
    await second;
    hand.answer(0, reply(1));
    await first;
    expect(rowAt(store.getState().items, 0)?.personId).toBe(2);
    expect(store.getState().count).toBe(1);
  });

  it('drops a reply to a text that has been cleared, and tells once that the search is over', async () => {
    const hand = byHand<SearchReply>();
    const store = createSearchStore(hand.ask, noNext);
    const first = store.getState().search('z');
    await store.getState().search('  ');
    hand.answer(0, reply(1));
    await first;
    await store.getState().search('');
    expect(store.getState()).toMatchObject({ asked: false, count: 0, items: [] });
    expect(hand.asked).toHaveLength(2);
  });

  it('drops a stale failure as well', async () => {
    const hand = byHand<SearchReply>();
    const store = createSearchStore(hand.ask, noNext);
    const first = store.getState().search('z');
    const second = store.getState().search('zs');
    hand.answer(0, fail('internal'));
    await first;
    expect(store.getState().failure).toBeNull();
    hand.answer(1, reply(3));
    await second;
    expect(store.getState().count).toBe(1);
  });

  it('asks for one kind alone, says that it shows one, and goes back to all at the next text', async () => {
    const asked: unknown[] = [];
    const store = createSearchStore(async (request) => (asked.push(request), reply(1)), noNext);
    await store.getState().search('z', 'name');
    expect(store.getState().only).toBe('name');
    await store.getState().search('zs');
    expect(store.getState().only).toBeNull();
    expect(asked).toEqual([{ text: 'z', only: 'name' }, { text: 'zs' }]);
  });

  it('puts the next fifty behind the first, once for each number, and drops them after a newer search', async () => {
    const asked: number[] = [];
    const page = (next: number | null, ...ids: number[]): Result<SearchReply> =>
      ok({ groups: [{ kind: 'name', rows: ids.map(row), more: next !== null }], next });
    const store = createSearchStore(
      async () => page(7, 1, 2),
      async ({ next }) => (asked.push(next), page(null, 3)),
    );
    await store.getState().search('z', 'name');
    const first = store.getState().items[1];
    store.getState().move(1);
    const [showing, again] = [store.getState().showNext(), store.getState().showNext()];
    await Promise.all([showing, again]);
    expect(asked).toEqual([7]);
    expect(store.getState()).toMatchObject({ count: 3, active: 1, next: null, only: 'name' });
    expect(store.getState().items[0]).toMatchObject({ type: 'heading', more: false });
    expect(store.getState().items[1]).toBe(first);
    expect([0, 1, 2].map((position) => rowAt(store.getState().items, position)?.personId)).toEqual([1, 2, 3]);
    await store.getState().search('z', 'name');
    const late = store.getState().showNext();
    await store.getState().search('zs');
    await late;
    expect(store.getState().count).toBe(2);
  });

  it('knows a text that may be an ID number, and shows whom it brought unless another search came between', async () => {
    const store = createSearchStore(async () => ok({ groups: [], next: null }), noNext);
    await store.getState().search('14112341234');
    expect(store.getState().id).toBe('none');
    await store.getState().search('450102189001010012');
    expect(store.getState()).toMatchObject({ id: 'typed', count: 0 });
    const { seq } = store.getState();
    store.getState().takeFound(seq, [row(4)]);
    expect(store.getState()).toMatchObject({ id: 'answered', count: 1, active: 0 });
    expect(rowAt(store.getState().items, 0)?.personId).toBe(4);
    store.getState().takeFound(seq, []);
    expect(store.getState()).toMatchObject({ id: 'answered', count: 0, items: [] });
    await store.getState().search('zs');
    store.getState().takeFound(seq, [row(4)]);
    expect(store.getState()).toMatchObject({ id: 'none', count: 0 });
  });

  it('keeps nothing of the text', async () => {
    const store = createSearchStore(async () => reply(1), noNext);
    await store.getState().search('14100000231');
    expect(JSON.stringify(store.getState())).not.toContain('14100000231');
  });

  it('moves among the rows and not beyond them, headings left out', async () => {
    const store = createSearchStore(async () => reply(1, 2, 3), noNext);
    await store.getState().search('z');
    expect(store.getState().items.map((item) => item.type)).toEqual([
      'heading',
      'room',
      'within',
      'within',
      'within',
    ]);
    store.getState().move(-1);
    expect(store.getState().active).toBe(0);
    store.getState().move(8);
    expect(store.getState().active).toBe(2);
  });
});

describe('what is on its way', () => {
  it('is said of a search until its own answer, and a failure leaves no older rows beside it', async () => {
    const hand = byHand<SearchReply>();
    const store = createSearchStore(hand.ask, noNext);
    const first = store.getState().search('z');
    hand.answer(0, reply(1));
    await first;
    const second = store.getState().search('zs');
    expect(store.getState()).toMatchObject({ waiting: true, count: 1 });
    hand.answer(1, fail('internal'));
    await second;
    expect(store.getState()).toMatchObject({
      waiting: false,
      asked: false,
      count: 0,
      items: [],
      failure: { code: 'internal' },
    });
  });

  it('is said of a record and of a room, and the one before stays until then', async () => {
    const people = byHand<MaskedPerson>();
    const store = createPersonStore(people.ask);
    store.getState().take({ personId: 1 } as MaskedPerson);
    const opening = store.getState().open(2 as PersonId);
    expect(store.getState()).toMatchObject({ opening: true, person: { personId: 1 } });
    people.answer(0, fail('not-found'));
    await opening;
    expect(store.getState()).toMatchObject({ opening: false, person: null, failure: { code: 'not-found' } });
  });

  it('is dropped where another room was asked for, or the room was closed', async () => {
    const hand = byHand<RoomView>();
    const store = createRoomStore(hand.ask);
    const first = store.getState().open(1 as RoomId);
    const second = store.getState().open(2 as RoomId);
    hand.answer(1, ok({ roomId: 2 } as RoomView));
    await second;
    hand.answer(0, ok({ roomId: 1 } as RoomView));
    await first;
    expect(store.getState()).toMatchObject({ opening: false, room: { roomId: 2 } });
    const third = store.getState().open(3 as RoomId);
    store.getState().close();
    hand.answer(2, ok({ roomId: 3 } as RoomView));
    await third;
    expect(store.getState().room).toBeNull();
  });

  it('is dropped of rooms that a newer text was typed over', async () => {
    const hand = byHand<{ rooms: RoomHit[]; more: boolean }>();
    const units = [{ estate: '', building: '3', unit: '2', rooms: 1 }];
    const store = createRoomFinder({
      'rooms.find': hand.ask,
      'rooms.browse': async ({ unit }) => ok({ units: unit === null ? units : [], rooms: [], more: false }),
    });
    const browsing = store.getState().browse(null);
    const first = store.getState().find('3');
    const second = store.getState().find('3-2');
    hand.answer(1, ok({ rooms: [{ roomId: 2 } as RoomHit], more: false }));
    await second;
    hand.answer(0, ok({ rooms: [{ roomId: 1 } as RoomHit], more: true }));
    await first;
    expect(store.getState()).toMatchObject({ asked: true, more: false, hits: [{ roomId: 2 }] });
    await store.getState().find(' ');
    expect(store.getState()).toMatchObject({ asked: false, hits: [] });
    expect(JSON.stringify(store.getState())).not.toContain('3-2');
    await browsing;
    expect(store.getState()).toMatchObject({ units, unit: null });
    await store.getState().browse(units[0]!);
    expect(store.getState()).toMatchObject({ units, unit: { building: '3' } });
  });
});

describe('the open record', () => {
  it('is the one asked for last', async () => {
    const hand = byHand<MaskedPerson>();
    const store = createPersonStore(hand.ask);
    const first = store.getState().open(1 as PersonId);
    const second = store.getState().open(2 as PersonId);
    hand.answer(1, ok({ personId: 2 } as MaskedPerson));
    await second;
    hand.answer(0, ok({ personId: 1 } as MaskedPerson));
    await first;
    expect(store.getState().person?.personId).toBe(2);
  });

  it('stays closed when its reply comes too late', async () => {
    const hand = byHand<MaskedPerson>();
    const store = createPersonStore(hand.ask);
    const opening = store.getState().open(1 as PersonId);
    store.getState().close();
    hand.answer(0, ok({ personId: 1 } as MaskedPerson));
    await opening;
    expect(store.getState().person).toBeNull();
  });
});

describe('the desk', () => {
  it('asks before an unsaved form is lost, and then does what was asked for, or nothing', () => {
    const store = createDeskStore();
    store.getState().show({ kind: 'edit' });
    store.getState().markDirty(true);
    store.getState().go('log');
    expect(store.getState()).toMatchObject({ page: 'counter', panel: { kind: 'edit' }, dialog: 'unsaved' });
    store.getState().closeDialog();
    expect(store.getState()).toMatchObject({
      panel: { kind: 'edit' },
      dialog: 'none',
      next: null,
      unsaved: true,
    });
    store.getState().hidePanel();
    store.getState().discard();
    expect(store.getState()).toMatchObject({
      page: 'counter',
      panel: { kind: 'none' },
      dialog: 'none',
      unsaved: false,
    });
    store.getState().show({ kind: 'add' });
    store.getState().markDirty(true);
    store.getState().tellSaved();
    expect(store.getState()).toMatchObject({ panel: { kind: 'none' }, unsaved: false });
  });

  it('ends what shows a value at the next search, and keeps an unsaved form', () => {
    const store = createDeskStore();
    for (const kind of ['full', 'verify'] as const) {
      store.getState().show({ kind });
      store.getState().moveOn();
      expect(store.getState().panel.kind).toBe('none');
    }
    store.getState().show({ kind: 'reveal', field: 'phone', ordinal: 0 });
    store.getState().moveOn();
    expect(store.getState().panel.kind).toBe('none');
    store.getState().show({ kind: 'edit' });
    store.getState().moveOn();
    expect(store.getState().panel.kind).toBe('edit');
  });

  it('paints nothing where nothing changes', () => {
    const store = createDeskStore();
    let painted = 0;
    store.subscribe(() => {
      painted += 1;
    });
    store.getState().moveOn();
    expect(painted).toBe(0);
  });
});

describe('the app', () => {
  it('knows when the vault was heard last, from when its waits count', async () => {
    const store = createAppStore(createBridge({ state: 'locked' }));
    const clock = vi.spyOn(performance, 'now').mockReturnValue(1_000);
    await store.getState().refresh();
    expect(store.getState().heardAt).toBe(1_000);
    clock.mockReturnValue(1_400);
    store.getState().takeStatus(store.getState().status!);
    expect(store.getState().heardAt).toBe(1_400);
    clock.mockRestore();
  });

  it('goes from locked to unlocked with the wrong tries told once', async () => {
    const bridge = createBridge({ state: 'locked' });
    const store = createAppStore(bridge);
    await store.getState().refresh();
    const { slotId } = store.getState().status!.people.find(({ role }) => role === 'receptionist')!;
    await bridge.vault['session.unlock']({ slotId, pin: '000000' });
    const unlocked = await bridge.vault['session.unlock']({ slotId, pin: PINS.receptionist });
    if (!unlocked.ok) throw new Error('not unlocked');
    await store.getState().signedIn(unlocked.value.wrongTries, unlocked.value.alarms);
    expect(store.getState()).toMatchObject({ wrongTries: 1, status: { state: 'unlocked' } });
    store.getState().readWrongTries();
    expect(store.getState().wrongTries).toBe(0);
  });

  it('hears of alarms again after a reload while unlocked', async () => {
    const store = createAppStore(createBridge({ state: 'unlocked', alarms: ['older-store'] }));
    await store.getState().refresh();
    expect(store.getState().alarms).toEqual(['older-store']);
  });

  it('blanks at once when locking', async () => {
    const store = createAppStore(createBridge({ state: 'unlocked', latency: 5 }));
    await store.getState().refresh();
    const locking = store.getState().lock();
    expect(store.getState().leaving).toBe(true);
    await locking;
    expect(store.getState().status?.state).toBe('locked');
  });
});

describe('idle', () => {
  it('withdraws a warning as soon as the deadline moves', () => {
    const store = createIdleStore();
    store.getState().tellDeadline(100);
    store.getState().warn(100);
    expect(store.getState().warnedOf).toBe(100);
    store.getState().tellDeadline(100);
    expect(store.getState().warnedOf).toBe(100);
    store.getState().tellDeadline(200);
    expect(store.getState().warnedOf).toBeNull();
  });
});

describe('waits on the lock screen', () => {
  const person = {
    slotId: '0000000000000001' as never,
    displayName: '',
    role: 'receptionist',
    waitSeconds: 60,
    closed: false,
  } as const;
  it('run down by the clock that is given', () => {
    const waits = waitsOf([person], 1000);
    expect(waitOf(waits, person.slotId, 1000)).toBe(60);
    expect(waitOf(waits, person.slotId, 31_500)).toBe(30);
    expect(waitOf(waits, person.slotId, 61_000)).toBe(0);
    expect(waitOf(withWait(waits, person.slotId, 300, 61_000), person.slotId, 61_000)).toBe(300);
  });
  it('concern nobody else', () =>
    expect(waitOf(waitsOf([{ ...person, waitSeconds: 0 }], 0), person.slotId, 0)).toBe(0));
});

describe('the import', () => {
  const make = () => {
    const bridge = createBridge({ state: 'unlocked', role: 'supervisor' });
    answerImport(bridge.vault);
    return { bridge, store: createImportStore(bridge.vault, bridge.shell) };
  };
  const { people } = replyTo(recordings, 'vault.status', null);
  const { slotId } = people.find(({ role }) => role === 'supervisor')!;
  const supervisor = { slotId, pin: PINS.supervisor };

  it('goes from file to result, and sends what the vault accepts', async () => {
    const { store } = make();
    await store.getState().pick();
    expect(store.getState().step).toBe('columns');
    const request = {
      fileId: store.getState().fileId,
      sheets: toMappings(store.getState().sheets),
      takesIdNumbers: store.getState().takesIds,
      supervisor,
    };
    expect(ROUTES['import.preview'].request.safeParse(request).success).toBe(true);
    await store.getState().preview(supervisor);
    expect(store.getState().step).toBe('preview');
    await store.getState().apply(supervisor);
    expect(store.getState()).toMatchObject({ step: 'result', result: { created: 391 } });
    expect(JSON.stringify(store.getState())).not.toContain(PINS.supervisor);
  });

  it('goes back to the preview after a wrong PIN, with nothing lost', async () => {
    const { store } = make();
    await store.getState().pick();
    await store.getState().preview(supervisor);
    await store.getState().apply({ ...supervisor, pin: 'wrong' });
    expect(store.getState()).toMatchObject({ step: 'preview', failure: { code: 'wrong-pin' } });
    expect(store.getState().plan).not.toBeNull();
  });

  it('returns to the columns when cancelled', async () => {
    const { bridge, store } = make();
    let end: (result: Result<never>) => void = () => undefined;
    bridge.vault['import.apply'] = () =>
      new Promise((resolve) => {
        end = resolve;
      });
    bridge.vault['import.cancel'] = async () => (end(fail('cancelled')), ok({}));
    await store.getState().pick();
    await store.getState().preview(supervisor);
    const applying = store.getState().apply(supervisor);
    await store.getState().cancel();
    await applying;
    expect(store.getState()).toMatchObject({ step: 'columns', plan: null, failure: { code: 'cancelled' } });
  });

  it('asks until every question has an answer, of its own or for the rest, and sends them', async () => {
    const asked: unknown[] = [];
    const bridge = createBridge({
      state: 'unlocked',
      role: 'supervisor',
      onAsk: (route, request) => {
        if (route === 'import.apply') asked.push(request);
      },
    });
    answerImport(bridge.vault);
    const store = createImportStore(bridge.vault, bridge.shell);
    await store.getState().pick();
    await store.getState().preview(supervisor);
    expect([countOpen(store.getState()), countWritten(store.getState())]).toEqual([3, 403]);
    store.getState().answer(30, { answer: 'same', option: 0 });
    store.getState().answer(31, { answer: 'leave-out', option: 0 });
    expect([countOpen(store.getState()), countWritten(store.getState())]).toEqual([1, 404]);
    store.getState().answerRest('other');
    expect([countOpen(store.getState()), countWritten(store.getState())]).toEqual([0, 405]);
    await store.getState().apply(supervisor);
    expect(asked).toMatchObject([
      {
        answers: {
          rest: 'other',
          rows: [
            { question: 30, answer: 'same', option: 0 },
            { question: 31, answer: 'leave-out', option: 0 },
          ],
        },
      },
    ]);
    expect(ROUTES['import.apply'].request.safeParse(asked[0]).success).toBe(true);
  });

  it('maps another header row by hand, and forgets a mapping', async () => {
    const { store } = make();
    await store.getState().pick();
    expect(store.getState().sheets[0]?.sheet).toMatchObject({ remembered: true, headerRow: 3 });
    await store.getState().forgetLayout(0);
    expect(store.getState().sheets[0]?.sheet.remembered).toBe(false);
    await store.getState().chooseHeader(1, 2);
    expect(store.getState().sheets[1]).toMatchObject({
      use: true,
      sheet: { name: '填写说明', headerRow: 2 },
    });
  });

  it('writes the rejected rows where it was chosen, and disposes of the original', async () => {
    const { store } = make();
    await store.getState().pick();
    await store.getState().preview(supervisor);
    await store.getState().apply(supervisor);
    await store.getState().saveRejects(supervisor, 'en');
    expect(store.getState().rejects).toBeNull();
    await store.getState().chooseRejects();
    await store.getState().saveRejects({ ...supervisor, pin: 'wrong' }, 'en');
    expect(store.getState()).toMatchObject({ rejects: { rows: null }, failure: { code: 'wrong-pin' } });
    await store.getState().saveRejects(supervisor, 'en');
    expect(store.getState()).toMatchObject({ rejects: { rows: 12 }, failure: null, original: 'there' });
    await store.getState().dispose();
    expect(store.getState().original).toBe('gone');
    store.getState().reset();
    expect(store.getState()).toMatchObject({ step: 'file', rejects: null, original: 'there' });
  });

  it('of the past is undone as it was chosen, and listed anew', async () => {
    const asked: unknown[] = [];
    const { vault } = createBridge({
      state: 'unlocked',
      role: 'receptionist',
      onAsk: (route, request) => {
        if (route === 'import.undo') asked.push(request);
      },
    });
    answerImport(vault);
    const store = createImportsStore(vault);
    await store.getState().read();
    expect(store.getState().runs.map(({ importId, canUndo }) => [importId, canUndo])).toEqual([
      [3, true],
      [2, true],
      [1, false],
    ]);
    await store.getState().choose(2);
    expect(store.getState()).toMatchObject({ check: { edited: 2 }, keepEdited: true });
    await store.getState().undo({ ...supervisor, pin: 'wrong' });
    expect(store.getState()).toMatchObject({ failure: { code: 'wrong-pin' }, check: { importId: 2 } });
    store.getState().keep(false);
    await store.getState().undo(supervisor);
    expect(asked.at(-1)).toMatchObject({ importId: 2, keepEdited: false });
    expect(store.getState()).toMatchObject({ check: null, result: { removed: 391 }, keepEdited: true });
    expect(store.getState().runs[1]).toMatchObject({ canUndo: false, undoneBy: 'Super One' });
    expect(JSON.stringify(store.getState())).not.toContain(PINS.supervisor);
  });

  it('needs a name that can be found again or a room, and leaves out sheets without a header', async () => {
    const { store } = make();
    await store.getState().pick();
    expect(canPreview(store.getState().sheets)).toBe(true);
    expect(toMappings(store.getState().sheets).map((sheet) => sheet.sheet)).toEqual(['业主']);
    store.getState().mapColumn(0, 2, null);
    expect(canPreview(store.getState().sheets)).toBe(true);
    store.getState().mapColumn(0, 4, null);
    store.getState().mapColumn(0, 5, null);
    expect(canPreview(store.getState().sheets)).toBe(false);
    store.getState().mapColumn(0, 2, 'room');
    expect(canPreview(store.getState().sheets)).toBe(true);
    store.getState().takeSheet(0, false);
    expect(canPreview(store.getState().sheets)).toBe(false);
  });
});

describe('the log', () => {
  it('pages backwards from the oldest it has', async () => {
    const { vault } = createBridge({ state: 'unlocked', role: 'supervisor' });
    answerLog(vault);
    const store = createLogStore(vault);
    await store.getState().readNewest();
    expect(store.getState().entries).toHaveLength(LOG_PAGE);
    await store.getState().readOlder();
    await store.getState().readOlder();
    const numbers = store.getState().entries.map((entry) => entry.seq);
    expect(numbers).toEqual(Array.from({ length: 240 }, (_, index) => 240 - index));
    expect(store.getState().more).toBe(false);
  });
});

describe('set-up', () => {
  it('has no way back once the keys are made', () => {
    expect(stepBefore('welcome')).toBeNull();
    expect(stepBefore('keys')).toBe('receptionist');
    expect(stepBefore('sheet')).toBeNull();
    expect(stepBefore('prove')).toBeNull();
  });
  it('follows the admin where the supervisor is the same person', () => {
    const store = createSetUpStore();
    store.getState().namePerson('admin', '甲');
    store.getState().setSamePerson(true);
    expect(store.getState().names.supervisor).toBe('甲');
    store.getState().namePerson('admin', '乙');
    expect(store.getState().names.supervisor).toBe('乙');
    store.getState().setSamePerson(false);
    expect(store.getState().names.supervisor).toBe('');
  });
});

describe('an edit of sealed values', () => {
  const field = (name: FieldId, ordinal: number, tier: 'contact' | 'identity' | 'masked') => ({
    field: name,
    ordinal,
    tier,
    mask: '*',
    valid: true,
    access: 'own-pin' as const,
  });
  const person = {
    fields: [
      field('name', 0, 'masked'),
      field('phone', 0, 'contact'),
      field('phone', 1, 'contact'),
      field('idNumber', 0, 'identity'),
    ],
  } as unknown as MaskedPerson;

  it('starts by keeping everything and changes nothing', () => {
    expect(entriesOf(person).map((entry) => entry.key)).toEqual(['phone-0', 'phone-1', 'idNumber-0']);
    expect(changesOf(entriesOf(person), () => 'typed')).toEqual([]);
  });
  it('replaces, removes and adds at the right place', () => {
    const entries = addEntry(
      withFate(withFate(entriesOf(person), 'phone-0', 'replace'), 'phone-1', 'remove'),
      'phone',
    );
    expect(
      changesOf(entries, (key) => ({ 'phone-0': ' 14100000001 ', 'phone-2': '14100000002' })[key] ?? ''),
    ).toEqual([
      { field: 'phone', ordinal: 0, value: '14100000001' },
      { field: 'phone', ordinal: 1, value: null },
      { field: 'phone', ordinal: 2, value: '14100000002' },
    ]);
  });
  it('takes an empty replacement for none, so that nothing is erased by mistake', () => {
    expect(changesOf(withFate(entriesOf(person), 'phone-0', 'replace'), () => '  ')).toEqual([]);
  });
  it('knows when a supervisor is needed', () => {
    expect(touchesIdentity(withFate(entriesOf(person), 'phone-0', 'replace'), () => true)).toBe(false);
    expect(touchesIdentity(withFate(entriesOf(person), 'idNumber-0', 'replace'), () => false)).toBe(false);
    expect(touchesIdentity(withFate(entriesOf(person), 'idNumber-0', 'replace'), () => true)).toBe(true);
    expect(touchesIdentity(withFate(entriesOf(person), 'idNumber-0', 'remove'), () => false)).toBe(true);
  });
  it('adds no more than a person may have', () => {
    expect(mayAdd(entriesOf(person), 'idNumber')).toBe(false);
    expect(mayAdd(entriesOf(person), 'phone')).toBe(true);
  });
  it('shows the name, the phones and the plates before the rest', () => {
    expect(
      groupFields([...person.fields].reverse()).map(({ group, fields }) => [
        group,
        fields.map((one) => `${one.field}${one.ordinal}`),
      ]),
    ).toEqual([['rest', ['name0', 'phone0', 'phone1', 'idNumber0']]]);
  });
  it('offers to verify only what the record holds', () => {
    expect(
      verifyKindsOf({ fields: [] } as unknown as MaskedPerson)
        .filter((one) => one.possible)
        .map((one) => one.kind),
    ).toEqual(['name']);
    const masked = (mask: string) =>
      ({
        fields: person.fields.map((one) => ({ ...one, mask: one.field === 'phone' ? mask : one.mask })),
      }) as MaskedPerson;
    expect(
      ['141****1234', '1******1234', '+852******67']
        .flatMap((mask) => verifyKindsOf(masked(mask)))
        .every((one) => one.possible),
    ).toBe(true);
    for (const mask of ['***', '0778-****123'])
      expect(
        verifyKindsOf(masked(mask))
          .filter((one) => !one.possible)
          .map((one) => one.kind),
        mask,
      ).toEqual(['phone-hidden']);
  });
});

describe('a reason', () => {
  it('is finished only with words where the list is not enough', () => {
    expect(finishWhy(USUAL_REASONS, noWhy())).toBeNull();
    expect(finishWhy(USUAL_REASONS, noWhy('repair'))).toEqual({ reason: 'repair' });
    expect(finishWhy(USUAL_REASONS, noWhy('other'))).toBeNull();
    expect(finishWhy(USUAL_REASONS, { reason: 'emergency', words: ' 水管爆裂 ', ticket: ' BX-1 ' })).toEqual({
      reason: 'emergency',
      words: '水管爆裂',
      ticket: 'BX-1',
    });
    expect(finishWhy(USUAL_REASONS, { reason: 'repair', words: '残留', ticket: '' })).toEqual({
      reason: 'repair',
    });
  });
});

describe('trouble', () => {
  it.each([
    ['keychain-locked', 'keychain'],
    ['header-forged', 'files'],
    ['store-newer', 'files'],
    ['wrong-computer', 'computer'],
    ['engine-missing', 'computer'],
  ] as const)('%s is about the %s', (code, about) => {
    expect(troubleAbout(code)).toBe(about);
  });
});

describe('the policy page', () => {
  const view = {
    masks: { ...USUAL_MASKS, phone: 'last-four' },
    switchedOn: [],
    choices: [],
    alike: null,
    switches: ['bankCard'],
    history: [],
  } satisfies PolicyView;
  const made = (answer: (request: unknown) => Result<PolicyView> = () => ok(view)) => {
    const asked: unknown[] = [];
    const store = createPolicyStore({
      'policy.read': async () => ok(view),
      'policy.cancel': async () => (asked.push('cancel'), ok({})),
      'policy.change': async (request) => (asked.push(request), answer(request)),
    });
    return { store, asked };
  };

  it('sends what was changed and nothing else, and knows what takes a supervisor', async () => {
    const { store, asked } = made();
    await store.getState().read();
    store.getState().choose('mask.name', 'hidden');
    expect(needsSupervisor(policyChangesOf(view, store.getState().draft))).toBe(false);
    store.getState().choose('mask.phone', 'usual');
    store.getState().choose('field.bankCard', 'on');
    expect(needsSupervisor(policyChangesOf(view, store.getState().draft))).toBe(true);
    await store.getState().apply({ words: 'why not', pin: 'pin' });
    expect(asked).toEqual([
      { masks: { name: 'hidden', phone: 'usual' }, switchedOn: ['bankCard'], words: 'why not', pin: 'pin' },
    ]);
    expect(store.getState()).toMatchObject({ draft: null, busy: 'none' });
    expect(JSON.stringify(store.getState())).not.toContain('"pin"');
  });

  it('is unchanged again when a choice is taken back, and asks for nothing then', async () => {
    const { store, asked } = made();
    await store.getState().read();
    store.getState().choose('mask.email', 'domain');
    store.getState().choose('mask.email', 'usual');
    expect(store.getState().draft).toBeNull();
    await store.getState().apply({ words: 'why not', pin: 'pin' });
    expect(asked).toEqual([]);
  });

  it('asks for an end of a change that is being made, once it is, and keeps the choices then', async () => {
    const { store, asked } = made(() => fail('cancelled'));
    await store.getState().read();
    store.getState().choose('mask.email', 'domain');
    await store.getState().cancel();
    expect(asked).toEqual([]);
    const saving = store.getState().apply({ words: 'why not', pin: 'pin' });
    await store.getState().cancel();
    await saving;
    expect(asked).toEqual([{ masks: { email: 'domain' }, words: 'why not', pin: 'pin' }, 'cancel']);
    expect(store.getState()).toMatchObject({
      draft: { masks: { email: 'domain' } },
      busy: 'none',
      failure: { code: 'cancelled' },
    });
  });

  it('keeps the choices when the PIN was wrong', async () => {
    const { store } = made(() => fail('wrong-pin'));
    await store.getState().read();
    store.getState().choose('mask.plate', 'province');
    await store.getState().apply({ words: 'why not', pin: 'pin' });
    expect(store.getState()).toMatchObject({
      draft: { masks: { plate: 'province', phone: 'last-four' } },
      failure: { code: 'wrong-pin' },
    });
  });

  it('shows for each level what the vault would make of the usual mask', () => {
    for (const mask of POLICY_MASKS) {
      for (const level of MASK_LEVELS[mask]) {
        const made = tightenMask({ ...USUAL_MASKS, [mask]: level }, mask, exampleOf(mask, 'usual')!);
        expect([mask, level, made.replace(/^\*+$/, '')]).toEqual([mask, level, exampleOf(mask, level) ?? '']);
      }
    }
  });
});
