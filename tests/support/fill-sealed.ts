/** Puts an estate into a vault's store whose values are really sealed to its tier keys and tagged, as an import leaves it. */
import { createTagger, tagText } from '../../main/vault/keys/match.ts';
import { createSealBatch, insertBatch } from '../../main/vault/keys/seal.ts';
import type { TierPrivate, TrustedTierKey } from '../../main/vault/keys/tier-keys.ts';
import type { EngineName, Store } from '../../main/vault/store/store.ts';
import { type Household, type SealValues, generateHouseholds, insertEstate } from './generate-people.ts';
import { type AtRest, breakIn, openGrants, readGrants } from './sealed-values.ts';

/** The vault must be closed. `pin`: its supervisor's, where it is not that of `PINS`. Answers how many values there are. */
export async function fillSealed(
  desk: AtRest,
  engine: EngineName,
  households: number | Iterable<Household>,
  pin?: string,
): Promise<number> {
  await using loot = await breakIn(desk, 'supervisor', { engine, ...(pin === undefined ? {} : { pin }) });
  const keys = openGrants(loot, await readGrants(loot.store));
  return await insertSealed(loot.store, loot.header.vaultId, keys, households);
}

/** With a key of each tier. */
export async function insertSealed(
  store: Store,
  vaultId: string,
  keys: readonly TierPrivate[],
  households: number | Iterable<Household>,
): Promise<number> {
  const taggers = new Map(keys.map((key) => [key.tier, createTagger(vaultId, key)]));
  const seal: SealValues = async (tx, tier, values) => {
    const key = keys.find((one) => one.tier === tier)!;
    const batch = createSealBatch({ ...(key as TierPrivate & TrustedTierKey), vaultId });
    const batchId = await insertBatch(tx, batch);
    return values.map((one) => ({
      batchId,
      ...batch.seal(one, one.value),
      tag: {
        tag: taggers.get(tier)!(one.field, tagText(one.field, one.personId, one.value)),
        epoch: key.epoch,
      },
    }));
  };
  const estate =
    typeof households === 'number' ? generateHouseholds({ residents: households, seed: 11 }) : households;
  const { values } = await insertEstate(store, estate, seal);
  await store.checkpoint();
  return values;
}
