/** Tags of replaced values under the next match keys, in the transaction of a rotation: the values are gone, so each tag is tagged again. */
import type { SealedTier } from '../../../contract/fields.ts';
import { AppError } from '../app-error.ts';
import { toHex } from '../crypto/bytes.ts';
import { zero } from '../crypto/zero.ts';
import { type FormerKey, allFormer, sealFormerKeys, tagAgain } from '../keys/former-tags.ts';
import { readFormerKeys } from '../session/former-keys.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import type { TierChange, TierChanges } from './reseal-part.ts';
import { BELOW_EVERY_ID } from './tagged-values.ts';

/** Tags that are made in one go; some milliseconds. */
const AT_ONCE = 1_000;

/** Keys of before are kept for as long as a tag needs them, sealed under the next one. Errors: those of the store and of `tell`. */
export async function retagFormer(
  tx: WritableStore,
  vaultId: string,
  changes: TierChanges,
  tell: () => Promise<void>,
): Promise<void> {
  for (const [tier, change] of changes) {
    await retag(tx, vaultId, tier, change, tell);
    await keepKeys(tx, vaultId, tier, change);
  }
}

async function retag(
  tx: WritableStore,
  vaultId: string,
  tier: SealedTier,
  { to }: TierChange,
  tell: () => Promise<void>,
): Promise<void> {
  for (let after = BELOW_EVERY_ID; ;) {
    const rows = await readTags(tx, tier, after);
    const last = rows.at(-1);
    if (last === undefined) return;
    const tags = rows.map(({ id, tag }) => [id, toHex(tagAgain(vaultId, to, Buffer.from(tag, 'hex')))]);
    await tx.run({
      text: `UPDATE former_tag SET tag = unhex(j.value ->> 1) FROM json_each(?) j WHERE former_tag.value_id = CAST(j.value ->> 0 AS INTEGER)`,
      values: [JSON.stringify(tags)],
    });
    after = last.id;
    await tell();
  }
}

/** Numbers as text: what somebody has written into a store may be beyond what a number holds. What is no tag stays as it is, and is found by nobody. */
const readTags = (
  tx: ReadableStore,
  tier: SealedTier,
  after: string,
): Promise<readonly { readonly id: string; readonly tag: string }[]> =>
  tx.all(sql`
    SELECT '' || value_id AS id, hex(tag) AS tag FROM former_tag WHERE value_id > CAST(${after} AS NUMERIC) AND tier = ${tier} AND length(tag) = 16
    ORDER BY value_id LIMIT ${AT_ONCE}`);

async function keepKeys(
  tx: WritableStore,
  vaultId: string,
  tier: SealedTier,
  { from, to }: TierChange,
): Promise<void> {
  const former = await keysBefore(tx, vaultId, from);
  const needed = await oldestEpoch(tx, tier);
  await tx.run(sql`DELETE FROM former_keys WHERE tier = ${tier}`);
  if (needed !== null) {
    const kept = [...allFormer(former, from), from].filter(({ epoch }) => epoch >= needed);
    if (kept.length > 0)
      await tx.run(
        sql`INSERT INTO former_keys (tier, sealed) VALUES (${tier}, ${sealFormerKeys(vaultId, to, kept)})`,
      );
  }
  zero(...former.map(({ matchKey }) => matchKey));
}

/** Keys of earlier epochs; none where they are damaged, so that no damage stops a rotation: tags of those epochs are found no more, as before. */
async function keysBefore(
  tx: ReadableStore,
  vaultId: string,
  from: TierChange['from'],
): Promise<readonly FormerKey[]> {
  try {
    return await readFormerKeys(tx, vaultId, from);
  } catch (error) {
    if (error instanceof AppError && error.code === 'store-damaged') return [];
    throw error;
  }
}

/** The first epoch in which a tag was made that is still there; null where there is none. */
async function oldestEpoch(tx: ReadableStore, tier: SealedTier): Promise<number | null> {
  const row = await tx.get<{ readonly epoch: number | null }>(
    sql`SELECT min(epoch) AS epoch FROM former_tag WHERE tier = ${tier} AND epoch BETWEEN 0 AND 4294967295`,
  );
  return row?.epoch ?? null;
}
