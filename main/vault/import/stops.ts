/** Tells what of a plan has to be answered before anything is written: a list without rooms, and a building that was lost between sheets. */
import type { ImportPlan } from '../../../contract/import/views.ts';
import type { Pace } from '../long-work/progress.ts';
import type { RowDraft } from './parse-rows.ts';

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
