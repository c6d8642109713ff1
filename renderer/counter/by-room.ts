/** The people of a page of results by room. Pure. */
import type { MaskedPersonRow } from '../../contract/search/views.ts';

/** A room and who was found in it; `label` is null for those without a room. */
export interface RoomGroup {
  readonly label: string | null;
  readonly rows: readonly MaskedPersonRow[];
}

/**
 * Rooms in the order in which the first of each stands among the rows, and people in their order within each:
 * the vault ranks its answer, so nobody moves except up to somebody of their own room.
 */
export function groupByRoom(rows: readonly MaskedPersonRow[]): readonly RoomGroup[] {
  const groups = new Map<string | null, MaskedPersonRow[]>();
  for (const row of rows) {
    const group = groups.get(row.roomLabel);
    if (group === undefined) groups.set(row.roomLabel, [row]);
    else group.push(row);
  }
  return [...groups].map(([label, people]) => ({ label, rows: people }));
}

/** Width of a label in halves of a Chinese character. */
const widthOf = (label: string): number =>
  [...label].reduce((width, char) => width + (char > '\u2e80' ? 2 : 1), 0);

/** Whether a room stands in one line with whoever lives there alone, and nothing of it has to be left out. */
export const isShort = (label: string | null): boolean => label === null || widthOf(label) <= 19;

/** The lines that a room takes above its people. */
export const linesOf = (label: string | null): number =>
  label === null ? 1 : Math.ceil(widthOf(label) / 40);
