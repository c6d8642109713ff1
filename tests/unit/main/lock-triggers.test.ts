/** When the lock falls, by the state machine alone and with its timer on a clock of our own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startAutoLock } from '../../../main/lock/auto-lock.ts';
import {
  dueAt,
  HIDDEN_MS,
  initialTriggers,
  LONG_WORK_MS,
  SESSION_MS,
  step,
  WARNING_MS,
} from '../../../main/lock/lock-triggers.ts';
import type { TriggerEvent, TriggerState } from '../../../main/lock/lock-triggers.ts';

const IDLE = 120_000;
const after = (...events: readonly (readonly [at: number, event: TriggerEvent])[]): TriggerState =>
  events.reduce((state, [at, event]) => step(state, event, at), initialTriggers(IDLE, 0));
const unlocked: readonly [number, TriggerEvent] = [1_000, { type: 'session', unlocked: true }];

describe('the lock falls', () => {
  it('never while locked', () => expect(dueAt(after([5, { type: 'input' }]))).toBeNull());
  it('after the idle time since the last input', () => {
    expect(dueAt(after(unlocked))).toEqual({ at: 1_000 + IDLE, why: 'idle' });
    expect(dueAt(after(unlocked, [60_000, { type: 'input' }]))).toEqual({ at: 60_000 + IDLE, why: 'idle' });
  });
  it('a minute after the window went out of sight, and not when it came back', () => {
    const hidden = after(unlocked, [2_000, { type: 'visible', visible: false }]);
    expect(dueAt(hidden)).toEqual({ at: 2_000 + HIDDEN_MS, why: 'hidden' });
    expect(dueAt(step(hidden, { type: 'visible', visible: true }, 3_000))).toEqual({
      at: 1_000 + IDLE,
      why: 'idle',
    });
  });
  it('no later for being hidden again and again', () => {
    expect(
      dueAt(
        after(
          unlocked,
          [2_000, { type: 'visible', visible: false }],
          [30_000, { type: 'visible', visible: false }],
        ),
      )?.at,
    ).toBe(2_000 + HIDDEN_MS);
  });
  it('half an hour into long work, idle and hidden or not', () => {
    const working = after(
      unlocked,
      [2_000, { type: 'long-work', running: true }],
      [3_000, { type: 'visible', visible: false }],
      [900_000, { type: 'long-work', running: true }],
    );
    expect(dueAt(working)).toEqual({ at: 2_000 + LONG_WORK_MS, why: 'long-work-over' });
  });
  it('not at once when long work ends, but a warning later', () => {
    const done = after(
      unlocked,
      [2_000, { type: 'long-work', running: true }],
      [900_000, { type: 'long-work', running: false }],
    );
    expect(dueAt(done)).toEqual({ at: 900_000 + WARNING_MS, why: 'idle' });
  });
  it('no more than a warning later for work that ends at once, however often it is begun', () => {
    let [state, now] = [after(unlocked), 1_000];
    while (now < dueAt(state)!.at && now < SESSION_MS) {
      now += 5_000;
      for (const running of [true, false]) state = step(state, { type: 'long-work', running }, now);
    }
    expect(now).toBeLessThanOrEqual(1_000 + IDLE + WARNING_MS + 5_000);
  });
  it('half an hour into the first of several pieces of work, one after another', () => {
    let state = after(unlocked);
    const pieces = [2_000, 600_000, 1_200_000] as const;
    for (const at of pieces) {
      state = step(state, { type: 'long-work', running: true }, at);
      expect(dueAt(state)).toEqual({ at: 2_000 + LONG_WORK_MS, why: 'long-work-over' });
      state = step(state, { type: 'long-work', running: false }, at + 599_000);
    }
    expect(dueAt(step(state, { type: 'input' }, 1_800_000))).toEqual({ at: 1_800_000 + IDLE, why: 'idle' });
  });
  it('at the end of the session, however busy', () => {
    expect(dueAt(after(unlocked, [SESSION_MS, { type: 'input' }]))).toEqual({
      at: 1_000 + SESSION_MS,
      why: 'session-limit',
    });
    expect(dueAt(after(unlocked, [SESSION_MS - 5_000, { type: 'long-work', running: true }]))?.why).toBe(
      'session-limit',
    );
  });

  const anyEvent: fc.Arbitrary<TriggerEvent> = fc.oneof(
    fc.constant<TriggerEvent>({ type: 'input' }),
    fc.boolean().map<TriggerEvent>((visible) => ({ type: 'visible', visible })),
    fc.boolean().map<TriggerEvent>((running) => ({ type: 'long-work', running })),
    fc.constant<TriggerEvent>({ type: 'warned' }),
  );
  it('within the idle time of the last input where there is no long work, and within its limits always', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(60_000), anyEvent), { maxLength: 60 }), (steps) => {
        let now = 1_000;
        let lastInput = 1_000;
        let state = after(unlocked);
        let worked = false;
        for (const [wait, event] of steps) {
          now += wait;
          state = step(state, event, now);
          if (event.type === 'input') lastInput = now;
          worked ||= event.type === 'long-work';
          const due = dueAt(state);
          expect(due).not.toBeNull();
          expect(due?.at).toBeLessThanOrEqual(Math.max(1_000 + SESSION_MS, 0));
          if (!worked) expect(due?.at).toBeLessThanOrEqual(lastInput + IDLE);
          expect(due?.at).toBeLessThanOrEqual(now + LONG_WORK_MS);
        }
      }),
    );
  });
});

/** A clock and one timer that move only when told to. */
function onFakeClock(idleMs: number) {
  let now = 0;
  let timer: { readonly work: () => void; readonly at: number } | null = null;
  const said: string[] = [];
  const lock = startAutoLock({
    idleMs,
    monotonic: () => now,
    wall: () => 1_000_000 + now,
    setTimer: (work, ms) => (timer = { work, at: now + ms }),
    clearTimer: () => {
      timer = null;
    },
    lock: (why) => said.push(`lock ${why} at ${now}`),
    tellDeadline: (at) => said.push(`deadline ${at === null ? 'none' : at - 1_000_000}`),
    warn: (at) => said.push(`warn ${at - 1_000_000}`),
  });
  const run = (until: number): void => {
    while (timer !== null && timer.at <= until) {
      const { work, at } = timer;
      timer = null;
      now = at;
      work();
    }
    now = until;
  };
  return { lock, run, said };
}

describe('the running lock', () => {
  it('tells its deadline, warns fifteen seconds before, locks once', () => {
    const { lock, run, said } = onFakeClock(IDLE);
    lock.see({ type: 'session', unlocked: true });
    run(500_000);
    expect(said).toEqual([`deadline ${IDLE}`, `warn ${IDLE}`, `lock idle at ${IDLE}`]);
  });
  it('is put off by input, and warns anew', () => {
    const { lock, run, said } = onFakeClock(IDLE);
    lock.see({ type: 'session', unlocked: true });
    run(110_000);
    lock.see({ type: 'input' });
    run(229_999);
    expect(said).toEqual([`deadline ${IDLE}`, `warn ${IDLE}`, 'deadline 230000', 'warn 230000']);
    run(230_000);
    expect(said.at(-1)).toBe('lock idle at 230000');
  });
  it('takes a shorter idle time at once', () => {
    const { lock, run, said } = onFakeClock(IDLE);
    lock.see({ type: 'session', unlocked: true });
    run(40_000);
    lock.see({ type: 'idle-setting', idleMs: 30_000 });
    expect(said.at(-1)).toBe('lock idle at 40000');
  });
});
