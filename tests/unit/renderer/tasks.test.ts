/** Counter tasks on the page: the order of steps, the picker's answers, what the stores keep. */
import { describe, expect, it } from 'vitest';
import { type Result, fail, ok } from '../../../contract/result.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import { TASK_IDS, taskOf } from '../../../contract/tasks/lists.ts';
import type { EmergencyId, NoteId, PersonId } from '../../../contract/ids.ts';
import type { MaskedPerson } from '../../../contract/people/views.ts';
import type { NoteView } from '../../../contract/tasks/views.ts';
import { createDeskStore, isForm } from '../../../renderer/pages/desk-store.ts';
import { en, zhCN } from '../../../renderer/messages/words.ts';
import { groupFields } from '../../../renderer/person/field-groups.ts';
import { USUAL_REASONS } from '../../../contract/reasons/lists.ts';
import { finishWhy, noWhy } from '../../../renderer/reveal/access-reason.ts';
import { findTasks } from '../../../renderer/tasks/find-tasks.ts';
import { finishExtract } from '../../../renderer/reveal/extract.ts';
import { createEmergencyStore } from '../../../renderer/emergency-access/emergency-store.ts';
import { createNotesStore } from '../../../renderer/notes/notes-store.ts';
import { type Done, nextStep, stepsOf } from '../../../renderer/tasks/task-steps.ts';
import { createTaskStore } from '../../../renderer/tasks/task-store.ts';

const ME = 1 as PersonId;
const OTHER = 2 as PersonId;

describe('the steps of a task', () => {
  it.each([
    ['repair', 'find verify open note'],
    ['fees', 'find note'],
    ['handover', 'find verify full note'],
    ['renovation', 'find verify open note'],
    ['parking', 'find verify open note'],
    ['transfer', 'find verify verify-other open note'],
    ['moving-out', 'find call note'],
    ['door-card', 'find verify note'],
    ['parcel', 'find verify note'],
    ['visitor', 'room note'],
    ['blocking-car', 'plate call note'],
    ['emergency', 'find emergency note'],
    ['authority', 'find extract note'],
    ['subject-request', 'find request note'],
    ['tenancy', 'find verify add note'],
  ] as const)('%s: %s', (id, steps) => expect(stepsOf(taskOf(id)).join(' ')).toBe(steps));

  it('verify before they show, whatever the task', () => {
    for (const id of TASK_IDS) {
      const steps = stepsOf(taskOf(id));
      const shows = steps.findIndex((step) => step === 'open' || step === 'full');
      if (shows >= 0 && taskOf(id).verifies !== 'nobody') expect(steps.indexOf('verify')).toBeLessThan(shows);
      expect(steps.at(-1)).toBe('note');
    }
  });

  it('are offered one after the other, each for the record that is open', () => {
    const task = taskOf('transfer');
    const done: Done[] = [];
    const offered = (personId: PersonId | null) => nextStep(task, done, personId);
    expect(offered(null)).toBe('find');
    expect(offered(ME)).toBe('verify');
    done.push({ step: 'verify', personId: ME });
    expect(offered(ME)).toBe('verify-other');
    expect(offered(OTHER)).toBe('verify');
    done.push({ step: 'verify', personId: ME });
    expect(offered(ME)).toBe('verify-other');
    done.push({ step: 'verify', personId: OTHER });
    expect(offered(ME)).toBe('open');
    done.push({ step: 'open', personId: ME });
    expect(offered(ME)).toBe('note');
    expect(offered(OTHER)).toBe('open');
  });
});

describe('the picker', () => {
  const inChinese = (typed: string) => findTasks(typed, (id) => zhCN.tasks[id].name);
  const inEnglish = (typed: string) => findTasks(typed, (id) => en.tasks[id].name);
  it('finds by number, the whole number first', () => {
    expect(inChinese('1')[0]).toBe('repair');
    expect(inChinese('12')).toEqual(['emergency']);
    expect(inChinese('10')[0]).toBe('visitor');
  });
  it('finds by initials, by characters and by the beginning of an English word', () => {
    expect([inChinese('bg')[0], inChinese('jj')[0], inChinese('包')[0], inChinese('钥匙')[0]]).toEqual([
      'parcel',
      'emergency',
      'parcel',
      'door-card',
    ]);
    expect([inEnglish('parc')[0], inEnglish('keys')[0], inEnglish('STREET')[0]]).toEqual([
      'parcel',
      'door-card',
      'authority',
    ]);
  });
  it('shows all for nothing typed, and none for what is meant by none', () => {
    expect(inChinese('  ')).toEqual(TASK_IDS);
    expect([inChinese('qqq'), inChinese('16'), inChinese('%')]).toEqual([[], [], []]);
  });
});

describe('a running task', () => {
  it('keeps names of steps and ids, and ends whole', () => {
    const store = createTaskStore();
    store.getState().tell('verify', ME);
    expect(store.getState().done).toEqual([]);
    store.getState().take('parcel');
    store.getState().tell('verify', ME);
    expect(store.getState()).toMatchObject({ task: 'parcel', done: [{ step: 'verify', personId: ME }] });
    store.getState().take('visitor');
    expect(store.getState().done).toEqual([]);
    store.getState().end();
    expect(store.getState()).toMatchObject({ task: null, done: [] });
  });
});

it("an emergency and a visitor's room end with the next search, a note that is being written does not", () => {
  const store = createDeskStore();
  for (const kind of ['emergency', 'ask-room'] as const) {
    store.getState().show({ kind });
    store.getState().moveOn();
    expect(store.getState().panel.kind).toBe('none');
  }
  store.getState().show({ kind: 'note' });
  store.getState().moveOn();
  expect(store.getState().panel.kind).toBe('note');
  expect([isForm({ kind: 'note' }), isForm({ kind: 'emergency' })]).toEqual([true, false]);
});

it('what a task needs stands first on the record, in its order, and not a second time', () => {
  const field = (name: 'name' | 'phone' | 'plate', ordinal = 0) => ({
    field: name,
    ordinal,
    tier: name === 'phone' ? 'contact' : 'masked',
  });
  const fields = [
    field('name'),
    field('phone'),
    field('phone', 1),
    field('plate'),
  ] as unknown as MaskedPerson['fields'];
  const shown = (needs: readonly ('plate' | 'phone')[]) =>
    groupFields(fields, needs).map(
      ({ group, fields: some }) => `${group}: ${some.map((one) => `${one.field}${one.ordinal}`).join(' ')}`,
    );
  expect(shown(['plate', 'phone'])).toEqual(['task: plate0 phone0 phone1', 'rest: name0']);
  expect(shown([])).toEqual(['rest: name0 phone0 phone1 plate0']);
});

it('an extract is not finished without who asks, what for and what they are to see', () => {
  const whole = { authority: ' 某派出所 ', purpose: '核实居住', fields: ['phone'] } as const;
  for (const missing of [{ authority: ' ' }, { purpose: '' }, { fields: [] }])
    expect(finishExtract({ ...whole, ...missing })).toBeNull();
  expect(finishExtract(whole)).toEqual({ authority: '某派出所', purpose: '核实居住', fields: ['phone'] });
});

it("an authority's reason is not finished without the number of its document", () => {
  expect(finishWhy(USUAL_REASONS, noWhy('authority'))).toBeNull();
  expect(finishWhy(USUAL_REASONS, { ...noWhy('authority'), ticket: ' 桂公调 17 ' })).toEqual({
    reason: 'authority',
    ticket: '桂公调 17',
  });
});

const note = (noteId: number): NoteView => ({
  noteId: noteId as NoteId,
  task: 'parcel',
  outcome: 'handed-over',
  at: 0,
  staffName: '',
  roomLabel: null,
  ordinal: null,
  roomWords: false,
});

describe('the notes of a record', () => {
  it('drop a reply that comes after another record was asked for', async () => {
    const waiting: ((reply: Result<RouteReply<'notes.list'>>) => void)[] = [];
    const store = createNotesStore(() => new Promise((resolve) => void waiting.push(resolve)));
    const [first, second] = [store.getState().read(ME), store.getState().read(OTHER)];
    waiting[1]!(ok({ notes: [note(2)], more: false }));
    await second;
    waiting[0]!(ok({ notes: [note(1)], more: false }));
    await first;
    expect(store.getState()).toMatchObject({ personId: OTHER, notes: [{ noteId: 2 }] });
  });

  it('go back from the oldest they have, and keep them when that fails', async () => {
    const asked: unknown[] = [];
    const replies = [
      ok({ notes: [note(9), note(8)], more: true }),
      ok({ notes: [note(7)], more: true }),
      fail('internal'),
    ];
    const store = createNotesStore(async (request) => {
      asked.push(request);
      return replies.shift()!;
    });
    await store.getState().read(ME);
    await store.getState().readOlder();
    await store.getState().readOlder();
    expect(asked.map((request) => (request as { before: number | null }).before)).toEqual([null, 8, 7]);
    expect(store.getState()).toMatchObject({
      notes: [{ noteId: 9 }, { noteId: 8 }, { noteId: 7 }],
      failure: { code: 'internal' },
    });
  });
});

describe('emergencies that wait', () => {
  it('are read anew once one is acknowledged, and stay where that fails', async () => {
    const event = { emergencyId: 4 as EmergencyId } as RouteReply<'emergency.list'>['open'][number];
    let open = [event];
    const store = createEmergencyStore({
      'emergency.list': async () => ok({ open, seen: [] }),
      'emergency.own': async () => ok({ running: null, waiting: false }),
      'emergency.end': async () => fail('not-found'),
      'emergency.acknowledge': async ({ pin }) =>
        pin === 'right' ? ((open = []), ok({})) : fail('wrong-pin'),
    });
    await store.getState().read();
    expect(
      await store.getState().acknowledge({ emergencyId: 4 as EmergencyId, words: 'asked', pin: 'wrong' }),
    ).toMatchObject({ code: 'wrong-pin' });
    expect(store.getState().open).toHaveLength(1);
    expect(
      await store.getState().acknowledge({ emergencyId: 4 as EmergencyId, words: 'asked', pin: 'right' }),
    ).toBeNull();
    expect(store.getState().open).toEqual([]);
    expect(JSON.stringify(store.getState())).not.toContain('right');
  });
});
