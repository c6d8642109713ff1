/** The patterns of rooms on their way from the page to the vault: asked after a pause, told by their line, saved by the PIN. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Result, fail, ok } from '../../../contract/result.ts';
import type { PatternTrial } from '../../../contract/search/views.ts';
import {
  createPatternsStore,
  isChanged,
  problemOf,
  textsOf,
} from '../../../renderer/room-patterns/patterns-store.ts';

const trialOf = (...problems: PatternTrial['problems']): PatternTrial => ({
  problems,
  readings: [],
  conflicts: [],
  rooms: { looked: 0, moved: 0, kept: 0, samples: [] },
});

function createStore(saving: Result<{ moved: number; kept: number }> = ok({ moved: 3, kept: 1 })) {
  const asked: unknown[] = [];
  const answers: ((trial: PatternTrial) => void)[] = [];
  const store = createPatternsStore({
    'rooms.patterns': async () => ok({ patterns: ['T{栋}-{房}'] }),
    'rooms.tryPatterns': (request) =>
      new Promise((resolve) => {
        asked.push(request);
        answers.push((trial) => resolve(ok(trial)));
      }),
    'rooms.savePatterns': async (request) => (asked.push(request), saving),
  });
  return { store, asked, answers };
}

describe('patterns of rooms', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('ask what would come of them once the keys rest, and drop an answer that was overtaken', async () => {
    const { store, asked, answers } = createStore();
    await store.getState().read();
    const { key } = store.getState().lines[0]!;
    store.getState().write(key, 'T{栋');
    store.getState().write(key, 'T{栋}-{房} ');
    store.getState().tryExample(' T3-1801 ');
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(300);
    expect(asked).toEqual([{ patterns: ['T{栋}-{房}'], examples: ['T3-1801'] }]);
    store.getState().write(key, '{栋}{房}');
    await vi.advanceTimersByTimeAsync(300);
    answers[1]!(trialOf('touching-places'));
    await vi.advanceTimersByTimeAsync(0);
    answers[0]!(trialOf(null));
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState().trial?.problems).toEqual(['touching-places']);
  });

  it('say what is wrong with the very line, blank ones left out', async () => {
    const { store, answers } = createStore();
    await store.getState().read();
    store.getState().add();
    store.getState().add();
    const [first, blank, last] = store.getState().lines;
    store.getState().write(last!.key, '{栋}{房}');
    await vi.advanceTimersByTimeAsync(300);
    answers[0]!(trialOf(null, 'touching-places'));
    await vi.advanceTimersByTimeAsync(0);
    expect([first, blank, last].map((line) => problemOf(store.getState(), line!.key))).toEqual([
      null,
      null,
      'touching-places',
    ]);
    expect(textsOf(store.getState().lines)).toEqual(['T{栋}-{房}', '{栋}{房}']);
    store.getState().remove(last!.key);
    expect(store.getState().trial).toBeNull();
  });

  it('are changed until they are saved or left as they were, and keep no PIN', async () => {
    const { store, asked } = createStore();
    await store.getState().read();
    expect(isChanged(store.getState())).toBe(false);
    store.getState().add();
    expect(isChanged(store.getState())).toBe(false);
    store.getState().write(store.getState().lines[1]!.key, 'S{栋}-{房}');
    expect(isChanged(store.getState())).toBe(true);
    store.getState().discard();
    expect(isChanged(store.getState())).toBe(false);
    store.getState().write(store.getState().lines[0]!.key, 'S{栋}-{房}');
    await store.getState().save('walnut-meridian');
    expect(asked).toEqual([{ patterns: ['S{栋}-{房}'], pin: 'walnut-meridian' }]);
    expect(store.getState()).toMatchObject({
      kept: ['S{栋}-{房}'],
      done: { moved: 3, kept: 1 },
      busy: 'none',
    });
    expect(isChanged(store.getState())).toBe(false);
    expect(JSON.stringify(store.getState())).not.toContain('walnut');
  });

  it('ask nothing while they are as they are kept, and forget the example they were tried with', async () => {
    const { store, asked } = createStore();
    await store.getState().read();
    await vi.advanceTimersByTimeAsync(300);
    expect(asked).toEqual([]);
    store.getState().write(store.getState().lines[0]!.key, 'S{栋}-{房}');
    store.getState().tryExample('S3-1801');
    await store.getState().save('walnut-meridian');
    await vi.advanceTimersByTimeAsync(300);
    expect(asked).toHaveLength(1);
    expect(store.getState()).toMatchObject({ example: '', trial: null });
  });

  it('stay as typed where they could not be saved', async () => {
    const { store } = createStore(fail('wrong-pin'));
    await store.getState().read();
    store.getState().write(store.getState().lines[0]!.key, 'S{栋}-{房}');
    await store.getState().save('walnut-meridian');
    expect(store.getState()).toMatchObject({ failure: { code: 'wrong-pin' }, busy: 'none', done: null });
    expect(isChanged(store.getState())).toBe(true);
  });
});
