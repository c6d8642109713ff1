/** Decides when to lock, or to cover the screen over long work that a lock would end, and nothing else: a pure state machine over what was seen, with the time passed in. */
import type { LockReason } from '../../contract/sign-in/lock-reasons.ts';
import { assertNever } from '../../contract/result.ts';

/** All times are milliseconds of one monotonic clock. */
export interface TriggerState {
  readonly idleMs: number;
  readonly unlockedSince: number | null;
  readonly lastInput: number;
  readonly hiddenSince: number | null;
  readonly longWorkSince: number | null;
  /** Nobody was there while long work ran: what the window showed is covered, and the end of the work locks. */
  readonly coveredSince: number | null;
  /** The warning has been given for this much silence; input takes it back. */
  readonly warned: boolean;
}

export type TriggerEvent =
  | { readonly type: 'input' }
  | { readonly type: 'session'; readonly unlocked: boolean }
  | { readonly type: 'visible'; readonly visible: boolean }
  | { readonly type: 'long-work'; readonly running: boolean }
  | { readonly type: 'idle-setting'; readonly idleMs: number }
  | { readonly type: 'covered' }
  | { readonly type: 'warned' };

export interface Due {
  readonly what: 'lock' | 'cover';
  readonly at: number;
  readonly why: LockReason;
}

const WARNING_MS = 15_000;
export const HIDDEN_MS = 60_000;
export const LONG_WORK_MS = 30 * 60_000;
export const SESSION_MS = 12 * 3600_000;

export function initialTriggers(idleMs: number, now: number): TriggerState {
  return {
    idleMs,
    unlockedSince: null,
    lastInput: now,
    hiddenSince: null,
    longWorkSince: null,
    coveredSince: null,
    warned: false,
  };
}

export function step(state: TriggerState, event: TriggerEvent, now: number): TriggerState {
  switch (event.type) {
    case 'input':
      // Whoever comes back to a covered screen signs in again.
      return state.coveredSince === null ? { ...state, lastInput: now, warned: false } : state;
    case 'session':
      return event.unlocked
        ? beginSession(state, now)
        : { ...state, unlockedSince: null, longWorkSince: null, coveredSince: null, warned: false };
    case 'visible':
      return { ...state, hiddenSince: event.visible ? null : (state.hiddenSince ?? now), warned: false };
    case 'long-work':
      return { ...state, longWorkSince: event.running ? (state.longWorkSince ?? now) : null };
    case 'idle-setting':
      return { ...state, idleMs: event.idleMs, warned: false };
    case 'covered':
      return { ...state, coveredSince: now };
    case 'warned':
      return { ...state, warned: true };
    default:
      return assertNever(event);
  }
}

function beginSession(state: TriggerState, now: number): TriggerState {
  return state.unlockedSince === null
    ? { ...state, unlockedSince: now, lastInput: now, warned: false }
    : state;
}

/** The next event if there is no further input, with its time and reason; null while locked. */
export function dueAt(state: TriggerState): Due | null {
  if (state.unlockedSince === null) return null;
  const limit: Due = { what: 'lock', at: state.unlockedSince + SESSION_MS, why: 'session-limit' };
  return earlier(limit, state.coveredSince === null ? idleDue(state) : coveredDue(state, state.coveredSince));
}

/** At once where the work has ended: whatever is begun behind the cover holds nothing off for longer. */
const coveredDue = ({ longWorkSince }: TriggerState, coveredSince: number): Due =>
  longWorkSince === null
    ? { what: 'lock', at: coveredSince, why: 'idle' }
    : { what: 'lock', at: coveredSince + LONG_WORK_MS, why: 'long-work-over' };

function idleDue(state: TriggerState): Due {
  const what = state.longWorkSince === null ? 'lock' : 'cover';
  const idle: Due = { what, at: state.lastInput + state.idleMs, why: 'idle' };
  if (state.hiddenSince === null) return idle;
  return earlier(idle, { what, at: Math.max(state.lastInput, state.hiddenSince) + HIDDEN_MS, why: 'hidden' });
}

const earlier = (one: Due, other: Due): Due => (other.at < one.at ? other : one);

/** When to warn; null when there is nothing to warn of or it has been said. */
export function warningAt(state: TriggerState): number | null {
  const due = dueAt(state);
  return due === null || state.warned || state.coveredSince !== null ? null : due.at - WARNING_MS;
}
