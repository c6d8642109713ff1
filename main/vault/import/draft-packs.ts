/**
 * Drafts on their way from the thread that reads the rows: JSON of bare lists, in pieces, since a message takes far longer for as many objects. Parts that many
 * drafts share, the name of their sheet and their room, travel once.
 */
import type { RejectedRow, RowDraft } from './parse-rows.ts';
import type { RoomDraft } from './read-room.ts';
import type { DraftValue, Flag } from './row-reading.ts';

export interface DraftPack {
  /** Rows of the workbook that have been read for it. */
  readonly rows: number;
  readonly json: string;
}

/** UTF-16 code units, about, after which a pack takes no more, so that none holds up the vault while it is taken apart. */
const CHARACTERS_IN_A_PACK = 300_000;
/** Characters of a draft, a room or a vehicle besides the typed text, about. */
const NAMES_OF_PARTS = 200;

/** A draft without the names of its parts; `sheet` and `room` are numbers among those that have travelled. */
type ListedDraft = readonly [
  sheet: number,
  row: number,
  name: string,
  kind: RowDraft['kind'],
  pinyin: RowDraft['pinyin'],
  sex: RowDraft['sex'],
  idType: RowDraft['idType'],
  relation: RowDraft['relation'],
  room: number | null,
  vehicles: RowDraft['vehicles'],
  spaces: RowDraft['spaces'],
  values: readonly ListedValue[],
  ownerCode: string,
  isReference: boolean,
  isMention: boolean,
  lacksPlace: boolean,
  notes: RowDraft['notes'],
  idColumn: RowDraft['idColumn'],
  /** What most rows do not say; 0 where this one says none of it. */
  seldom: Seldom | 0,
];
type Seldom = readonly [
  from: RowDraft['from'],
  until: RowDraft['until'],
  share: RowDraft['share'],
  lease: RowDraft['lease'],
  block: RowDraft['block'],
  flags: readonly (readonly [column: number | null, why: Flag['why']])[],
];
type ListedValue = readonly [
  field: DraftValue['field'],
  value: string,
  valid: boolean,
  ...note: readonly NonNullable<DraftValue['note']>[],
];

interface Listed {
  readonly rooms: readonly RoomDraft[];
  readonly drafts: readonly ListedDraft[];
  /** Each with the number of its sheet. */
  readonly rejected: readonly (readonly [sheet: number, row: Omit<RejectedRow, 'sheet'>])[];
}

export interface DraftPacker {
  draft(draft: RowDraft): void;
  rejected(row: RejectedRow): void;
  isFull(): boolean;
  /** The drafts, rooms and vehicles added since the previous pack. */
  take(rows: number): DraftPack;
}

/** `sheets`: names of the sheets that the rows are of. */
export function createDraftPacker(sheets: readonly string[]): DraftPacker {
  const numbers = new Map(sheets.map((name, index) => [name, index]));
  const numberOf = (sheet: string): number => numbers.get(sheet) ?? -1;
  const known = new Map<RoomDraft, number>();
  let rooms: RoomDraft[] = [];
  let drafts: ListedDraft[] = [];
  let rejected: Listed['rejected'][number][] = [];
  let characters = 0;
  const numberOfRoom = (room: RoomDraft | null): number | null => {
    if (room === null) return null;
    const before = known.get(room);
    if (before !== undefined) return before;
    rooms.push(room);
    characters += NAMES_OF_PARTS + 3 * room.label.length;
    known.set(room, known.size);
    return known.size - 1;
  };
  return {
    draft(draft) {
      drafts.push(listDraft(draft, numberOf(draft.sheet), numberOfRoom(draft.room)));
      const cars = draft.vehicles.length + draft.spaces.length;
      characters += NAMES_OF_PARTS * (1 + cars) + draft.name.length + draft.ownerCode.length;
      for (const { value } of draft.values) characters += value.length;
    },
    rejected({ sheet, ...row }) {
      rejected.push([numberOf(sheet), row]);
      characters += NAMES_OF_PARTS + row.name.length + row.roomLabel.length + row.phone.length;
    },
    isFull: () => characters >= CHARACTERS_IN_A_PACK,
    take(rows) {
      const listed: Listed = { rooms, drafts, rejected };
      rooms = [];
      drafts = [];
      rejected = [];
      characters = 0;
      return { rows, json: JSON.stringify(listed) };
    },
  };
}

const listDraft = (draft: RowDraft, sheet: number, room: number | null): ListedDraft => [
  sheet,
  draft.row,
  draft.name,
  draft.kind,
  draft.pinyin,
  draft.sex,
  draft.idType,
  draft.relation,
  room,
  draft.vehicles,
  draft.spaces,
  draft.values.map(({ field, value, valid, note }) =>
    note === undefined ? [field, value, valid] : [field, value, valid, note],
  ),
  draft.ownerCode,
  draft.isReference,
  draft.isMention,
  draft.lacksPlace,
  draft.notes,
  draft.idColumn,
  listSeldom(draft),
];

const listSeldom = ({ from, until, share, lease, block, flags }: RowDraft): Seldom | 0 =>
  from === null && until === null && share === null && lease === null && block === null && flags.length === 0
    ? 0
    : [from, until, share, lease, block, flags.map(({ column, why }) => [column, why])];

/** Takes the packs apart in the order in which they were made. Drafts of one room share it. */
export function createDraftUnpacker(sheets: readonly string[]): (pack: DraftPack) => {
  readonly drafts: readonly RowDraft[];
  readonly rejected: readonly RejectedRow[];
} {
  const rooms: RoomDraft[] = [];
  const nameOf = (sheet: number): string => sheets[sheet] ?? '';
  return ({ json }) => {
    const listed = JSON.parse(json) as Listed;
    for (const room of listed.rooms) rooms.push(room);
    return {
      drafts: listed.drafts.map((draft) => unlistDraft(draft, nameOf(draft[0]), rooms)),
      rejected: listed.rejected.map(([sheet, row]) => ({ sheet: nameOf(sheet), ...row })),
    };
  };
}

const SAYS_NONE: Seldom = [null, null, null, null, null, []];

function unlistDraft(listed: ListedDraft, sheet: string, rooms: readonly RoomDraft[]): RowDraft {
  const [, row, name, kind, pinyin, sex, idType, relation, room, vehicles, spaces, values, ...rest] = listed;
  const [ownerCode, isReference, isMention, lacksPlace, notes, idColumn, seldom] = rest;
  const [from, until, share, lease, block, flags] = seldom === 0 ? SAYS_NONE : seldom;
  return {
    sheet,
    row,
    name,
    kind,
    pinyin,
    sex,
    idType,
    relation,
    room: room === null ? null : (rooms[room] ?? null),
    vehicles,
    spaces,
    values: values.map(([field, value, valid, note]) =>
      note === undefined ? { field, value, valid } : { field, value, valid, note },
    ),
    ownerCode,
    isReference,
    isMention,
    lacksPlace,
    notes,
    from,
    until,
    share,
    lease,
    block,
    idColumn,
    flags: flags.map(([column, why]) => ({ column, why })),
  };
}
