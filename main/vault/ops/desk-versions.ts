/**
 * The version of the store that each desk has said by its ops, and the least that all who keep the estate have said by now. Both follow from the order alone and are
 * alike at every desk. The least only grows: from then on nothing counts that an older program says, and what would reach the rows of all may go by it.
 */
import { z } from 'zod';
import { AppError } from '../app-error.ts';
import { fromUtf8, utf8 } from '../crypto/bytes.ts';
import { numberUpTo, storeVersionSchema } from '../keys/numbers.ts';
import { type RosterDesk, liveDesks } from '../keys/roster-desks.ts';
import { MAX_DESK } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';

const versionsSchema = z.strictObject({
  least: storeVersionSchema,
  said: z.array(z.strictObject({ desk: numberUpTo(0, MAX_DESK), schema: storeVersionSchema })),
});
type Versions = z.infer<typeof versionsSchema>;
const NOTHING_SAID: Versions = { least: 0, said: [] };

/** Least schema version of an op that may count at the next place. Errors: AppError `store-damaged`. */
export const leastSchema = async (ordered: ReadableStore): Promise<number> =>
  (await readVersions(ordered)).least;

/** Notes what a desk has said by an op that counts; `keyed`: the desks of the roster before that op. Errors: those of `leastSchema`. */
export async function noteSchema(
  tx: WritableStore,
  keyed: ReadonlyMap<number, RosterDesk>,
  { desk, schema }: { readonly desk: number; readonly schema: number },
): Promise<void> {
  const before = await readVersions(tx);
  const said = new Map(before.said.map((one) => [one.desk, one.schema])).set(desk, schema);
  const ofAll = Math.min(...liveDesks(keyed).map((one) => said.get(one.desk) ?? 0));
  const least = Math.max(before.least, Number.isFinite(ofAll) ? ofAll : 0);
  if (least === before.least && before.said.some((one) => one.desk === desk && one.schema === schema)) return;
  const now: Versions = {
    least,
    said: [...said]
      .map(([of, its]) => ({ desk: of, schema: its }))
      .sort((one, other) => one.desk - other.desk),
  };
  const value = utf8(JSON.stringify(now));
  await tx.run(
    sql`INSERT INTO meta (key, value) VALUES ('desk-versions', ${value}) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  );
}

/** Where one desk keeps the store from here on. */
export const forgetVersions = (tx: WritableStore): Promise<unknown> =>
  tx.run(sql`DELETE FROM meta WHERE key = 'desk-versions'`);

async function readVersions(store: ReadableStore): Promise<Versions> {
  const row = await store.get<{ readonly value: Uint8Array }>(
    sql`SELECT value FROM meta WHERE key = 'desk-versions'`,
  );
  if (row === undefined) return NOTHING_SAID;
  try {
    return versionsSchema.parse(JSON.parse(fromUtf8(row.value) ?? ''));
  } catch (error) {
    throw new AppError('store-damaged', { what: 'desk-versions' }, { cause: error });
  }
}
