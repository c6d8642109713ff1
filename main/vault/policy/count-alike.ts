/** How many people of the estate itself look the same once their names are masked: what a mask of a name leaves hangs on who lives here. */
import type { PolicyView } from '../../../contract/policy/views.ts';
import { USUAL_MASKS } from '../../../contract/policy/lists.ts';
import { maskValue } from '../values/mask.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** Rows that are read in one go. */
const AT_ONCE = 2_000;

/** By the usual mask: of the rarest and of the commonest look. Null where nobody's name is masked. */
export async function countAlike(store: ReadableStore): Promise<PolicyView['alike']> {
  const counts = new Map<string, number>();
  for (let after = 0; ;) {
    const rows = await store.all<{ readonly id: number; readonly name: string; readonly kind: string }>(
      sql`SELECT id, name, kind FROM person WHERE id > ${after} ORDER BY id LIMIT ${AT_ONCE}`,
    );
    for (const { name, kind } of rows) {
      if (kind !== 'person') continue;
      const { mask } = maskValue(USUAL_MASKS, 'name', name, { kind });
      counts.set(mask, (counts.get(mask) ?? 0) + 1);
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  const [least, most] = [...counts.values()].reduce(
    ([low, high], count) => [Math.min(low, count), Math.max(high, count)],
    [Infinity, 0],
  );
  return most === 0 ? null : { least, most };
}
