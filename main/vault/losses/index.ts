/** Changes that one of several desks has made and that were not kept: what they were, masked, until a supervisor has seen them. */
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { defineFeature } from '../feature.ts';
import { done } from '../log/done.ts';
import { commit } from '../session/commit.ts';
import type { Session } from '../session/session.ts';
import { listLosses, readUnseen } from './list-losses.ts';
import { readPersonOf } from './mask-loss.ts';

export const lossesFeature = defineFeature(() => ({
  handlers: { 'losses.list': (session) => listLosses(session, session.store), 'losses.seen': seeLoss },
}));

/** Off the list at every desk. Errors: `not-found`, also for one that was seen meanwhile. */
const seeLoss = (session: Session, key: RouteRequest<'losses.seen'>): Promise<void> =>
  commit(session, async (tx) => {
    const [loss] = await readUnseen(session, tx, key);
    if (loss === undefined) throw new AppError('not-found');
    const person = await readPersonOf(tx, loss);
    return [done('loss-seen', key, person === null ? {} : { personId: person.id })];
  });
