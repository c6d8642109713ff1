/** A walk is finished: each place has its result, and what was found becomes an item that is to be put right, in one commit. */
import type { RouteRequest } from '../../../contract/routes.ts';
import { FINDING_DAYS } from '../../../contract/walk-round/lists.ts';
import type { Walks } from '../../../contract/walk-round/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf, startOfDay } from '../clock.ts';
import { keepEdition } from '../law/editions.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import { addRectification } from '../rectification/register.ts';
import type { Session } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import { PLACES_FILE, readPlaces, readPlacesFile } from './places.ts';
import { readWalks } from './walks.ts';
import { withOwnPin } from '../session/with-own-pin.ts';
import { commitAndRead } from '../session/commit.ts';
import { done } from '../log/done.ts';

/**
 * Errors: `changed-meanwhile` where the places are others by now, `bad-request` {where: words} for a finding without words, those of `withSlots`,
 * of `addRectification` and of the log.
 */
export function finishWalk(session: Session, { results, pin }: RouteRequest<'walks.finish'>): Promise<Walks> {
  if (results.some(({ outcome, words }) => outcome === 'finding' && words === ''))
    throw new AppError('bad-request', { where: 'words' });
  return withOwnPin(session, pin, (present) =>
    commitAndRead(session, readWalks, async (tx) => {
      const { places } = await readPlaces(session, tx);
      const edition = await keepEdition(tx, PLACES_FILE, readPlacesFile(session.lawFolder));
      if (places.length !== results.length || places.some(({ ref }, at) => ref !== results[at]?.ref))
        throw new AppError('changed-meanwhile');
      const now = session.clock.now();
      const walkId = await takeId(tx, 'walk_round');
      await tx.run(
        sql`INSERT INTO walk_round (id, at, by, edition) VALUES (${walkId}, ${now}, ${session.signedIn.staffId}, ${edition})`,
      );
      const entries: SessionEntry[] = [];
      for (const [at, { outcome, words }] of results.entries()) {
        const place = places[at];
        if (place === undefined) throw new AppError('changed-meanwhile');
        const { ref, title, titleEn } = place;
        const item =
          outcome === 'finding'
            ? await addRectification(tx, session, {
                source: 'walk-round',
                sourceRef: `${walkId}:${ref}`,
                title,
                words,
                dueOn: dayOf(startOfDay(dayOf(now), FINDING_DAYS)),
              })
            : null;
        if (item !== null) entries.push(...item.entries);
        await tx.run(sql`
          INSERT INTO walk_result (walk_id, ordinal, ref, title, title_en, outcome, words, rectification_id)
          VALUES (${walkId}, ${at}, ${ref}, ${title}, ${titleEn}, ${outcome}, ${words}, ${item?.rectificationId ?? null})`);
      }
      const count = (of: string): number => results.filter(({ outcome }) => outcome === of).length;
      const detail = {
        walk: walkId,
        fine: count('fine'),
        findings: count('finding'),
        absent: count('absent'),
      };
      const walk: SessionEntry = done('walk-round', detail, { signedBy: present });
      return [walk, ...entries];
    }),
  );
}
