/** Search results that a visitor may see: no one, one room, or that more has to be typed. Never another resident's room or name. Pure. */
import type { MaskedPersonRow } from '../../contract/search/views.ts';
import { type SearchItem, isPerson } from './search-store.ts';

export type VisitorChoice =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'several' }
  /** Everybody found lives in this one room (who has moved out is nobody's business); `positions` are theirs in the list of results. */
  | {
      readonly kind: 'room';
      readonly label: string | null;
      readonly rows: readonly { readonly row: MaskedPersonRow; readonly position: number }[];
    };

export function visitorChoice(items: readonly SearchItem[]): VisitorChoice {
  const found = items.flatMap((item) =>
    isPerson(item) && !item.row.former ? [{ row: item.row, position: item.position }] : [],
  );
  const rows = found.filter(
    ({ row }, index) => found.findIndex((one) => one.row.personId === row.personId) === index,
  );
  const [first] = rows;
  if (first === undefined) return { kind: 'nobody' };
  const isOneRoom =
    rows.every(({ row }) => row.roomLabel === first.row.roomLabel) &&
    (first.row.roomLabel !== null || rows.length === 1);
  const isWhole = items.every((item) => item.type !== 'heading' || !item.more);
  return isOneRoom && isWhole ? { kind: 'room', label: first.row.roomLabel, rows } : { kind: 'several' };
}
