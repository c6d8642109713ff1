/** A line that holds data without a purpose or a basis has to be put right: an item of the tracker for each, once while it is open. */
import type { InventoryItemId } from '../../../contract/inventory/lists.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import { addRectification } from '../rectification/register.ts';
import type { InventoryDue } from './read-inventory.ts';
import type { Session } from '../session/session.ts';
import type { WritableStore } from '../store/store.ts';
import { commit } from '../session/commit.ts';
import { ITEM_WORDS } from '../../../contract/vocabulary/inventory.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';

/** Opens an item for a line; the caller commits the entries with it. Errors: those of `addRectification`. */
export async function openFinding(
  tx: WritableStore,
  session: Session,
  item: InventoryItemId,
): Promise<readonly SessionEntry[]> {
  const { entries } = await addRectification(tx, session, {
    source: 'inventory',
    sourceRef: item,
    title: `信息清单：“${inChinese(ITEM_WORDS[item])}”没有写明用途或依据`,
  });
  return entries;
}

/** By the clock: whatever has become a finding since, as by new data or a first value. `known`: lines that this process has opened an item for. */
export async function openFindings(
  session: Session,
  { findings }: InventoryDue,
  known: Set<InventoryItemId>,
): Promise<void> {
  for (const item of known) if (!findings.includes(item)) known.delete(item);
  const fresh = findings.filter((item) => !known.has(item));
  if (fresh.length === 0) return;
  await commit(session, async (tx) => {
    const entries: SessionEntry[] = [];
    for (const item of fresh) entries.push(...(await openFinding(tx, session, item)));
    return entries;
  });
  for (const item of fresh) known.add(item);
}
