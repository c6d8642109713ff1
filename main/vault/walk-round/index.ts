/** Walk-rounds: places of the product and of the company, a result for each of them with the own PIN, and the sheet that is taken along. */
import type { LogDetail } from '../../../contract/log/entries.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { MAX_OWN_PLACES } from '../../../contract/walk-round/lists.ts';
import type { Walks } from '../../../contract/walk-round/routes.ts';
import { AppError } from '../app-error.ts';
import { giveDocument } from '../give-document.ts';
import { type PaperTray, type VaultContext, createPaperTray, defineFeature } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { walkEvidence } from './evidence.ts';
import { walkPackParts } from './pack.ts';
import { finishWalk } from './finish.ts';
import { readPlaces } from './places.ts';
import { walkSheet } from './sheet.ts';
import { readDue, readWalks, requireWalk } from './walks.ts';
import { commitAndRead } from '../session/commit.ts';
import { done } from '../log/done.ts';
import { documentFacts } from '../company-facts/official-document.ts';

export const walkRoundFeature = defineFeature((context) => {
  const tray = createPaperTray();
  return {
    paper: tray.take,
    evidence: walkEvidence,
    packParts: walkPackParts,
    handlers: {
      'walks.list': (session) => readWalks(session),
      'walks.due': readDue,
      'walks.addPlace': addPlace,
      'walks.removePlace': removePlace,
      'walks.schedule': schedule,
      'walks.finish': finishWalk,
      'walks.print': (session, request) => printSheet(session, request, { ...context, tray }),
    },
  };
});

/** Errors: `bad-request` {where: places} where there are too many. */
const addPlace = (session: Session, { title, look }: RouteRequest<'walks.addPlace'>): Promise<Walks> =>
  change(session, async (tx) => {
    const own = (await readPlaces(session, tx)).places.filter(({ placeId }) => placeId !== null);
    if (own.length >= MAX_OWN_PLACES) throw new AppError('bad-request', { where: 'places' });
    const place = await takeId(tx, 'walk_place');
    await tx.run(
      sql`INSERT INTO walk_place (id, title, look, removed_at) VALUES (${place}, ${title}, ${look}, NULL)`,
    );
    return { change: 'added', place };
  });

/** Earlier walks keep it. Errors: `not-found`. */
const removePlace = (session: Session, { placeId }: RouteRequest<'walks.removePlace'>): Promise<Walks> =>
  change(session, async (tx) => {
    const { changes } = await tx.run(
      sql`UPDATE walk_place SET removed_at = ${session.clock.now()} WHERE id = ${placeId} AND removed_at IS NULL`,
    );
    if (changes === 0) throw new AppError('not-found');
    return { change: 'removed', place: placeId };
  });

const schedule = (session: Session, { everyMonths }: RouteRequest<'walks.schedule'>): Promise<Walks> =>
  change(session, async (tx) => {
    await tx.run(sql`UPDATE walk_setting SET every_months = ${everyMonths} WHERE id = 1`);
    return { change: 'schedule', everyMonths };
  });

/** One transaction for a change of the list, its entry and what is so afterwards. */
const change = (
  session: Session,
  work: (tx: WritableStore) => Promise<LogDetail<'walk-places'>>,
): Promise<Walks> =>
  commitAndRead(session, readWalks, async (tx) => {
    const detail = await work(tx);
    return [done('walk-places', detail)];
  });

/** Errors: `not-found`, those of `giveDocument`. */
async function printSheet(
  session: Session,
  { walkId, fileId }: RouteRequest<'walks.print'>,
  { pickedFiles, place, tray }: Pick<VaultContext, 'pickedFiles' | 'place'> & { readonly tray: PaperTray },
): Promise<RouteReply<'walks.print'>> {
  const document = walkSheet({
    ...(await documentFacts(session, place)),
    of: walkId === null ? await readPlaces(session, session.store) : await requireWalk(session, walkId),
  });
  const { pages } = await giveDocument(
    session,
    {
      document,
      fileId,
      entryOf: (made) => done('walk-print', { walk: walkId, pages: made.pages, sha256: made.sha256 }),
    },
    { pickedFiles, tray },
  );
  return { pages };
}
