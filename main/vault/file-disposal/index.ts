/** Files destroyed after an import or a sweep, and their copies, which are looked for in the background and destroyed one by one. */
import type { Disposals } from '../../../contract/file-disposal/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { type VaultContext, defineFeature, longWorkOf } from '../feature.ts';
import { orSayFailed } from '../session/log-on-failure.ts';
import { type Session, logAlone } from '../session/session.ts';
import { withSlots } from '../session/with-slots.ts';
import { ofOwnRows } from '../store/own-rows.ts';
import { sql } from '../store/sql.ts';
import { checkCopies } from './check-copies.ts';
import {
  markDestroyed,
  readDisposals,
  readInState,
  requireCopy,
  requireDisposal,
  setDisposalState,
} from './disposals.ts';
import { disposeFile } from './dispose-file.ts';
import { settleBroken } from './dispose-source.ts';
import { done } from '../log/done.ts';

export const fileDisposalFeature = defineFeature((context) => {
  const checker = createChecker(context);
  return {
    everyMinute: (session) => checker.followClock(session).catch(() => undefined),
    handlers: {
      'disposals.list': (session) => readDisposals(session, checker.checking()),
      'disposals.check': (session, request) => checker.checkAgain(session, request),
      'disposals.destroy': async (session, request) => {
        await destroyCopy(session, request);
        return readDisposals(session, checker.checking());
      },
      'disposals.show': async (session, { copyId }) =>
        context.scanners.showFile((await requireCopy(session.store, copyId)).path),
    },
  };
});

/** One check at a time. It outlasts its request; a lock ends it with its process, and the next session makes it anew. */
function createChecker(context: VaultContext) {
  const { scanners, emit } = context;
  const work = longWorkOf(context, 'disposals.progress');
  let current: number | null = null;

  async function checkWaiting(session: Session): Promise<void> {
    if (!scanners.areThere || work.isRunning()) return;
    const told = (): void => emit('changed', { topics: ['disposals'] });
    await work
      .run(
        async (running) => {
          for (let [row] = await readInState(session.store, 'waiting'); row !== undefined;) {
            current = row.id;
            told();
            await checkCopies(session, scanners, row, running);
            [row] = await readInState(session.store, 'waiting');
          }
        },
        { first: { done: 0, total: 0, secondsLeft: null }, unattended: true },
      )
      .finally(() => {
        current = null;
        told();
      });
  }

  return {
    checking: () => current,
    /** Errors: `not-found` for one that was not destroyed. */
    async checkAgain(session: Session, { disposalId }: RouteRequest<'disposals.check'>): Promise<Disposals> {
      const { state } = await requireDisposal(session.store, disposalId);
      if (state === 'begun' || state === 'not-destroyed') throw new AppError('not-found');
      await session.store.transaction((tx) => setDisposalState(tx, disposalId, 'waiting'));
      // What goes wrong is tried again by the clock.
      void checkWaiting(session).catch(() => undefined);
      return readDisposals(session, disposalId);
    },
    async followClock(session: Session): Promise<void> {
      await settleBroken(session);
      // Nobody waits for it; what goes wrong is tried again a minute later.
      void checkWaiting(session).catch(() => undefined);
    },
  };
}

/**
 * The entry comes first, so that nothing is removed of which the log does not know. Errors: `not-found`, `not-allowed` (a list of a program's
 * own), `file-changed`, `file-not-removed`, those of `withSlots`.
 */
async function destroyCopy(
  session: Session,
  { copyId, pin }: RouteRequest<'disposals.destroy'>,
): Promise<void> {
  const { slotId, staffId } = session.signedIn;
  await withSlots(session, [{ slotId, pin }], async (present) => {
    const copy = await requireCopy(session.store, copyId);
    if (copy.kind === 'listed') throw new AppError('not-allowed');
    const { disposalId, place, size, path } = copy;
    const entry = done('disposal-copy', { disposal: disposalId, place, bytes: size }, { signedBy: present });
    await logAlone(session, entry);
    await orSayFailed(
      session,
      { ...entry, outcome: 'failed' },
      async () => void (await disposeFile(path, copy)),
    );
    const now = session.clock.now();
    await session.store.transaction(async (tx) => {
      await tx.run(
        ofOwnRows(
          sql`UPDATE disposal_copy SET destroyed_at = ${now}, destroyed_by = ${staffId} WHERE $own AND path = ${path} AND destroyed_at IS NULL`,
        ),
      );
      await markDestroyed(tx, path, { at: now, by: staffId });
    });
  });
}
