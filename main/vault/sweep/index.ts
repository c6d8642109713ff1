/** The sweep for leftover files: begun by hand or by the clock, in the background, and what is decided about what it finds. */
import { lstat } from 'node:fs/promises';
import type { RouteRequest } from '../../../contract/routes.ts';
import { MAX_SWEEP_FOLDERS } from '../../../contract/sweep/lists.ts';
import type { SweepView } from '../../../contract/sweep/routes.ts';
import { AppError } from '../app-error.ts';
import { type VaultContext, defineFeature, longWorkOf } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { ofOwnRows } from '../store/own-rows.ts';
import { sql } from '../store/sql.ts';
import { readFolders, readSetting } from '../file-disposal/sweep-settings.ts';
import { acceptFile, disposeOf, offerToImport } from './decide.ts';
import { sweepEvidence } from './evidence.ts';
import { sweepPackParts } from './pack.ts';
import { daysOf, nextSweep, readDue, readSweep } from './read-sweep.ts';
import { finish, runSweep } from './run-sweep.ts';
import { beginRun, readOpenRun, readRuns, requireFile, setRunState } from './sweep-store.ts';
import { commitAndRead } from '../session/commit.ts';
import { orNotFound } from '../store/rows.ts';
import { done } from '../log/done.ts';

export const sweepFeature = defineFeature((context) => {
  const sweeper = createSweeper(context);
  const { pickedFiles, scanners } = context;
  return {
    everyMinute: (session) => sweeper.followClock(session).catch(() => undefined),
    evidence: sweepEvidence,
    packParts: sweepPackParts,
    handlers: {
      'sweep.read': (session) => readSweep(session),
      'sweep.due': readDue,
      'sweep.begin': (session, { drives }) => sweeper.begin(session, { byHand: true, drives }),
      'sweep.pause': sweeper.pause,
      'sweep.resume': sweeper.resume,
      'sweep.cancel': sweeper.cancel,
      'sweep.schedule': schedule,
      'sweep.addFolder': (session, request) => addFolder(session, context, request),
      'sweep.removeFolder': removeFolder,
      'sweep.accept': acceptFile,
      'sweep.dispose': (session, request) => disposeOf(session, scanners, request),
      'sweep.import': (session, request) => offerToImport(session, pickedFiles, request),
      'sweep.show': async (session, { findingId }) =>
        scanners.showFile((await requireFile(session.store, findingId)).path),
    },
  };
});

/** The one sweep that may run. It outlasts its request; a lock ends it with its process, and the next session goes on. */
function createSweeper(context: VaultContext) {
  const { scanners, emit } = context;
  const work = longWorkOf(context, 'sweep.progress');
  let running: Promise<void> = Promise.resolve();

  /** Returns at once. */
  function goOn(session: Session): void {
    if (work.isRunning()) return;
    running = work
      .run(
        async (found) => {
          const run = await readOpenRun(session.store);
          if (run?.state === 'running') await runSweep(session, scanners, run, found);
        },
        { unattended: true },
      )
      // What went wrong is in the log; a cancel is what somebody asked for.
      .catch(() => undefined)
      .finally(() => emit('changed', { topics: ['sweep'] }));
  }

  async function stop(): Promise<void> {
    work.cancel();
    await running;
  }

  /** Errors: `busy` where one is running or paused. */
  async function begin(
    session: Session,
    how: { readonly byHand: boolean; readonly drives: boolean },
  ): Promise<SweepView> {
    const view = await commitAndRead(session, readSweep, async (tx) => {
      if ((await readOpenRun(tx)) !== undefined) throw new AppError('busy');
      const sweep = await beginRun(tx, session.clock.now(), how);
      return [done('sweep', { step: 'begun', sweep, ...how })];
    });
    goOn(session);
    return view;
  }

  /** Errors: `not-found` where there is none in that state. */
  async function turn(session: Session, from: 'running' | 'paused'): Promise<SweepView> {
    return commitAndRead(session, readSweep, async (tx) => {
      const run = await readOpenRun(tx);
      if (run?.state !== from) throw new AppError('not-found');
      const [state, step] =
        from === 'running' ? (['paused', 'paused'] as const) : (['running', 'resumed'] as const);
      await setRunState(tx, run.id, state, null);
      return [done('sweep', { step, sweep: run.id })];
    });
  }

  return {
    begin,
    async pause(session: Session): Promise<SweepView> {
      await stop();
      return turn(session, 'running');
    },
    async resume(session: Session): Promise<SweepView> {
      const view = await turn(session, 'paused');
      goOn(session);
      return view;
    },
    async cancel(session: Session): Promise<SweepView> {
      await stop();
      const run = orNotFound(await readOpenRun(session.store));
      await finish(session, run.id, null);
      return readSweep(session);
    },
    /** Goes on with what a lock has stopped, and begins what is due. */
    async followClock(session: Session): Promise<void> {
      if (!scanners.areThere || work.isRunning()) return;
      const run = await readOpenRun(session.store);
      if (run !== undefined) return run.state === 'running' ? goOn(session) : undefined;
      const { everyDays } = await readSetting(session.store);
      const next = nextSweep(await readRuns(session.store, 1), daysOf(everyDays));
      if (next !== null && session.clock.now() >= next)
        await begin(session, { byHand: false, drives: false });
    },
  };
}

function schedule(session: Session, { everyDays }: RouteRequest<'sweep.schedule'>): Promise<SweepView> {
  return commitAndRead(session, readSweep, async (tx) => {
    await tx.run(sql`UPDATE sweep_setting SET every_days = ${everyDays} WHERE id = 1`);
    return [done('sweep-settings', { change: 'schedule', everyDays })];
  });
}

/** Errors: `not-found` (not picked, or no folder any more), `already-there`, `bad-request` {where: folders} where there are too many. */
async function addFolder(
  session: Session,
  { pickedFiles }: VaultContext,
  { fileId }: RouteRequest<'sweep.addFolder'>,
): Promise<SweepView> {
  const path = pickedFiles.pathOf(fileId, 'sweep-folder');
  if ((await lstat(path).catch(() => null))?.isDirectory() !== true) throw new AppError('not-found');
  return commitAndRead(session, readSweep, async (tx) => {
    const there = await readFolders(tx);
    if (there.some((folder) => folder.path === path)) throw new AppError('already-there');
    if (there.length >= MAX_SWEEP_FOLDERS) throw new AppError('bad-request', { where: 'folders' });
    const folder = await takeId(tx, 'sweep_folder');
    await tx.run(sql`INSERT INTO sweep_folder (id, path) VALUES (${folder}, ${path})`);
    return [done('sweep-settings', { change: 'folder-added', folder })];
  });
}

/** Errors: `not-found`. */
function removeFolder(
  session: Session,
  { folderId }: RouteRequest<'sweep.removeFolder'>,
): Promise<SweepView> {
  return commitAndRead(session, readSweep, async (tx) => {
    const { changes } = await tx.run(
      ofOwnRows(sql`DELETE FROM sweep_folder WHERE $own AND id = ${folderId}`),
    );
    if (changes === 0) throw new AppError('not-found');
    return [done('sweep-settings', { change: 'folder-removed', folder: folderId })];
  });
}
