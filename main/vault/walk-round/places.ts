/** The places of a walk-round: those of the data file, then a company's own. */
import { z } from 'zod';
import type { LawSource } from '../../../contract/forms/schemas.ts';
import type { WalkPlace } from '../../../contract/walk-round/routes.ts';
import { MAX_PLACE_WORDS } from '../../../contract/walk-round/lists.ts';
import { readEdition } from '../law/editions.ts';
import { readLawFile } from '../law/read-law.ts';
import { sourceSchema } from '../law/schemas.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

const text = (most: number) => z.string().trim().min(1).max(most);

/** Content of `assets/law/walk-round.json`. Strict: a file with anything else is refused whole. */
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

/** Name of the file, without its extension. */
export const PLACES_FILE = 'walk-round';

/** Places of a walk. */
export interface WalkList {
  readonly places: readonly WalkPlace[];
  /** Of the product's own. */
  readonly source: LawSource;
}

/** The list as it is kept with a walk. Errors: `law-unreadable` {file}. */
export const readPlacesFile = (folder: string): z.infer<typeof placesSchema> =>
  readLawFile(PLACES_FILE, placesSchema, folder);

/** Errors: as `readPlacesFile`. */
export async function readPlaces(
  { lawFolder }: Pick<Session, 'lawFolder'>,
  store: ReadableStore,
): Promise<WalkList> {
  const { places, source } = readPlacesFile(lawFolder);
  const own = await store.all<{ readonly id: number; readonly title: string; readonly look: string }>(
    sql`SELECT id, title, look FROM walk_place WHERE removed_at IS NULL ORDER BY id`,
  );
  return {
    source,
    places: [
      ...places.map(({ id, ...words }) => ({ ref: id, placeId: null, ...words })),
      ...own.map(({ id, title, look }) => {
        const looked = look === '' ? [] : [look];
        return { ref: ownRef(id), placeId: id, title, titleEn: title, look: looked, lookEn: looked };
      }),
    ],
  };
}

/** Reference to one of the company's own places. */
const ownRef = (id: number): string => `own-${id}`;

/** Points to look at in a place of a walk. */
type Looks = Pick<WalkPlace, 'look' | 'lookEn'>;

/** By place: of the product's own as its list had them then, of the company's as they were written. Errors: those of `readEdition`. */
export async function readLooks(
  store: ReadableStore,
  edition: string,
): Promise<{ readonly source: LawSource; readonly looks: ReadonlyMap<string, Looks> }> {
  const own = await store.all<{ readonly id: number; readonly look: string }>(
    sql`SELECT id, look FROM walk_place ORDER BY id`,
  );
  const { source, places } = await readEdition(store, edition, placesSchema);
  return {
    source,
    looks: new Map<string, Looks>([
      ...places.map(({ id, look, lookEn }): [string, Looks] => [id, { look, lookEn }]),
      ...own
        .filter(({ look }) => look !== '')
        .map(({ id, look }): [string, Looks] => [ownRef(id), { look: [look], lookEn: [look] }]),
    ]),
  };
}
