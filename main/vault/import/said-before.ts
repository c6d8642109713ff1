/** Keeps what somebody has said of a file until it is imported, so that a lock, a crash or a visitor in between takes none of it. */
import { createHash } from 'node:crypto';
import { type KeptAnswers, keptAnswersSchema } from '../../../contract/import/requests.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, Store, WritableStore } from '../store/store.ts';
import type { PackedWorkbook } from './packed-rows.ts';

/** Milliseconds after which it is gone. */
const KEPT_FOR = 7 * 86_400_000;

/** SHA-256 over the cells: the same file under another name is the same. */
export function hashOfCells({ sheets }: PackedWorkbook): Uint8Array {
  const hash = createHash('sha256');
  for (const { name, packs } of sheets) {
    hash.update(JSON.stringify(name));
    for (const { bytes } of packs) hash.update(bytes);
  }
  return new Uint8Array(hash.digest());
}

/** Null where this person has said nothing of it, or not in a form that is still understood. */
export async function readSaid(
  store: ReadableStore,
  file: Uint8Array,
  staffId: StaffId,
  now: number,
): Promise<KeptAnswers | null> {
  const row = await store.get<{ readonly said: string }>(
    sql`SELECT said FROM import_said WHERE file = ${file} AND staff_id = ${staffId} AND at > ${now - KEPT_FOR}`,
  );
  if (row === undefined) return null;
  try {
    return keptAnswersSchema.parse(JSON.parse(row.said));
  } catch {
    return null;
  }
}

/** In the place of what was said before. */
export async function keepSaid(
  tx: WritableStore,
  file: Uint8Array,
  staffId: StaffId,
  said: KeptAnswers,
  now: number,
): Promise<void> {
  await tx.run(
    sql`INSERT OR REPLACE INTO import_said (file, staff_id, said, at) VALUES (${file}, ${staffId}, ${JSON.stringify(said)}, ${now})`,
  );
}

/** With the import of the file: nobody is asked about it any more. */
export async function forgetSaid(tx: WritableStore, file: Uint8Array): Promise<void> {
  await tx.run(sql`DELETE FROM import_said WHERE file = ${file}`);
}

/** By the clock. */
export async function forgetOldSaid(store: Store, now: number): Promise<void> {
  const old = await store.get(sql`SELECT 1 FROM import_said WHERE at <= ${now - KEPT_FOR} LIMIT 1`);
  if (old !== undefined)
    await store.transaction((tx) => tx.run(sql`DELETE FROM import_said WHERE at <= ${now - KEPT_FOR}`));
}
