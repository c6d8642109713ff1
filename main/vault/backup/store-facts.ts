/** Facts of a store that nobody changes: recorded in a backup's manifest, and computed again when the backup is checked. */
import { AppError } from '../app-error.ts';
import { toHex } from '../crypto/bytes.ts';
import { readVaultMeta } from '../keys/verify-store.ts';
import { ownChain } from '../log/chains.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadableStore, Store } from '../store/store.ts';
import { type HashWatcher, hashTables, tablesThatDiffer } from '../store/table-hashes.ts';
import type { ManifestFacts } from '../backup-files/manifest.ts';

/** Errors, AppError: `store-damaged` {problems} where the file is not sound, `store-mismatch` {part: 'vault'}, those of the watcher. */
export async function readFacts(
  store: Store,
  vaultId: string,
  watcher: HashWatcher = {},
): Promise<ManifestFacts> {
  const problems = await store.integrityCheck();
  if (problems.length > 0) throw new AppError('store-damaged', { problems: problems.length });
  if ((await readVaultMeta(store)).vaultId !== vaultId)
    throw new AppError('store-mismatch', { part: 'vault' });
  const tables = await hashTables(store, new Set(), watcher);
  return { ...(await readHeads(store)), tables: [...tables] };
}

/** As the manifest says, to the last row. Errors, AppError: those of `readFacts`; `backup-damaged` {part: 'tables', tables}. */
export async function expectFacts(
  store: Store,
  vaultId: string,
  expected: ManifestFacts,
  watcher: HashWatcher = {},
): Promise<void> {
  const found = await readFacts(store, vaultId, watcher);
  const differ = tablesThatDiffer(expected.tables, found.tables);
  if (differ.length > 0) throw new AppError('backup-damaged', { part: 'tables', tables: differ.join(', ') });
}

type Heads = Pick<ManifestFacts, 'rosterHead' | 'log' | 'tierEpochs'>;

/** Ends of roster and log and the newest tier keys; unverified. */
async function readHeads(store: ReadableStore): Promise<Heads> {
  const [roster, log, tiers] = await Promise.all([
    one<{ readonly n: number; readonly hash: Uint8Array }>(
      store,
      sql`SELECT n, hash FROM roster_entry ORDER BY n DESC LIMIT 1`,
    ),
    one<{ readonly seq: number; readonly hash: Uint8Array }>(
      store,
      ownChain(sql`SELECT seq, hash FROM $log ORDER BY seq DESC LIMIT 1`),
    ),
    store.all<{ readonly tier: 'contact' | 'identity'; readonly epoch: number }>(
      sql`SELECT tier, max(epoch) AS epoch FROM tier_key GROUP BY tier`,
    ),
  ]);
  const epochOf = (tier: 'contact' | 'identity'): number =>
    tiers.find((row) => row.tier === tier)?.epoch ?? 0;
  return {
    rosterHead: { n: roster.n, hash: toHex(roster.hash) },
    log: { seq: log.seq, hash: toHex(log.hash) },
    tierEpochs: { contact: epochOf('contact'), identity: epochOf('identity') },
  };
}

async function one<Row>(store: ReadableStore, query: Sql): Promise<Row> {
  const row = await store.get<Row>(query);
  if (row === undefined) throw new AppError('store-mismatch', { part: 'vault' });
  return row;
}
