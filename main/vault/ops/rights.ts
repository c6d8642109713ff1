/** Whether what an op does is what its entries may do: each action says beside its detail which shared tables it writes (contract/manifest.ts). */
import { ACTIONS, type LogAction } from '../../../contract/log/entries.ts';
import type { ActionFacts } from '../../../contract/manifest.ts';
import { TABLES, type TableName } from '../store/tables.ts';
import type { OpContent, TableChanges } from './op-content.ts';

/** Tables of the log itself: whatever is done enters something. */
export const LOG_TABLES: readonly string[] = ['log_entry', 'log_segment'] satisfies readonly TableName[];

/** What an op does that none of its entries may do, as `table+`, `table~` or `table-`; empty where it keeps to them. */
export function beyondItsActions(content: OpContent): readonly string[] {
  const actions = actionsOf(content);
  return content.flatMap((changes) =>
    LOG_TABLES.includes(changes.table)
      ? []
      : waysOf(changes)
          .filter((way) => !mayWrite(actions, changes.table, way))
          .map((way) => `${changes.table}${way}`),
  );
}

const mayWrite = (actions: readonly string[], table: string, way: Way): boolean =>
  [...actions.map((action) => factsOf(action)?.writes[table]), TABLES[table as TableName]?.unsaid].some(
    (writes) => writes?.includes(way) === true,
  );

/** Actions of the entries of an op. */
export function actionsOf(content: OpContent): readonly string[] {
  const log = content.find(({ table }) => table === 'log_entry');
  const at = log?.columns.indexOf('action') ?? -1;
  return [...new Set(log?.added.map((row) => String(row[at])))];
}

type Way = '+' | '~' | '-';

const waysOf = ({ added, changed, removed }: TableChanges): readonly Way[] => [
  ...(added.length > 0 ? (['+'] as const) : []),
  ...(changed.length > 0 ? (['~'] as const) : []),
  ...(removed.length > 0 ? (['-'] as const) : []),
];

/** Facts of an action; none of one that nobody has. */
export const factsOf = (action: string): ActionFacts | undefined =>
  Object.hasOwn(ACTIONS, action) ? ACTIONS[action as LogAction] : undefined;
