/** Remembers how the columns of a layout were mapped, by a hash of its headers: nothing of any row, and no header itself. */
import { z } from 'zod';
import { columnTargetSchema } from '../../../contract/import/views.ts';
import { countSchema } from '../../../contract/numbers.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import type { FoundLayout, HeaderHash, Layout, MappedLayout } from './header-layout.ts';

const targetsSchema = z.array(z.strictObject({ index: countSchema, target: columnTargetSchema })).max(200);

/** The first row among those that may be a header whose layout is remembered. */
export async function findLayout(
  store: ReadableStore,
  hashes: readonly HeaderHash[],
): Promise<FoundLayout | null> {
  for (const { header, hash } of hashes) {
    const layout = await readLayout(store, hash);
    if (layout !== null) return { header, layout };
  }
  return null;
}

/** Null where the headers, of which `hash` is, are none, and where nothing is remembered of them. */
export async function readLayout(store: ReadableStore, hash: Uint8Array | undefined): Promise<Layout | null> {
  if (hash === undefined) return null;
  const row = await store.get<{ readonly targets: string }>(
    sql`SELECT targets FROM import_layout WHERE hash = ${hash}`,
  );
  const targets = row === undefined ? null : parseTargets(row.targets);
  return targets === null ? null : { hash, targets };
}

/** Null for what is no mapping: a layout is a proposal, and a bad one is none. */
function parseTargets(text: string): Layout['targets'] | null {
  try {
    return targetsSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function keepLayout(tx: WritableStore, { hash, targets }: Layout, now: number): Promise<void> {
  await tx.run(
    sql`INSERT OR REPLACE INTO import_layout (hash, targets, used_at) VALUES (${hash}, ${JSON.stringify(targets)}, ${now})`,
  );
}

/** With the import that was mapped so. */
export async function rememberLayouts(
  tx: WritableStore,
  layouts: readonly MappedLayout[],
  now: number,
): Promise<void> {
  for (const { hash, layout } of layouts)
    await (layout === null ? forgetLayout(tx, hash) : keepLayout(tx, layout, now));
}

export async function forgetLayout(tx: WritableStore, hash: Uint8Array | undefined): Promise<void> {
  if (hash !== undefined) await tx.run(sql`DELETE FROM import_layout WHERE hash = ${hash}`);
}
