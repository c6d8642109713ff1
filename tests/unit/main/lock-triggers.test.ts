/** When the lock falls, by the state machine alone and with its timer on a clock of our own. */
import { describe, expect, it } from 'vitest';
import { startAutoLock } from '../../../main/lock/auto-lock.ts';
import {
  HIDDEN_MS,
  LONG_WORK_MS,
  SESSION_MS,
  type TriggerEvent,
  type TriggerState,
  dueAt,
  initialTriggers,
  step,
} from '../../../main/lock/lock-triggers.ts';
import { fc, forAll } from '../../support/for-all.ts';

const IDLE = 120_000;
const after = (...events: readonly (readonly [at: number, event: TriggerEvent])[]): TriggerState =>
  events.reduce((state, [at, event]) => step(state, event, at), initialTriggers(IDLE, 0));
const unlocked: readonly [number, TriggerEvent] = [1_000, { type: 'session', unlocked: true }];
const lock = (at: number, why: string) => ({ what: 'lock', at, why });

describe('the lock falls', () => {
  it('never while locked', () => expect(dueAt(after([5, { type: 'input' }]))).toBeNull());
  it('after the idle time since the last input', () => {
    expect(dueAt(after(unlocked))).toEqual(lock(1_000 + IDLE, 'idle'));
    expect(dueAt(after(unlocked, [60_000, { type: 'input' }]))).toEqual(lock(60_000 + IDLE, 'idle'));
  });
  it('a minute after the window went out of sight, and not when it came back', () => {
    const hidden = after(unlocked, [2_000, { type: 'visible', visible: false }]);
    expect(dueAt(hidden)).toEqual(lock(2_000 + HIDDEN_MS, 'hidden'));
    expect(dueAt(step(hidden, { type: 'visible', visible: true }, 3_000))).toEqual(
      lock(1_000 + IDLE, 'idle'),
    );
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
  it('half an hour after the screen was covered over long work, and at once where the work ends behind the cover', () => {
    const covered = after(
      unlocked,
      [2_000, { type: 'long-work', running: true }],
      [1_000 + IDLE, { type: 'covered' }],
      [900_000, { type: 'input' }],
    );
    expect(dueAt(covered)).toEqual(lock(1_000 + IDLE + LONG_WORK_MS, 'long-work-over'));
    expect(dueAt(step(covered, { type: 'long-work', running: false }, 950_000))).toEqual(
      lock(1_000 + IDLE, 'idle'),
    );
  });
  it('on nobody who works: over long work the screen is covered instead, after the idle time or a minute out of sight', () => {
    const working = after(unlocked, [2_000, { type: 'long-work', running: true }]);
    expect(dueAt(working)).toEqual({ what: 'cover', at: 1_000 + IDLE, why: 'idle' });
    expect(dueAt(step(working, { type: 'visible', visible: false }, 3_000))).toEqual({
      what: 'cover',
      at: 3_000 + HIDDEN_MS,
      why: 'hidden',
    });
  });
  it('no later for work that is begun again and again', () => {
    let [state, now] = [after(unlocked), 1_000];
    while (now < 1_000 + IDLE) {
      now += 5_000;
      for (const running of [false, true]) state = step(state, { type: 'long-work', running }, now);
      expect(dueAt(state)).toMatchObject({ what: 'cover', at: 1_000 + IDLE });
    }
    state = step(state, { type: 'covered' }, now);
    expect(dueAt(step(state, { type: 'long-work', running: false }, now + 1))).toMatchObject({
      what: 'lock',
      at: now,
    });
  });
  it('at the end of the session, however busy', () => {
    expect(dueAt(after(unlocked, [SESSION_MS, { type: 'input' }]))).toEqual(
      lock(1_000 + SESSION_MS, 'session-limit'),
    );
    expect(
      dueAt(
        after(
          unlocked,
          [SESSION_MS - 5_000, { type: 'long-work', running: true }],
          [SESSION_MS - 4_000, { type: 'input' }],
        ),
      )?.why,
    ).toBe('session-limit');
  });

  const anyEvent: fc.Arbitrary<TriggerEvent> = fc.oneof(
    fc.constant<TriggerEvent>({ type: 'input' }),
    fc.boolean().map<TriggerEvent>((visible) => ({ type: 'visible', visible })),
    fc.boolean().map<TriggerEvent>((running) => ({ type: 'long-work', running })),
    fc.constant<TriggerEvent>({ type: 'covered' }),
    fc.constant<TriggerEvent>({ type: 'warned' }),
  );
  it('or the screen is covered within the idle time of the last input, and half an hour later the lock falls, whatever is worked at', () => {
    forAll(fc.array(fc.tuple(fc.nat(60_000), anyEvent), { maxLength: 60 }), (steps) => {
      let now = 1_000;
      let lastInput = 1_000;
      let state = after(unlocked);
      let covered: number | null = null;
      for (const [wait, event] of steps) {
        now += wait;
        state = step(state, event, now);
        if (event.type === 'input') lastInput = now;
        if (event.type === 'covered') covered = now;
        const due = dueAt(state);
        expect(due?.at).toBeLessThanOrEqual(1_000 + SESSION_MS);
        if (covered === null) expect(due?.at).toBeLessThanOrEqual(lastInput + IDLE);
        else expect(due).toMatchObject({ what: 'lock' });
        if (covered !== null) expect(due?.at).toBeLessThanOrEqual(covered + LONG_WORK_MS);
      }
    });
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
    cover: () => said.push(`cover at ${now}`),
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
  it('warns and covers over long work, takes no input from then on, and locks as the work ends', () => {
    const { lock, run, said } = onFakeClock(IDLE);
    lock.see({ type: 'session', unlocked: true });
    lock.see({ type: 'long-work', running: true });
    run(300_000);
    lock.see({ type: 'input' });
    run(400_000);
    lock.see({ type: 'long-work', running: false });
    run(900_000);
    expect(said).toEqual([
      `deadline ${IDLE}`,
      `warn ${IDLE}`,
      `cover at ${IDLE}`,
      'deadline none',
      'lock idle at 400000',
    ]);
  });
  it('covers nothing where somebody is there, and leaves them their finished work', () => {
    const { lock, run, said } = onFakeClock(IDLE);
    lock.see({ type: 'session', unlocked: true });
    lock.see({ type: 'long-work', running: true });
    run(110_000);
    lock.see({ type: 'input' });
    run(200_000);
    lock.see({ type: 'long-work', running: false });
    run(229_999);
    expect(said.some((line) => /^(?:cover|lock)/.test(line))).toBe(false);
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
