/** Tells what of a plan has to be answered before anything is written: a list without rooms, a building that was lost between sheets, and rooms that are on record elsewhere. */
import type { ImportPlan } from '../../../contract/import/views.ts';
import type { Pace } from '../long-work/progress.ts';
import { isUnderstood } from '../values/room-text.ts';
import type { ReadableStore } from '../store/store.ts';
import { estatesOfRooms } from './estates.ts';
import { findRooms } from './look-up.ts';
import type { RowDraft } from './parse-rows.ts';
import type { Matched } from './resolve-rows.ts';

type Stop = ImportPlan['stops'][number];

/** Owners of one room: the sheets and the names that it has, and whether both are several. */
interface Owners {
  readonly name: string;
  readonly sheets: Set<string>;
  hasOtherName: boolean;
}

/** Errors: those of `pace`. */
export async function findStops(drafts: readonly RowDraft[], pace: Pick<Pace, 'look'>): Promise<Stop[]> {
  const owners = new Map<string, Owners>();
  const sheets = new Set<string>();
  let hasRoom = false;
  for (const { sheet, name, room, relation, isReference } of drafts) {
    await pace.look();
    hasRoom ||= room !== null;
    if (name === '' || isReference) continue;
    sheets.add(sheet);
    if (room === null || relation !== 'owner') continue;
    const of = owners.get(room.canonical);
    if (of === undefined) {
      owners.set(room.canonical, { name, sheets: new Set([sheet]), hasOtherName: false });
      continue;
    }
    of.sheets.add(sheet);
    of.hasOtherName ||= of.name !== name;
  }
  if (sheets.size > 0 && !hasRoom) return [{ stop: 'no-rooms', rooms: 0, sheets: [...sheets].slice(0, 100) }];
  const torn = [...owners.values()].filter((of) => of.sheets.size > 1 && of.hasOtherName);
  const named = new Set(torn.flatMap((of) => [...of.sheets]));
  return torn.length === 0
    ? []
    : [{ stop: 'rooms-in-sheets', rooms: torn.length, sheets: [...named].slice(0, 100) }];
}

/**
 * New rooms whose building, unit and number are on record in another estate: they may be the same, where one of the two names no estate, or the list one
 * that no room on record is in. Errors: those of the store and of `pace`.
 */
export async function findElsewhere(
  store: ReadableStore,
  { rooms }: Pick<Matched, 'rooms'>,
  drafts: readonly RowDraft[],
  pace: Pace,
): Promise<Stop[]> {
  const estates = await estatesOfRooms(store);
  const newRooms = [...rooms].filter(([, { known, room }]) => known === null && isUnderstood(room));
  const torn = new Set<string>();
  for (const estate of estates) {
    const sought = new Map(
      newRooms.flatMap(([canonical, { room }]) =>
        estate !== room.estate && (estate === '' || room.estate === '' || !estates.includes(room.estate))
          ? [[`${estate}${canonical.slice(room.estate.length)}`, canonical] as const]
          : [],
      ),
    );
    for (const there of (await findRooms(store, [...sought.keys()], pace)).keys())
      torn.add(sought.get(there) ?? '');
  }
  const sheets = [...torn].flatMap((canonical) =>
    (rooms.get(canonical)?.rows ?? []).flatMap((row) => drafts[row]?.sheet ?? []),
  );
  return torn.size === 0
    ? []
    : [{ stop: 'rooms-elsewhere', rooms: torn.size, sheets: [...new Set(sheets)].slice(0, 100) }];
}
