/** Somebody notices what has to be put right, or says more of it. */
import type { RectificationFacts, RectificationRegister } from '../../../contract/rectification/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { checkDay } from '../values/days.ts';
import { writeTracker } from './read-tracker.ts';
import { type RectificationRow, addRectification, addStep, requireRectification } from './register.ts';
import { done } from '../log/done.ts';

/** Errors: those of `addRectification`. */
export const addItem = (
  session: Session,
  { item }: RouteRequest<'rectification.add'>,
): Promise<RectificationRegister> =>
  writeTracker(
    session,
    async (tx) => (await addRectification(tx, session, { source: 'own', ...item })).entries,
  );

/** Nothing is written where nothing differs. Errors: `invalid-value` {field: until}, those of `requireOpen`. */
export async function changeItem(
  session: Session,
  { item, ...seen }: RouteRequest<'rectification.change'>,
): Promise<RectificationRegister> {
  const next = { ...item, dueOn: checkDay('until', item.dueOn) };
  return writeTracker(session, async (tx) => {
    const was = await requireOpen(tx, seen);
    const changed = (
      ['title', 'words', 'who', 'dueOn'] as const satisfies readonly (keyof RectificationFacts)[]
    ).filter((fact) => was[fact] !== next[fact]);
    if (changed.length === 0) return [];
    await tx.run(sql`
      UPDATE rectification SET title = ${next.title}, words = ${next.words}, who = ${next.who}, due_on = ${next.dueOn}, version = version + 1
      WHERE id = ${was.rectificationId}`);
    await addStep(
      tx,
      session,
      was.rectificationId,
      'changed',
      next.dueOn === was.dueOn ? '' : (next.dueOn ?? '—'),
    );
    return [
      done('rectification-change', {
        rectification: was.rectificationId,
        source: was.source,
        dueOn: next.dueOn,
        changed,
      }),
    ];
  });
}

/** Errors: those of `requireRectification`, `not-found` where it is done. */
export async function requireOpen(
  tx: WritableStore,
  seen: Pick<RectificationRow, 'rectificationId' | 'version'>,
): Promise<RectificationRow> {
  const row = await requireRectification(tx, seen);
  if (row.state !== 'open') throw new AppError('not-found');
  return row;
}
