/** Decides when to lock, and nothing else: a pure state machine over what was seen, with the time passed in. */
import type { LockReason } from '../../contract/host.ts';
import { assertNever } from '../../contract/result.ts';

/** All times are milliseconds of one monotonic clock. */
export interface TriggerState {
  readonly idleMs: number;
  readonly unlockedSince: number | null;
  readonly lastInput: number;
  readonly hiddenSince: number | null;
  readonly longWorkSince: number | null;
  /** When the first piece of long work since the last input began: pieces one after another are one. */
  readonly firstWorkSince: number | null;
  /** The length of a warning was given behind long work; once, until somebody is there. */
  readonly graced: boolean;
  /** The warning has been given for this much silence; input takes it back. */
  readonly warned: boolean;
}

export type TriggerEvent =
  | { readonly type: 'input' }
  | { readonly type: 'session'; readonly unlocked: boolean }
  | { readonly type: 'visible'; readonly visible: boolean }
  | { readonly type: 'long-work'; readonly running: boolean }
  | { readonly type: 'idle-setting'; readonly idleMs: number }
  | { readonly type: 'warned' };

export interface Due {
  readonly at: number;
  readonly why: LockReason;
}

export const WARNING_MS = 15_000;
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
    firstWorkSince: null,
    graced: false,
    warned: false,
  };
}

export function step(state: TriggerState, event: TriggerEvent, now: number): TriggerState {
  switch (event.type) {
    case 'input':
      return { ...state, lastInput: now, firstWorkSince: state.longWorkSince, graced: false, warned: false };
    case 'session':
      return event.unlocked
        ? beginSession(state, now)
        : { ...state, unlockedSince: null, longWorkSince: null, firstWorkSince: null, warned: false };
    case 'visible':
      return { ...state, hiddenSince: event.visible ? null : (state.hiddenSince ?? now), warned: false };
    case 'long-work':
      return event.running
        ? {
            ...state,
            longWorkSince: state.longWorkSince ?? now,
            firstWorkSince: state.firstWorkSince ?? now,
          }
        : endLongWork(state, now);
    case 'idle-setting':
      return { ...state, idleMs: event.idleMs, warned: false };
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

/**
 * Whoever comes back to a finished import gets the length of a warning to say that they are there. Once: work that a page begins again and again, or
 * that ends at once, holds nothing off.
 */
function endLongWork(state: TriggerState, now: number): TriggerState {
  if (state.longWorkSince === null) return state;
  if (state.graced) return { ...state, longWorkSince: null };
  const silence = Math.min(now - state.lastInput, Math.max(0, state.idleMs - WARNING_MS));
  return {
    ...state,
    longWorkSince: null,
    lastInput: now - silence,
    hiddenSince: state.hiddenSince === null ? null : now - HIDDEN_MS + WARNING_MS,
    graced: silence < now - state.lastInput || state.hiddenSince !== null,
    warned: false,
  };
}

/** When the vault locks if nothing more happens, and why; null while it is locked. */
export function dueAt(state: TriggerState): Due | null {
  if (state.unlockedSince === null) return null;
  const limit: Due = { at: state.unlockedSince + SESSION_MS, why: 'session-limit' };
  return earlier(
    limit,
    state.longWorkSince === null
      ? idleDue(state)
      : { at: (state.firstWorkSince ?? state.longWorkSince) + LONG_WORK_MS, why: 'long-work-over' },
  );
}

function idleDue(state: TriggerState): Due {
  const idle: Due = { at: state.lastInput + state.idleMs, why: 'idle' };
  if (state.hiddenSince === null) return idle;
  return earlier(idle, { at: Math.max(state.lastInput, state.hiddenSince) + HIDDEN_MS, why: 'hidden' });
}

const earlier = (one: Due, other: Due): Due => (other.at < one.at ? other : one);

/** When to warn; null when there is nothing to warn of or it has been said. */
export function warningAt(state: TriggerState): number | null {
  const due = dueAt(state);
  return due === null || state.warned ? null : due.at - WARNING_MS;
}
