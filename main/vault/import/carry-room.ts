/** Gives members of a family the room that stands beside the owner above them, where their own room columns are blank. */
import { ROOM_ADDRESS_PARTS } from '../../../contract/import/lists.ts';
import type { ColumnTarget } from '../../../contract/import/views.ts';
import { relationOf } from './cell-words.ts';
import { type Cell, type RowReading, textOf } from './row-reading.ts';
import { isRoomTarget } from './map-columns.ts';
import { readNamed } from './split-people.ts';

/**
 * Takes the rows of a sheet in their order. Somebody who is called family, co-owner, tenant … or nothing at all gets a room from above,
 * and only from the rows directly above: a blank line, or an owner without a room, ends the family.
 */
export function createRoomCarrier(): (reading: RowReading) => RowReading {
  let above: {
    readonly row: number;
    readonly place: readonly (readonly [ColumnTarget, readonly Cell[]])[];
  } | null = null;
  return (reading) => {
    const place = ROOM_ADDRESS_PARTS.flatMap((target) =>
      reading.cells.has(target) ? [[target, reading.cells.get(target) ?? []] as const] : [],
    );
    if (place.some(([target]) => isRoomTarget(target))) {
      above = { row: reading.index, place };
      return reading;
    }
    const relation = relationOf(textOf(reading, 'relation')) ?? readNamed(textOf(reading, 'name')).relation;
    if (
      above === null ||
      above.row !== reading.index - 1 ||
      relation === 'owner' ||
      !isAboutSomebody(reading)
    )
      return reading;
    above = { ...above, row: reading.index };
    reading.notes.add('room-carried');
    return { ...reading, cells: new Map([...reading.cells, ...above.place]) };
  };
}

const isAboutSomebody = ({ cells }: RowReading): boolean =>
  (['name', 'phone', 'idNumber', 'tenantName', 'familyName'] as const).some((target) => cells.has(target));
