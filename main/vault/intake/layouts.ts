/** Remembers how the columns of a layout were mapped, by a hash of its headers: nothing of any row, and no header itself. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { REJECT_HEADERS } from '../../../contract/intake/lists.ts';
import type { SheetMapping } from '../../../contract/intake/requests.ts';
import type { ColumnTarget } from '../../../contract/intake/views.ts';
import { columnTargetSchema } from '../../../contract/intake/views.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { findHeader, HEADER_WITHIN } from './find-table.ts';
import { normaliseHeader, proposeTargets } from './map-columns.ts';
import { STRAY_NUMBER } from './row-reading.ts';
import type { Sheet, Workbook } from './workbook.ts';

export interface Layout {
  readonly hash: Uint8Array;
  readonly targets: readonly { readonly index: number; readonly target: ColumnTarget }[];
}

const targetsSchema = z
  .array(z.strictObject({ index: z.number().int().nonnegative(), target: columnTargetSchema }))
  .max(200);

/** The column that a workbook of rejected rows adds is no part of its layout. */
const isReasonColumn = (header: string): boolean =>
  Object.values(REJECT_HEADERS).some((own) => own === header.trim());

/** SHA-256 over the headers as they are compared, in their places. Undefined where there are none, and for a row that holds a long number: it is no header. */
export function hashHeaders(headers: readonly string[]): Uint8Array | undefined {
  if (headers.length === 0 || headers.some((header) => STRAY_NUMBER.test(header))) return undefined;
  const own = headers.map((header) => (isReasonColumn(header) ? '' : normaliseHeader(header)));
  while (own.at(-1) === '') own.pop();
  return new Uint8Array(createHash('sha256').update(JSON.stringify(own)).digest());
}

/** The first row among those that may be a header whose layout is remembered. */
export async function findLayout(
  store: ReadableStore,
  sheet: Sheet,
): Promise<{ readonly header: number; readonly layout: Layout } | null> {
  for (const [header, row] of sheet.rows.slice(0, HEADER_WITHIN).entries()) {
    const layout = row.length === 0 ? null : await readLayout(store, row);
    if (layout !== null) return { header, layout };
  }
  return null;
}

export async function readLayout(store: ReadableStore, headers: readonly string[]): Promise<Layout | null> {
  const hash = hashHeaders(headers);
  const row =
    hash === undefined
      ? undefined
      : await store.get<{ readonly targets: string }>(
          sql`SELECT targets FROM import_layout WHERE hash = ${hash}`,
        );
  const targets = row === undefined ? null : parseTargets(row.targets);
  return hash === undefined || targets === null ? null : { hash, targets };
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

/** A mapped sheet's headers, and its layout where a person had to say what the headers do not. */
export interface MappedLayout {
  readonly headers: readonly string[];
  readonly layout: Layout | null;
}

export function mappedLayout(
  workbook: Workbook,
  { sheet: name, headerRow, columns }: SheetMapping,
): readonly MappedLayout[] {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  const headers = sheet?.rows[headerRow - 1];
  if (sheet === undefined || headers === undefined) return [];
  const proposed = proposeTargets(headers);
  const own = new Map(columns.map(({ index, target }) => [index, target]));
  const asProposed =
    findHeader(sheet) === headerRow - 1 &&
    headers.every((_, index) => (own.get(index) ?? null) === proposed[index]);
  const hash = asProposed ? undefined : hashHeaders(headers);
  return [{ headers, layout: hash === undefined ? null : { hash, targets: columns } }];
}

/** With the import that was mapped so. */
export async function rememberLayouts(
  tx: WritableStore,
  layouts: readonly MappedLayout[],
  now: number,
): Promise<void> {
  for (const { headers, layout } of layouts)
    await (layout === null ? forgetLayout(tx, headers) : keepLayout(tx, layout, now));
}

export async function forgetLayout(tx: WritableStore, headers: readonly string[]): Promise<void> {
  const hash = hashHeaders(headers);
  if (hash !== undefined) await tx.run(sql`DELETE FROM import_layout WHERE hash = ${hash}`);
}
