/** Runs the lock's state machine on the real clock with one timer: tells the page its deadline, warns, covers, locks. */
import type { LockReason } from '../../contract/sign-in/lock-reasons.ts';
import { type TriggerEvent, dueAt, initialTriggers, step, warningAt } from './lock-triggers.ts';

export interface AutoLock {
  see(event: TriggerEvent): void;
  stop(): void;
}

interface AutoLockDependencies {
  readonly idleMs: number;
  /** Monotonic milliseconds. */
  readonly monotonic: () => number;
  /** Milliseconds since the epoch, for what people read. */
  readonly wall: () => number;
  readonly setTimer: (work: () => void, ms: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
  readonly lock: (why: LockReason) => void;
  /** Hides all that the page shows but the progress of its work, until the lock. */
  readonly cover: () => void;
  /** Both times are milliseconds since the epoch. */
  readonly tellDeadline: (at: number | null) => void;
  readonly warn: (at: number) => void;
}

export function startAutoLock(deps: AutoLockDependencies): AutoLock {
  let state = initialTriggers(deps.idleMs, deps.monotonic());
  let timer: unknown;
  let told: number | null | undefined;

  const toWall = (at: number): number => Math.round(deps.wall() + at - deps.monotonic());

  const tell = (at: number | null): void => {
    // Within a quarter of a second the page's line would not move: not worth a message.
    if (told !== undefined && (at === null ? told === null : told !== null && Math.abs(at - told) < 250))
      return;
    told = at;
    deps.tellDeadline(at === null ? null : toWall(at));
  };

  const review = (): void => {
    deps.clearTimer(timer);
    const now = deps.monotonic();
    const due = dueAt(state);
    tell(state.coveredSince === null ? (due?.at ?? null) : null);
    if (due === null) return;
    if (now >= due.at && due.what === 'cover') {
      state = step(state, { type: 'covered' }, now);
      deps.cover();
      review();
      return;
    }
    if (now >= due.at) {
      state = step(state, { type: 'session', unlocked: false }, now);
      deps.lock(due.why);
      return;
    }
    const warning = warningAt(state);
    if (warning !== null && now >= warning) {
      state = step(state, { type: 'warned' }, now);
      deps.warn(toWall(due.at));
    }
    timer = deps.setTimer(review, Math.max(1, (warningAt(state) ?? due.at) - now));
  };

  return {
    see(event) {
      state = step(state, event, deps.monotonic());
      review();
    },
    stop: () => deps.clearTimer(timer),
  };
}
