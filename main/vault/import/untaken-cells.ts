/** The net under all rules: a cell of a row that no draft has anything of is flagged, whichever rule passed it over. */
import type { ColumnTarget } from '../../../contract/import/views.ts';
import { isPlaceholder, toHalfWidth } from '../values/normalise.ts';
import { relationOf, vacancyOf } from './cell-words.ts';
import { isHanName } from './name-shapes.ts';
import type { ParsedRow, RowDraft } from './parse-rows.ts';
import { FACTS, type RoomDraft } from './read-room.ts';
import type { Cell, Flag, RowReading } from './row-reading.ts';

/** What came of a row, with a flag on the first of its drafts for each cell of which nothing did. A rejected row is told as a whole. */
export function flagUntaken(reading: RowReading, parsed: readonly ParsedRow[]): readonly ParsedRow[] {
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

function untaken({ cells }: RowReading, drafts: readonly RowDraft[]): readonly number[] {
  const flagged = new Set(drafts.flatMap(({ flags }) => flags.map(({ column }) => column)));
  const missed = new Set<number>();
  let held: string | undefined;
  for (const [target, given] of cells) {
    for (const cell of given) {
      if (cell.column < 0 || flagged.has(cell.column) || isQuickly(cell, drafts)) continue;
      if (isPlaceholder('remark', cell.text) || isPlaceholder('sex', cell.text)) continue;
      held ??= folded(drafts.map(textsOf).join(' '));
      if (!isTaken(target, cell, drafts, held)) missed.add(cell.column);
    }
  }
  return [...missed];
}

/** Most cells are a name or a value as they stand. */
const isQuickly = ({ text }: Cell, drafts: readonly RowDraft[]): boolean =>
  drafts.some(({ name, values }) => name === text || values.some(({ value }) => value === text));

/** One case and one width, numbers without dashes within and zeros before, spaces for all other signs. */
const folded = (text: string): string =>
  toHalfWidth(text)
    .toUpperCase()
    .replaceAll(/(?<=\d)[-－—](?=\d)/g, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, ' ')
    .replaceAll(/(?<![\dA-Z])0+(?=\d)/g, '');

/** All that a draft keeps. */
const textsOf = ({ name, pinyin, values, room, vehicles, spaces, share, ownerCode }: RowDraft): string =>
  [
    name,
    pinyin,
    share,
    ownerCode,
    room === null
      ? ''
      : [room.canonical.replaceAll('/', ' '), room.written, ...FACTS.map((fact) => room[fact])].join(' '),
    ...values.map(({ value }) => value),
    ...vehicles.flatMap((vehicle) => Object.values(vehicle) as (string | null)[]),
    ...spaces.flatMap((space) => Object.values(space) as (string | null)[]),
  ].join(' ');

/** What a target makes of a draft where the words of the cell become something else. */
const KEPT_AS: Readonly<Partial<Record<ColumnTarget, (draft: RowDraft) => boolean>>> = {
  sex: ({ sex }) => sex !== 'unknown',
  relation: () => true,
  ownerCode: () => true,
  idType: ({ idType, values }) => idType !== null || !values.some(({ field }) => field === 'idNumber'),
  birthday: ({ values }) => values.some(({ field }) => field === 'birthday'),
  moveIn: ({ from, lease }) => from !== null || lease !== null,
  moveOut: ({ until }) => until !== null,
  share: ({ share }) => share !== null,
  leaseFrom: ({ lease }) => lease !== null,
  leaseUntil: ({ lease }) => lease !== null,
  leaseTerm: ({ lease }) => lease !== null,
  spaceKind: ({ spaces }) => spaces.length > 0,
  spaceFrom: ({ spaces }) => spaces.some(({ from }) => from !== null),
  spaceUntil: ({ spaces }) => spaces.some(({ until }) => until !== null),
};

const IS_FACT: ReadonlySet<string> = new Set(FACTS);

function isTaken(target: ColumnTarget, { text }: Cell, drafts: readonly RowDraft[], held: string): boolean {
  const keeps = KEPT_AS[target];
  if (keeps !== undefined) return drafts.some(keeps);
  if (IS_FACT.has(target))
    // Codes of a system say nothing to anybody.
    return /^\d{3,5}$/.test(text) || Number(text) === 0 || drafts.some(({ room }) => hasFact(room, target));
  return partsOf(text, target).every((part) => held.includes(part));
}

const hasFact = (room: RoomDraft | null, fact: string): boolean =>
  room !== null && room[fact as (typeof FACTS)[number]] !== null;

const IS_PLACE: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  'estate',
  'building',
  'unit',
  'room',
  'roomText',
  'unitRoom',
]);
/** Shorter runs of digits are ranks and counts beside what the cell says. */
const LEAST_DIGITS = 5;

/** The pieces of a cell that have to be found again: numbers, and names but for the words of ranks. */
function partsOf(text: string, target: ColumnTarget): readonly string[] {
  if (IS_PLACE.has(target))
    return (toHalfWidth(text).match(/\d+/g) ?? []).map((number) => number.replace(/^0+(?=\d)/, ''));
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
