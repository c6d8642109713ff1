/** What a vault would hold after an import without an error, and what it would hold after one with an error of each kind. */
import type { Told } from '../../support/import-accuracy/answer.ts';
import type { Stored, StoredPerson, StoredRoom } from '../../support/import-accuracy/read-vault.ts';
import type { Truth } from '../../support/import-accuracy/truth.ts';

const numberOf = (id: string): number => Number(id.slice(1));

/** The first accepted of each value, with whom it belongs. */
export function perfectVault(truth: Truth): Stored {
  const told = truth.values.filter(({ accepted }) => accepted.length > 0);
  const valuesOf = (id: string): StoredPerson['values'] =>
    told.flatMap(({ of, field, accepted: [value = ''], room }) =>
      of === id ? [{ field, value, ...(room === '' ? {} : { roomId: numberOf(room) }) }] : [],
    );
  return {
    people: Object.entries(truth.people).map(([id, name]) => {
      const values = valuesOf(id);
      return { id: numberOf(id), name, values, roomIds: values.flatMap(({ roomId }) => roomId ?? []) };
    }),
    rooms: Object.entries(truth.rooms).map(([id, room]) => ({
      id: numberOf(id),
      ...room,
      values: valuesOf(id),
    })),
  };
}

/** Named to whoever imports are the cells that have to be, and nothing was asked. */
export const flaggedAsTold: Told = {
  questions: 0,
  refused: null,
  isAsked: () => false,
  isFlagged: ({ accepted, toFlag }) => accepted.length === 0 || toFlag,
};

/** As if the sheet's name, or a column, had not been read: rooms that differ in nothing else are one. */
export function withoutBuildings({ people, rooms }: Stored): Stored {
  const kept = new Map<string, StoredRoom>();
  const became = new Map<number, number>();
  for (const room of rooms) {
    const key = `${room.unit}-${room.room}`;
    const bare = {
      ...room,
      estate: '',
      building: '',
      values: room.values.filter(({ field }) => field !== 'building'),
    };
    kept.set(key, kept.get(key) ?? bare);
    became.set(room.id, kept.get(key)!.id);
  }
  const moved = (id: number): number => became.get(id) ?? id;
  return {
    rooms: [...kept.values()],
    people: people.map((person) => ({
      ...person,
      roomIds: person.roomIds.map(moved),
      values: person.values.map((value) =>
        value.roomId === undefined ? value : { ...value, roomId: moved(value.roomId) },
      ),
    })),
  };
}

/** As if two had been taken for one. */
export function withTwoMerged({ people: [first, second, ...others], rooms }: Stored): Stored {
  if (first === undefined || second === undefined) return { people: [], rooms };
  const roomIds = [...first.roomIds, ...second.roomIds];
  const values = [...first.values, ...second.values.filter(({ field }) => field !== 'name')];
  return { people: [{ ...first, values, roomIds }, ...others], rooms };
}

/** As if the row of the last of them had been passed over. */
export function withoutLast({ people, rooms }: Stored): Stored {
  const last = people.at(-1);
  const stays = rooms.filter(
    ({ id }) =>
      last?.roomIds.includes(id) !== true || people.some((one) => one !== last && one.roomIds.includes(id)),
  );
  return { people: people.slice(0, -1), rooms: stays };
}
