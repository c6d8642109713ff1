/** Remembered layouts, recognised by their cells: a hash of the headers, and their mapping. No header leaves its thread. */
import { createHash } from 'node:crypto';
import { REJECT_HEADERS } from '../../../contract/import/lists.ts';
import type { SheetMapping } from '../../../contract/import/requests.ts';
import type { ColumnTarget } from '../../../contract/import/views.ts';
import { HEADER_WITHIN, findHeader, headsOf } from './find-table.ts';
import { normaliseHeader } from './read-heading.ts';
import { STRAY_NUMBER } from './row-reading.ts';
import { understandSheet } from './understand-sheet.ts';
import type { Sheet } from './workbook.ts';

export interface Layout {
  readonly hash: Uint8Array;
  readonly targets: readonly { readonly index: number; readonly target: ColumnTarget }[];
}

/** A row that may be a header, from 0, and the hash of the layout that it would be of. */
export interface HeaderHash {
  readonly header: number;
  readonly hash: Uint8Array;
}

/** A row from 0 and the layout that is remembered of it. */
export interface FoundLayout {
  readonly header: number;
  readonly layout: Layout;
}

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

/** Of the rows of a sheet that may be its header, in their order. */
export const headerHashes = (sheet: Sheet): readonly HeaderHash[] =>
  sheet.rows.slice(0, HEADER_WITHIN).flatMap((_, header) => {
    const hash = hashHeaders(headsOf(sheet, header));
    return hash === undefined ? [] : [{ header, hash }];
  });

/** A mapped sheet's headers by their hash, and its layout where a person had to say what the headers do not. */
export interface MappedLayout {
  /** Undefined where the headers are none. */
  readonly hash: Uint8Array | undefined;
  readonly layout: Layout | null;
}

/** Nothing of a sheet that is mapped without a header. */
export function mappedLayout(sheet: Sheet, { headerRow, columns }: SheetMapping): readonly MappedLayout[] {
  if (headerRow === 0 || sheet.rows[headerRow - 1] === undefined) return [];
  const headers = headsOf(sheet, headerRow - 1);
  const proposed = understandSheet(sheet, headerRow - 1, null).columns;
  const own = new Map(columns.map(({ index, target }) => [index, target]));
  const asProposed =
    findHeader(sheet) === headerRow - 1 &&
    proposed.every(({ target, sure }, index) => sure && (own.get(index) ?? null) === target);
  const hash = hashHeaders(headers);
  return [{ hash, layout: asProposed || hash === undefined ? null : { hash, targets: columns } }];
}
