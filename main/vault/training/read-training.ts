/** Records of training in the log: entries that are signed with the key of whoever did it. No table holds a result that somebody could write. */
import type { StaffId } from '../../../contract/ids.ts';
import type { TourTask } from '../../../contract/practice/lists.ts';
import { type TrainingRule, USUAL_TRAINING_RULE } from '../../../contract/training/lists.ts';
import type { Score } from '../../../contract/training/routes.ts';
import { dayOf } from '../clock.ts';
import { allChains } from '../log/chains.ts';
import { type KnowsStaff, decisionRows, readDecisions } from '../log/decisions.ts';
import { readLastChoice } from '../session/last-choice.ts';
import type { ReadableStore } from '../store/store.ts';
import type { Done } from './standing.ts';

const TRAINING_ACTIONS = ['training', 'training-practice'] as const;

/** Exported for the test of its plan. */
export const TRAINING_ENTRIES = decisionRows(allChains, TRAINING_ACTIONS, 'ORDER BY seq');

/** A quiz that somebody has done. */
export interface DoneQuiz extends Done, Score {
  /** SHA-256 of its paper. */
  readonly paper: string;
  readonly kind: Score['kind'];
  readonly passed: boolean;
}

/** Of one member of staff. */
export interface MemberTraining {
  /** Oldest first. */
  readonly done: readonly DoneQuiz[];
  /** The day on which they last said that they have done it in the practice vault. */
  readonly practised: ReadonlyMap<TourTask, string>;
}

const NOTHING: MemberTraining = { done: [], practised: new Map() };

/** Training of everybody, by member. Errors: those of `readDecisions`. */
export async function readTraining(
  staff: KnowsStaff,
  store: ReadableStore,
): Promise<(staffId: StaffId) => MemberTraining> {
  const members = new Map<StaffId, { done: DoneQuiz[]; practised: Map<TourTask, string> }>();
  for (const { action, row, detail } of await readDecisions(staff, store, allChains, ...TRAINING_ACTIONS)) {
    const member = members.get(row.staffId) ?? { done: [], practised: new Map<TourTask, string>() };
    members.set(row.staffId, member);
    if (action === 'training') member.done.push({ at: row.time, ...detail });
    else for (const task of detail.tasks) member.practised.set(task, dayOf(row.time));
  }
  return (staffId) => members.get(staffId) ?? NOTHING;
}

/** Rule that an admin has chosen last, or the default. */
export async function readTrainingRule(
  staff: KnowsStaff,
  store: ReadableStore,
): Promise<{ readonly rule: TrainingRule; readonly isChosen: boolean }> {
  const chosen = await readLastChoice(staff, store, 'training-rule');
  return chosen === null
    ? { rule: USUAL_TRAINING_RULE, isChosen: false }
    : { rule: chosen.detail, isChosen: true };
}
