/** The net under all rules: a cell of a row that no draft has anything of is flagged, whichever rule passed it over. */
import { OTHER_PEOPLE_PARTS, ROOM_ADDRESS_PARTS, ROOM_FACTS } from '../../../contract/import/lists.ts';
import type { ColumnTarget } from '../../../contract/import/views.ts';
import { isPlaceholder, toHalfWidth } from '../values/normalise.ts';
import { readIdType, relationOf, vacancyOf } from './cell-words.ts';
import { isHanName } from './name-shapes.ts';
import type { RoomDraft } from './read-room.ts';
import type { SpaceDraft, VehicleDraft } from './read-car.ts';
import type { DraftValue, Flag, RowReading } from './row-reading.ts';

/** What a row became, as far as its cells are looked for in it. */
interface Taken {
  readonly name: string;
  readonly pinyin: string | null;
  readonly sex: string;
  readonly idType: string | null;
  readonly room: RoomDraft | null;
  readonly values: readonly DraftValue[];
  readonly vehicles: readonly VehicleDraft[];
  readonly spaces: readonly SpaceDraft[];
  readonly from: string | null;
  readonly until: string | null;
  readonly share: string | null;
  readonly relation: string;
  readonly lease: object | null;
  readonly ownerCode: string;
  readonly flags: readonly Flag[];
}

/** What came of a row, with a flag on the first of its drafts for each cell of which nothing did. A rejected row is told as a whole. */
export function flagUntaken<Draft extends Taken, Rejected>(
  reading: RowReading,
  parsed: readonly ({ readonly draft: Draft } | { readonly rejected: Rejected })[],
): readonly ({ readonly draft: Draft } | { readonly rejected: Rejected })[] {
  const drafts = parsed.flatMap((one) => ('draft' in one ? [one.draft] : []));
  const [first] = drafts;
  if (first === undefined || drafts.length < parsed.length) return parsed;
  const missed = untaken(reading, drafts);
  if (missed.length === 0) return parsed;
  const flags = missed.map((column): Flag => ({ column, why: 'not-taken' }));
  return parsed.map((one) =>
    'draft' in one && one.draft === first ? { draft: { ...first, flags: [...first.flags, ...flags] } } : one,
  );
}

function untaken({ cells }: RowReading, drafts: readonly Taken[]): readonly number[] {
  // 'no-room' of the whole row tells of all that it says of one.
  const isPlaceTold = isFlagged(null, drafts);
  const missed: number[] = [];
  let held: string | undefined;
  for (const [target, given] of cells) {
    if (isPlaceTold && (IS_PLACE.has(target) || IS_FACT.has(target))) continue;
    for (const { text, column } of given) {
      if (column < 0 || isFlagged(column, drafts) || isQuickly(text, drafts)) continue;
      const isKept = keptAs(target, text, drafts);
      if (isKept === true || isPlaceholder('remark', text) || isPlaceholder('sex', text)) continue;
      if (isKept === null) {
        held ??= folded(drafts.map(textsOf).join(' '));
        if (isWithin(target, text, held)) continue;
      }
      if (!missed.includes(column)) missed.push(column);
    }
  }
  return missed;
}

function isFlagged(column: number | null, drafts: readonly Taken[]): boolean {
  for (const { flags } of drafts) for (const one of flags) if (one.column === column) return true;
  return false;
}

/** Most cells are a name, a value or a plate as they stand. Looked for in loops, since a function for each cell of a long list is memory for the collector. */
function isQuickly(text: string, drafts: readonly Taken[]): boolean {
  for (const { name, values, vehicles } of drafts) {
    if (name === text) return true;
    for (const { value } of values) if (value === text) return true;
    for (const { plate } of vehicles) if (plate === text) return true;
  }
  return false;
}

/** One case and one width, numbers without dashes within and zeros before, spaces for all other signs. */
const folded = (text: string): string =>
  toHalfWidth(text)
    .toUpperCase()
    .replaceAll(/(?<=\d)[-－—](?=\d)/g, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, ' ')
    .replaceAll(/(?<![\dA-Z])0+(?=\d)/g, '');

/** All that a draft keeps. */
const textsOf = ({ name, pinyin, values, room, vehicles, spaces, share, ownerCode }: Taken): string =>
  [
    name,
    pinyin,
    share,
    ownerCode,
    room === null
      ? ''
      : [room.canonical.replaceAll('/', ' '), room.written, ...ROOM_FACTS.map((fact) => room[fact])].join(
          ' ',
        ),
    ...values.map(({ value }) => value),
    ...vehicles.flatMap((vehicle) => Object.values(vehicle) as (string | null)[]),
    ...spaces.flatMap((space) => Object.values(space) as (string | null)[]),
  ].join(' ');

/** What a target makes of a draft where the words of the cell become something else. */
const KEPT_AS: Readonly<Partial<Record<ColumnTarget, (draft: Taken, text: string) => boolean>>> = {
  pinyin: ({ pinyin }) => pinyin !== null,
  sex: ({ sex }) => sex !== 'unknown',
  relation: () => true,
  ownerCode: () => true,
  idType: ({ idType }, text) => idType !== null || readIdType(text) !== null,
  birthday: ({ values }) => values.some(({ field }) => field === 'birthday'),
  moveIn: ({ from, lease }) => from !== null || lease !== null,
  tenantMoveIn: ({ from }) => from !== null,
  moveOut: ({ until }) => until !== null,
  share: ({ share }) => share !== null,
  coOwnerShare: ({ share, relation }) => share !== null && relation === 'co-owner',
  familyRelation: ({ relation }, text) => [relation, 'owner'].includes(relationOf(text) ?? ''),
  leaseFrom: ({ lease }) => lease !== null,
  leaseUntil: ({ lease }) => lease !== null,
  leaseTerm: ({ lease, spaces }) => lease !== null || spaces.some(({ until }) => until !== null),
  spaceKind: ({ spaces }) => spaces.length > 0,
  spaceFrom: ({ spaces }) => spaces.some(({ from }) => from !== null),
  spaceUntil: ({ spaces }) => spaces.some(({ until }) => until !== null),
};

const IS_FACT: ReadonlySet<string> = new Set(ROOM_FACTS);

/** Whether something was made of a cell whose words become something else; null for one whose words are kept. */
function keptAs(target: ColumnTarget, text: string, drafts: readonly Taken[]): boolean | null {
  if (IS_PLACE.has(target)) return isPlaced(text, drafts);
  if (IS_FACT.has(target))
    // Codes of a system say nothing to anybody.
    return hasFact(target, drafts) || /^\d{3,5}$/.test(text) || Number(text) === 0;
  if (target === 'remark' && vacancyOf(text) !== null && hasFact('status', drafts)) return true;
  const keeps = KEPT_AS[target];
  return keeps === undefined ? null : drafts.some((draft) => keeps(draft, text));
}

function hasFact(fact: string, drafts: readonly Taken[]): boolean {
  for (const { room } of drafts)
    if (room !== null && room[fact as (typeof ROOM_FACTS)[number]] !== null) return true;
  return false;
}

const isWithin = (target: ColumnTarget, text: string, held: string): boolean =>
  (OF_WHO.has(target) ? partsOf(text) : folded(text).split(' ')).every((piece) => held.includes(piece));

const IS_PLACE: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>(ROOM_ADDRESS_PARTS);
/** Shorter runs of digits are ranks and counts beside what the cell says. */
const LEAST_DIGITS = 5;

/** Cells with words that say whose a name or a number is. */
const OF_WHO: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  'name',
  'phone',
  'idNumber',
  ...OTHER_PEOPLE_PARTS,
]);

/** An area, and the number of a house in its street. */
const BESIDE_ROOM = /[(（][^)）]{0,20}[)）]|[路街巷道]\d{1,5}号/gu;

/** Whether a room has each number of the cell. */
function isPlaced(text: string, drafts: readonly Taken[]): boolean {
  if (/^\d+$/.test(text))
    for (const { room } of drafts) if (room?.canonical.includes(text) === true) return true;
  const own = toHalfWidth(text).replaceAll(BESIDE_ROOM, ' ');
  const numbers = (own.match(/\d+/g) ?? []).map((number) => number.replace(/^0+(?=\d)/, ''));
  return numbers.every((number) =>
    drafts.some(
      ({ room }) => room !== null && (room.canonical.includes(number) || room.label.includes(number)),
    ),
  );
}

/** The pieces of a cell that have to be found again: numbers, and names but for the words of ranks. */
function partsOf(text: string): readonly string[] {
  const plain = folded(text);
  const names = (plain.match(/\p{Script=Han}+/gu) ?? []).filter(
    (word) => isHanName(word) && relationOf(word) === null && vacancyOf(word) === null,
  );
  const numbers = (plain.match(/[\dX]+/g) ?? []).filter((number) => number.length >= LEAST_DIGITS);
  return [...numbers.map(withoutMore), ...names];
}

/** Without the number of the country before a phone, and an ID number of fifteen digits as the vault widens it, but for its check character. */
function withoutMore(number: string): string {
  if (/^86(?:1\d{10}|\d{9,10})$/.test(number)) return number.slice(2);
  return /^\d{15}$/.test(number) ? `${number.slice(0, 6)}19${number.slice(6)}` : number;
}
