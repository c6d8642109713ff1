/** How it stands with somebody's training, from what they have passed. Pure. */
import {
  MAX_COVERED,
  type QuizKind,
  TRAINING_SOON_DAYS,
  type TrainingRule,
  type TrainingState,
} from '../../../contract/training/lists.ts';
import type { Standing } from '../../../contract/training/routes.ts';
import { dayOf } from '../clock.ts';
import { daysBetween } from '../values/days.ts';

/** A version of a document. */
export interface Covered {
  readonly procedure: number;
  readonly number: number;
}

/** A quiz that somebody has done, as the log says. */
export interface Done {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: QuizKind;
  readonly passed: boolean;
  readonly covers: readonly Covered[];
}

/** A document in force of which something is asked. */
export interface Asking extends Covered {
  readonly title: string;
}

/** `done`: oldest first. `asking`: what a renewal can be asked about. `today`: `YYYY-MM-DD`. */
export function standingOf(
  done: readonly Done[],
  rule: TrainingRule,
  asking: readonly Asking[],
  today: string,
): Standing {
  const passed = done.filter((one) => one.passed);
  const last = passed.findLast(({ kind }) => kind === 'full');
  if (last === undefined) return { state: 'never', on: null, changed: [] };
  const on = monthsAfter(dayOf(last.at), rule.months);
  const changed = asking.filter((one) => !isCoveredBy(done, one));
  const titles = changed.slice(0, MAX_COVERED).map(({ title }) => title);
  return { state: stateOf(daysBetween(today, on), titles.length), on, changed: titles };
}

/** Whether somebody has passed what was asked of this version of a document, or of a later one. */
export const isCoveredBy = (done: readonly Done[], { procedure, number }: Covered): boolean =>
  done.some(
    ({ passed, covers }) =>
      passed && covers.some((one) => one.procedure === procedure && one.number >= number),
  );

function stateOf(daysLeft: number, changed: number): TrainingState {
  if (daysLeft <= 0) return 'overdue';
  if (changed > 0) return 'renewal';
  return daysLeft <= TRAINING_SOON_DAYS ? 'soon' : 'fine';
}

/** The same day of a later month, or its last where it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
