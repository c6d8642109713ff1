/** Pass before use: whoever has not passed the quiz in force sees nothing of residents once the grace is over. An admin, who sees nothing sealed, is always let in to mend it. */
import type { RouteName } from '../../../contract/route-names.ts';
import type { RouteFacts } from '../../../contract/route.ts';
import { ROUTES } from '../../../contract/routes.ts';
import { isTrained } from '../../../contract/training/lists.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { activeMembers } from '../keys/roster.ts';
import type { Session } from '../session/session.ts';
import { untilChanged } from '../session/until-changed.ts';
import { daysBetween } from '../values/days.ts';
import { readPublished } from '../procedures/api.ts';
import { askingOf } from './asking.ts';
import { readTraining, readTrainingRule } from './read-training.ts';
import { isCoveredBy, standingOf } from './standing.ts';

/** Refuses what shows or sends something of residents. Errors: `not-trained`, those of the store and of `readDecisions`. */
export type TrainingGate = (session: Session, name: RouteName) => Promise<void>;

/** `usualDays`: the grace where no admin has chosen a rule; null where nobody is ever shut out, as in practice. */
export function createTrainingGate(usualDays: number | null): TrainingGate {
  const isShutOut = untilChanged((session) => readShutOut(session, usualDays ?? 0));
  return async (session, name) => {
    if (usualDays === null) return;
    const { shows, sends }: RouteFacts = ROUTES[name].facts;
    if (session.signedIn.role === 'admin' || session.inspection !== null) return;
    if (shows === 'nothing' && sends === undefined) return;
    if (await isShutOut(session)) throw new AppError('not-trained');
  };
}

async function readShutOut(session: Session, usualDays: number): Promise<boolean> {
  const { rule, isChosen } = await readTrainingRule(session, session.store);
  const days = isChosen ? rule.graceDays : usualDays;
  const { role, staffId } = session.signedIn;
  const published = await readPublished(session);
  const { done } = (await readTraining(session, session.store))(staffId);
  const today = dayOf(session.clock.now());
  const asking = askingOf(published, role);
  const { state, on } = standingOf(done, rule, asking, today);
  if (isTrained(state)) return false;
  const since = activeMembers(session.roster).find((one) => one.staffId === staffId)?.since ?? 0;
  const changed = published.filter(
    ({ procedureId: procedure, number }) => !isCoveredBy(done, { procedure, number }),
  );
  const owedFrom =
    state === 'never'
      ? dayOf(since)
      : state === 'overdue'
        ? (on ?? dayOf(since))
        : dayOf(Math.max(0, ...changed.map(({ at }) => at)));
  return daysBetween(owedFrom, today) > days;
}
