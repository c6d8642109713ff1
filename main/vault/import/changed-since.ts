/** Tells by the log whether people or rooms have changed: whatever changes them leaves its entry in the same transaction. */
import type { LogAction } from '../../../contract/log/entries.ts';
import { type Marks, allChains, behind, readWhole, within } from '../log/chains.ts';
import type { ReadableStore } from '../store/store.ts';

/** Actions in the log that leave people and rooms as they are. */
const CHANGES_NOTHING: ReadonlySet<LogAction> = new Set([
  'sign-in',
  'sign-in-failed',
  'locked',
  'search',
  'open',
  'verify',
  'reveal',
  'open-full',
  'extract',
  'print',
  'print-clear',
  'disclose',
  'disclosure',
  'disclosure-file',
  'disclosure-recall',
  'disclosure-note',
  'disclosure-end',
  'pin-failed',
  'import-preview',
  'import-undo-check',
  'import-rejects',
  'import-dispose',
  'import-layout',
  'import-flag',
  'open-room',
  'replaced-list',
  'room-check',
  'emergency-seen',
  'search-id',
  'log-read',
  'log-verify',
  'refused',
  'alarm',
  'acknowledge',
]);

/** Whether anything has, behind the marks, at any desk. */
export async function changedSince(store: ReadableStore, since: Marks): Promise<boolean> {
  const { text, values } = within(behind(await readWhole(store), since));
  const rows = await store.all<{ readonly action: LogAction }>(
    allChains({ text: `SELECT DISTINCT action FROM $log WHERE ${text}`, values }),
  );
  return rows.some(({ action }) => !CHANGES_NOTHING.has(action));
}
