/** What whoever has the keychain as well as the store key makes of a closed vault's log: anything, in an order that is right. */
import { createAnchor, readAnchor } from '../../main/vault/anchor/anchor.ts';
import { type LogRow, selectRows } from '../../main/vault/log/audit-log.ts';
import { allChains } from '../../main/vault/log/chains.ts';
import { hashEntry, stepKey, tagEntry } from '../../main/vault/log/chain.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { insertOf } from './signed-rows.ts';
import { openStoreOf } from './store-tools.ts';
import { PINS, type VaultHarness } from './vault-harness.ts';

/** The log that is to stand there, made from the one that does. */
export type Forging = (rows: readonly LogRow[], vaultId: Uint8Array) => readonly LogRow[];

/**
 * Replaces the log by `change` of its rows: chained, tagged under the keys that follow on the anchor's, and anchored. No tag of before the anchor's key can be
 * made anew, which only the sheet can tell. With `inPlace` rows stand as they are given, and the anchor as it was: whoever has the store key alone does that.
 */
export async function forgeLog(
  desk: VaultHarness,
  engine: EngineName,
  change: Forging,
  inPlace = false,
): Promise<void> {
  const vault = { vaultDir: desk.vaultDir, deviceSecrets: desk.keychain.deviceSecrets };
  const store = await openStoreOf(vault, chooseEngine(engine), PINS.admin);
  const known = readAnchor(desk.keychain.anchors.filter((copy) => copy !== undefined))!;
  const { vaultId, log } = known.state;
  const rows = await store.all<LogRow>(selectRows(allChains, 'ORDER BY seq'));
  let { key } = log;
  const forged: LogRow[] = [];
  for (const row of change(rows, vaultId)) {
    const before = forged.at(-1);
    const isAsWritten =
      inPlace ||
      before === undefined ||
      (rows.includes(row) && Buffer.from(row.prevHash).equals(before.hash));
    if (isAsWritten) {
      forged.push(row);
      continue;
    }
    const content = { ...row, seq: before.seq + 1, prevHash: before.hash };
    const tag = tagEntry(vaultId, content, key);
    forged.push({ ...content, tag, hash: hashEntry(vaultId, content, tag) });
    key = stepKey(key);
  }
  await store.transaction(async (tx) => {
    const triggers = await tx.all<{ readonly name: string; readonly sql: string }>({
      text: `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'log_entry'`,
      values: [],
    });
    for (const { name } of triggers) await tx.run({ text: `DROP TRIGGER ${name}`, values: [] });
    await tx.run({ text: 'DELETE FROM log_entry', values: [] });
    for (const row of forged) await tx.run(insertOf(row));
    for (const { sql: text } of triggers) await tx.run({ text, values: [] });
  });
  await store.close();
  if (inPlace) return;
  const last = forged.at(-1)!;
  const head = { segment: last.segmentId, seq: last.seq, hash: last.hash, key };
  const anchor = createAnchor(
    { ...known, state: { ...known.state, log: head } },
    { write: (copy, bytes) => desk.keychain.writeAnchor(copy, bytes) },
  );
  for (let copies = 0; copies < 2; copies += 1) await anchor.update((state) => state);
}
