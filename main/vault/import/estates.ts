/** The estates that the rooms on record are in: by them it is told where the rooms of a list are that do not say it. */
import { MAX_ESTATES } from '../../../contract/import/lists.ts';
import { readCompany } from '../company-facts/read-company.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

export interface EstatesOnRecord {
  /** Of the rooms; empty text among them where some are in none. */
  readonly ofRooms: readonly string[];
  /** As the company says which ones it serves. */
  readonly served: readonly string[];
}

export const NO_ESTATES: EstatesOnRecord = { ofRooms: [], served: [] };

/** Longer than any text that a sheet's place may have. */
const LONGEST = 40;

export const estatesOfRooms = async (store: ReadableStore): Promise<readonly string[]> =>
  (
    await store.all<{ readonly estate: string }>(
      sql`SELECT DISTINCT estate FROM room WHERE length(estate) <= ${LONGEST} LIMIT ${MAX_ESTATES - 1}`,
    )
  ).map(({ estate }) => estate);

export async function readEstates({
  store,
  header,
}: Pick<Session, 'store' | 'header'>): Promise<EstatesOnRecord> {
  const { estates } = (await readCompany(store)).facts;
  return {
    ofRooms: await estatesOfRooms(store),
    served: (estates || header.estateName).split(/[、，,；;\s]+/u).filter((name) => name !== ''),
  };
}
