/** Deletions as the store has them: without a name of anybody's. */
import type { ErasureCause } from '../../../contract/erasure/lists.ts';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import type { ReadableStore } from '../store/store.ts';
import { startingWith } from '../store/sql.ts';
import { requireRow } from '../store/rows.ts';

/** A row of `erasure`; what was found is null until somebody has looked. */
export interface ErasureRow {
  readonly erasureId: number;
  readonly cause: ErasureCause;
  readonly basis: string;
  readonly people: number;
  readonly held: number;
  /** JSON: how many rows of each table went. */
  readonly rows: string;
  readonly begunAt: number;
  readonly doneAt: number;
  readonly madeBy: StaffId;
  readonly madeWith: StaffId | null;
  readonly checkedAt: number | null;
  readonly pages: number | null;
  readonly searched: number | null;
  readonly found: number | null;
  readonly walBytes: number | null;
  readonly rewritten: number | null;
  readonly headSeq: number | null;
  readonly headHash: string | null;
}

const select =
  startingWith(`SELECT id AS erasureId, cause, basis, people, held, rows, begun_at AS begunAt, done_at AS doneAt, made_by AS madeBy, made_with AS madeWith,
    checked_at AS checkedAt, pages, searched, found, wal_bytes AS walBytes, rewritten, head_seq AS headSeq, head_hash AS headHash FROM erasure`);

/** The newest first. */
export const readErasures = (store: ReadableStore, most: number): Promise<readonly ErasureRow[]> =>
  store.all<ErasureRow>(select('ORDER BY done_at DESC, id DESC LIMIT ?', most));

/** Errors: `not-found`. */
export async function requireErasure(store: ReadableStore, erasureId: number): Promise<ErasureRow> {
  return requireRow<ErasureRow>(store, select('WHERE id = ?', erasureId));
}

/** The one by which somebody was deleted; undefined of whoever was not. */
export const readErasureOf = (store: ReadableStore, personId: PersonId): Promise<ErasureRow | undefined> =>
  store.get<ErasureRow>(
    select('WHERE id = (SELECT erasure_id FROM erased_person WHERE person_id = ?)', personId),
  );
