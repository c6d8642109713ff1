/** The places of a walk-round: those of the data file, then a company's own. */
import { z } from 'zod';
import type { WalkPlace } from '../../../contract/walk-round/routes.ts';
import { MAX_PLACE_WORDS } from '../../../contract/walk-round/lists.ts';
import { readLawFile } from '../law/read-law.ts';
import { sourceSchema } from '../law/schemas.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

const text = (most: number) => z.string().trim().min(1).max(most);

/** What `assets/law/walk-round.json` holds. Strict: a file that says anything else is refused whole. */
const placesSchema = z.strictObject({
  kind: z.literal('walk-round'),
  source: sourceSchema,
  places: z
    .array(
      z.strictObject({
        id: z.string().regex(/^(?!own-)[a-z0-9][a-z0-9-]{0,59}$/),
        title: text(40),
        titleEn: text(60),
        look: z.array(text(MAX_PLACE_WORDS)).max(12),
        lookEn: z.array(text(MAX_PLACE_WORDS)).max(12),
      }),
    )
    .max(40)
    .refine((places) => new Set(places.map(({ id }) => id)).size === places.length),
});

/** Errors: `law-unreadable`. */
export async function readPlaces(store: ReadableStore): Promise<readonly WalkPlace[]> {
  const { places } = readLawFile('walk-round', placesSchema);
  const own = await store.all<{ readonly id: number; readonly title: string; readonly look: string }>(
    sql`SELECT id, title, look FROM walk_place WHERE removed_at IS NULL ORDER BY id`,
  );
  return [
    ...places.map(({ id, ...words }) => ({ ref: id, placeId: null, ...words })),
    ...own.map(({ id, title, look }) => {
      const looked = look === '' ? [] : [look];
      return { ref: `own-${id}`, placeId: id, title, titleEn: title, look: looked, lookEn: looked };
    }),
  ];
}
