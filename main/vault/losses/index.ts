/** Changes that one of several desks has made and that were not kept: what they were, masked, until a supervisor has seen them. */
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { defineFeature } from '../feature.ts';
import { done } from '../log/done.ts';
import { commit } from '../session/commit.ts';
import type { Session } from '../session/session.ts';
import { withSupervisor } from '../session/with-own-pin.ts';
import { listLosses, readUnseen } from './list-losses.ts';
import { readPersonOf } from './mask-loss.ts';

export const lossesFeature = defineFeature(() => ({
  handlers: { 'losses.list': (session) => listLosses(session, session.store), 'losses.seen': seeLoss },
}));

/** All that a step has lost, off the list at every desk. Errors: `not-found`, also for what was seen meanwhile; those of `withSupervisor`. */
const seeLoss = (session: Session, { desk, n, pin }: RouteRequest<'losses.seen'>): Promise<void> =>
  withSupervisor(session, pin, (present) =>
    commit(session, async (tx) => {
      const [loss] = await readUnseen(session, tx, { desk, n });
      if (loss === undefined) throw new AppError('not-found');
      const personId = (await readPersonOf(tx, loss))?.id ?? null;
      return [done('loss-seen', { desk, n }, { personId, signedBy: present })];
    }),
  );
