/** Which records of nobody a workbook has: somebody took their phones or names out of the register. */
import type { PersonId } from '../../../contract/ids.ts';
import type { Pace } from '../long-work/progress.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { hex } from './look-up.ts';
import type { RowDraft } from './parse-rows.ts';
import type { Matched } from './resolve-rows.ts';

/** Those of `canaries` that rows were found to be or may be, or whose phones stand in rows, under whichever name. Errors: AppError `cancelled`. */
export async function metCanaries(
  store: ReadableStore,
  drafts: readonly RowDraft[],
  { people, unresolved, asked }: Pick<Matched, 'people' | 'unresolved' | 'asked'>,
  canaries: readonly PersonId[],
  pace: Pace,
): Promise<readonly PersonId[]> {
  if (canaries.length === 0) return [];
  const byTag = await readTags(store, canaries);
  const met = new Set<number>();
  for (const folded of people) {
    if (folded?.known) met.add(folded.known.id);
    await pace.look();
  }
  for (const { options } of unresolved.values())
    for (const { candidate } of options) if (candidate.known !== null) met.add(candidate.known.id);
  for (const { values } of drafts) {
    for (const { field, value } of values) {
      const tag = asked.get(field, value);
      const canary = tag === undefined ? undefined : byTag.get(hex(tag));
      if (canary !== undefined) met.add(canary);
    }
    await pace.look();
  }
  return canaries.filter((personId) => met.has(personId));
}

async function readTags(
  store: ReadableStore,
  canaries: readonly PersonId[],
): Promise<ReadonlyMap<string, PersonId>> {
  const byTag = new Map<string, PersonId>();
  for (const personId of canaries) {
    const rows = await store.all<{ readonly tag: Uint8Array }>(sql`
      SELECT t.tag FROM sealed_value v JOIN match_tag t ON t.value_id = v.id WHERE v.person_id = ${personId} AND v.replaced_at IS NULL`);
    for (const { tag } of rows) byTag.set(hex(tag), personId);
  }
  return byTag;
}
