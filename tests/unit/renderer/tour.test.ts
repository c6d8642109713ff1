/** The guided tour: which answered request does which task, and what outlasts a lock. */
import { describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../../contract/result.ts';
import { TOUR_TASKS } from '../../../contract/practice/lists.ts';
import type { Tour } from '../../../contract/shell/routes.ts';
import type { Heard } from '../../../renderer/bridge.ts';
import { taskDoneBy } from '../../../renderer/tour/tour-steps.ts';
import { createTourStore } from '../../../renderer/tour/tour-store.ts';

const heard = (route: string, request: object, reply: unknown): Heard =>
  ({ route, request, reply }) as unknown as Heard;
const search = (text: string, ...kinds: string[]): Heard =>
  heard('people.search', { text }, ok({ groups: kinds.map((kind) => ({ kind, rows: [{}] })), next: null }));

describe('a task of the tour', () => {
  it.each([
    ['search-room', search('甲苑1-1-101', 'room')],
    ['search-room', search('3栋2单元1801', 'room')],
    ['search-initials', search('zs', 'name')],
    ['search-phone', search(' 1234 ', 'room', 'phone')],
    ['open', heard('people.open', {}, ok({}))],
    ['verify', heard('people.verify', {}, ok({ match: true, triesLeft: 3 }))],
    ['reveal', heard('people.reveal', { field: 'phone' }, ok({}))],
    ['note', heard('notes.add', {}, ok({}))],
    ['lock', heard('shift.handOver', {}, ok({}))],
  ] as const)('is done: %s', (task, one) => expect(taskDoneBy(one)).toBe(task));

  it.each([
    ['a search that found nothing', search('甲苑1-1-101')],
    ['a search for something else', search('张', 'name')],
    ['an answer that was wrong', heard('people.verify', {}, ok({ match: false, triesLeft: 2 }))],
    ['another field', heard('people.reveal', { field: 'idNumber' }, ok({}))],
    ['a refusal', heard('people.reveal', { field: 'phone' }, fail('wrong-pin'))],
    ['another request', heard('vault.status', {}, ok({}))],
  ])('is not done by %s', (_, one) => expect(taskDoneBy(one)).toBeNull());
});

describe('the tour', () => {
  const make = () => {
    const kept: Tour[] = [];
    const store = createTourStore(async (tour) => {
      kept.push(tour);
      return ok({});
    });
    return { store, kept };
  };

  it('ticks a task once, in the order of the tasks, and remembers it', () => {
    const { store, kept } = make();
    store.getState().hear(heard('notes.add', {}, ok({})));
    store.getState().hear(search('zs', 'name'));
    store.getState().hear(search('ls', 'name'));
    expect(store.getState().done).toEqual(['search-initials', 'note']);
    expect(kept).toEqual([
      { done: ['note'], shown: true },
      { done: ['search-initials', 'note'], shown: true },
    ]);
  });

  it('goes on after a lock that was asked for, which is its last task, and after no other lock', () => {
    for (const [why, done] of [
      ['key', true],
      ['handover', true],
      ['idle', false],
      [null, false],
    ] as const) {
      const { store } = make();
      store.getState().begin({ done: ['open'], shown: false }, why);
      expect(store.getState().done.includes('lock'), String(why)).toBe(done);
      expect(store.getState().shown).toBe(false);
    }
  });

  it('is put away, and started over', () => {
    const { store, kept } = make();
    store.getState().begin({ done: [...TOUR_TASKS], shown: true }, null);
    store.getState().show(false);
    expect(kept.at(-1)).toEqual({ done: [...TOUR_TASKS], shown: false });
    store.getState().restart();
    expect(kept.at(-1)).toEqual({ done: [], shown: true });
  });

  it('keeps nothing of what it heard but the task', () => {
    const { store, kept } = make();
    const spy = vi.fn();
    store.subscribe(spy);
    store
      .getState()
      .hear(heard('people.reveal', { field: 'phone', pin: '720136' }, ok({ value: '14112345678' })));
    expect(JSON.stringify([store.getState(), kept])).not.toMatch(/720136|14112345678/);
    expect(spy).toHaveBeenCalledTimes(1);
  });
});
