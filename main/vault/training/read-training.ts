/** Records of training in the log: entries that are signed with the key of whoever did it. No table holds a result that somebody could write. */
import type { StaffId } from '../../../contract/ids.ts';
import { UNREADABLE } from '../../../contract/log/entries.ts';
import type { TourTask } from '../../../contract/practice/lists.ts';
import { type TrainingRule, USUAL_TRAINING_RULE } from '../../../contract/training/lists.ts';
import type { Score } from '../../../contract/training/routes.ts';
import { dayOf } from '../clock.ts';
import { type LogRow, selectRows } from '../log/audit-log.ts';
import { readDetail } from '../log/detail.ts';
import { createSignatureChecker } from '../log/signatures.ts';
import { readLastChoice } from '../session/last-choice.ts';
import type { Session } from '../session/session.ts';
import type { ReadableStore } from '../store/store.ts';
import type { Done } from './standing.ts';

/** Exported for the test of its plan. */
export const TRAINING_ENTRIES = selectRows(`WHERE action IN ('training', 'training-practice') ORDER BY seq`);

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

/** Training of everybody, by member. */
export async function readTraining(
  session: Pick<Session, 'anchor' | 'roster'>,
  store: ReadableStore,
): Promise<(staffId: StaffId) => MemberTraining> {
  const checker = createSignatureChecker(session.anchor.state().vaultId, session.roster);
  const members = new Map<StaffId, { done: DoneQuiz[]; practised: Map<TourTask, string> }>();
  for (const row of await store.all<LogRow>(TRAINING_ENTRIES)) {
    const isSigned = checker.next(row) && row.signature !== null;
    const member = members.get(row.staffId) ?? { done: [], practised: new Map<TourTask, string>() };
    members.set(row.staffId, member);
    if (row.action === 'training') {
      const detail = readDetail({ ...row, action: 'training' });
      if (isSigned && detail !== UNREADABLE) member.done.push({ at: row.time, ...detail });
    } else {
      const detail = readDetail({ ...row, action: 'training-practice' });
      if (detail !== UNREADABLE) for (const task of detail.tasks) member.practised.set(task, dayOf(row.time));
    }
  }
  return (staffId) => members.get(staffId) ?? NOTHING;
}

/** Rule that an admin has chosen last, or the default. */
export async function readTrainingRule(store: ReadableStore): Promise<TrainingRule> {
  const chosen = await readLastChoice(store, 'training-rule');
  return chosen === null ? USUAL_TRAINING_RULE : chosen.detail;
}
