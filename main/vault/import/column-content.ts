/** Tells what the cells of a column look like, whatever its heading says: phones, ID numbers, rooms, plates, names, relations, dates. */
import type { ColumnTarget } from '../../../contract/import/views.ts';
import { checkCharacter } from '../values/id-number.ts';
import { isPlaceholder, normaliseDashes, normaliseText } from '../values/normalise.ts';
import { isPlate, normalisePlate } from '../values/plate.ts';
import { looksLikeName } from './name-shapes.ts';
import { readRoomAndName } from './room-and-name.ts';
import { RANK } from './split-people.ts';
import { relationOf } from './cell-words.ts';
import { readDate } from './read-date.ts';
import { readPlaceWords } from './place-words.ts';
import { type Sheet } from './workbook.ts';

/** Cells looked at, from all over the column. */
const LOOKED_AT = 120;

const SHAPES = [
  'phone',
  'id',
  'plate',
  'room',
  'shortRoom',
  'building',
  'unit',
  'name',
  'relation',
  'sex',
  'date',
  'number',
  'decimal',
  'digits',
  'status',
  'state',
  'checkedId',
  'roomAndName',
  'flat',
  'house',
  'villa',
  'inEstate',
  'region',
] as const;
export type Shape = (typeof SHAPES)[number];

export interface Content {
  /** Cells that hold more than a word for nothing. */
  readonly filled: number;
  /** The numbers of its rows, one after another. */
  readonly isCounter: boolean;
  /** Share of them, from 0 to 1, by what they look like; a cell may look like several things. */
  readonly share: Readonly<Record<Shape, number>>;
}

export function contentOf({ rows }: Sheet, dataRows: readonly number[], column: number): Content {
  const step = Math.max(1, Math.floor(dataRows.length / LOOKED_AT));
  const counts = Object.fromEntries(SHAPES.map((shape) => [shape, 0])) as Record<Shape, number>;
  let filled = 0;
  for (let at = 0; at < dataRows.length; at += step) {
    const text = normaliseText((rows[dataRows[at] ?? 0]?.[column] ?? '').slice(0, 200));
    if (text === '' || isPlaceholder('sex', text)) continue;
    filled += 1;
    for (const shape of shapesOf(text)) counts[shape] += 1;
  }
  for (const shape of SHAPES) counts[shape] = filled === 0 ? 0 : counts[shape] / filled;
  return { filled, isCounter: isCounter(rows, dataRows, column), share: counts };
}

/** 1, 2, 3 … down the column. */
function isCounter(rows: Sheet['rows'], dataRows: readonly number[], column: number): boolean {
  const first = dataRows.slice(0, 20).map((row) => rows[row]?.[column] ?? '');
  return first.length > 2 && first.every((text, index) => text === String(Number(first[0]) + index));
}

const PHONE = /(?<![\dA-Z])(?:1[3-9]\d[\d*-]{8,10}|0\d{2,3}-?\d{7,8}|[2-9]\d{6,7})(?![\dA-Z])/iu;
const ID = /(?<!\d)[1-9]\d{5}[\d*]{8}(?:[\d*]{3}[\dX*]|\d)?(?!\d)/iu;
const ROOM =
  /^(?:\p{L}{0,6}\d{0,3}[-#栋幢座期区苑])?\p{L}{0,4}\d{1,3}(?:号楼|[-#栋幢座])(?:.{0,4}单元)?.{0,3}\d{1,4}.{0,4}$/u;
/** A座10楼B室, 3栋2层01室. */
const IN_LETTERS = /^.{0,10}[座栋幢棟].{0,8}\d{1,2}[楼樓层層][A-Z\d]{1,4}[室房號号]?$/iu;
/** With street and estate before it. */
const ADDRESS = /\d{1,3}(?:号楼|#楼?|栋|幢|座).{0,6}?\d{2,4}(?:室|号)?$/u;
const SHORT_ROOM = /^[A-Z]?\d{2,5}[A-Z]?(?:室|房|号|户)?$/iu;

/** 12号, as old lanes count their buildings. */
const HOUSE = /^\d{1,4}[甲乙丙丁]?号(?:楼|院)?$/u;
/** 松鹤里12号. */
const VILLA = /^\p{Script=Han}{2,6}\d{1,4}号$/u;
/** A, B区, 二期: a part of an estate, unlike the district of a city. */
const REGION = /^(?:[A-Z\d]{1,2}|[一二三四五六七八九十东西南北中])[区期]?$/iu;
/** With the name of the estate before its building. */
const IN_ESTATE = /^\p{Script=Han}{2,10}\d{1,3}(?:号楼|#|栋|幢|座)/u;

/** Of three digits and more, which no entrance has. */
const FLAT = /^[A-Z]?\d{3,5}[A-Z]?$/iu;

/** Without phones, ID numbers and words for relations beside it; of several parts of one entry the first. */
export const namesIn = (text: string): string =>
  (text.split('|')[0] ?? '')
    .replaceAll(/[\dXx*-]{7,}/g, ' ')
    .replaceAll(/[（(][^）)]{0,12}[)）]/gu, ' ')
    .split(/[,，、;；/:：\s(（)）]/u)
    .filter((word) => word !== '' && !RANK.test(word))
    .join(' ');

const STATUS =
  /住|租|空|售|装修|毛坯|交房|交付|收楼|收房|接房|闲置|[A-Z]{4}|occupied|vacant|^let$|rented|leased|sold|empty/iu;

/** A state of a room and nothing else: 自住, 已出租, 装修中. */
const STATE =
  /^[已未待在正]?(?:自住|入住|常住|租住|出租|空置|空关|空房|空|闲置|售|出售|装修|毛坯|交房|交付|收楼|收房|接房)[中了]?$/u;

/** A resident ID whose check character is right. */
const isChecked = (text: string): boolean =>
  /^\d{17}[\dX]$/i.test(text) && checkCharacter(text.slice(0, 17)) === text.charAt(17).toUpperCase();

function shapesOf(text: string): readonly Shape[] {
  const dashed = normaliseDashes(text);
  if (readRoomAndName(text) !== null) return ['roomAndName', 'digits'];
  const shapes: Shape[] = [];
  if (ID.test(dashed)) shapes.push('id');
  else if (PHONE.test(dashed)) shapes.push('phone');
  if (text.split(/[,，;；、/\n ]+/).some((part) => isPlate(normalisePlate(part)))) shapes.push('plate');
  const isDoor = IN_LETTERS.test(text);
  if (isDoor || (!/\d{7}/.test(dashed) && (ROOM.test(dashed) || ADDRESS.test(dashed)))) shapes.push('room');
  if (SHORT_ROOM.test(dashed)) shapes.push('shortRoom');
  if (FLAT.test(dashed)) shapes.push('flat');
  if (HOUSE.test(text)) shapes.push('house');
  if (VILLA.test(text)) shapes.push('villa');
  if (IN_ESTATE.test(text)) shapes.push('inEstate');
  if (REGION.test(text)) shapes.push('region');
  const place = text.length < 12 ? readPlaceWords(text) : null;
  if (place?.building !== undefined && place.building !== '' && !isDoor && !/\d{3}/.test(text))
    shapes.push('building');
  if (place?.unit !== undefined && place.unit !== '' && place.building === '' && !/\d{3}/.test(text))
    shapes.push('unit');
  if (looksLikeName(namesIn(text))) shapes.push('name');
  const isWord = text.length < 12 && !looksLikeName(text) && !/.公司$/u.test(text);
  if (isWord && relationOf(text) !== null) shapes.push('relation');
  if (/^\d{2,4}\.\d{1,3}$/.test(text)) shapes.push('decimal');
  if (/\d/.test(text)) shapes.push('digits');
  if (STATUS.test(text)) shapes.push('status');
  if (text.length < 8 && STATE.test(text)) shapes.push('state');
  if (isChecked(dashed)) shapes.push('checkedId');
  if (/^[男女]性?$/u.test(text)) shapes.push('sex');
  if (/^\d{1,6}(?:\.\d+)?$/.test(text)) shapes.push('number');
  else if (readDate(text) !== null) shapes.push('date');
  return shapes;
}

/** What the cells of a target look like. */
const SHAPE_OF: Readonly<Partial<Record<ColumnTarget, readonly Shape[]>>> = {
  phone: ['phone'],
  tenantPhone: ['phone'],
  coOwnerPhone: ['phone'],
  familyPhone: ['phone'],
  occupantPhone: ['phone'],
  landlordPhone: ['phone'],
  idNumber: ['id'],
  tenantId: ['id'],
  coOwnerId: ['id'],
  familyId: ['id'],
  occupantId: ['id'],
  landlordId: ['id'],
  plate: ['plate'],
  roomText: ['digits'],
  unitRoom: ['digits'],
  room: ['digits'],
  name: ['name'],
  tenantName: ['name'],
  coOwnerName: ['name'],
  familyName: ['name'],
  occupantName: ['name'],
  landlordName: ['name'],
  relation: ['relation'],
  sex: ['sex'],
  area: ['number'],
  birthday: ['date', 'number'],
  moveIn: ['date', 'number'],
  moveOut: ['date', 'number'],
  deliveredOn: ['date', 'number'],
  leaseFrom: ['date', 'number'],
  leaseUntil: ['date', 'number'],
  spaceFrom: ['date', 'number'],
  spaceUntil: ['date', 'number'],
};

const shareOf = (content: Content, target: ColumnTarget): number =>
  Math.max(0, ...(SHAPE_OF[target] ?? []).map((shape) => content.share[shape]));

/** Whether the cells bear out what a heading is guessed to say. Of a target without a look of its own nothing can. */
export const bearsOut = (content: Content, target: ColumnTarget): boolean =>
  SHAPE_OF[target] !== undefined && content.filled > 0 && shareOf(content, target) >= 0.6;

/** Whether most cells are plainly something else than their heading says. */
export function contradicts(content: Content, target: ColumnTarget): boolean {
  if (SHAPE_OF[target] === undefined || content.filled < 2 || shareOf(content, target) >= 0.2) return false;
  const said = SHAPE_OF[target] ?? [];
  // Words alone are no room: 租赁房屋.
  if (said.includes('digits')) return true;
  return (['phone', 'id', 'plate', 'name', 'room', 'sex'] as const).some(
    (shape) => !said.includes(shape) && content.share[shape] >= 0.6,
  );
}

export interface ByContent {
  readonly target: ColumnTarget;
  readonly isPlain: boolean;
  readonly share: number;
}

/** What a column may be by its cells alone; null where they say nothing plain. `isPlain`: its format leaves no doubt. */
export function targetByContent(content: Content): ByContent | null {
  const { filled, share } = content;
  if (filled < 2) return null;
  const found = BY_CONTENT.find(([shape, , least]) => share[shape] >= least);
  return found === undefined ? null : { target: found[1], isPlain: found[3], share: share[found[0]] };
}

/** Shape, what it makes a column, the least share of cells, and whether that leaves no doubt. */
const BY_CONTENT: readonly (readonly [Shape, ColumnTarget, number, boolean])[] = [
  ['roomAndName', 'roomText', 0.6, true],
  ['checkedId', 'idNumber', 0.6, true],
  ['id', 'idNumber', 0.6, false],
  ['phone', 'phone', 0.6, false],
  ['plate', 'plate', 0.6, false],
  ['room', 'roomText', 0.7, true],
  ['building', 'building', 0.8, true],
  ['unit', 'unit', 0.8, true],
  ['sex', 'sex', 0.8, true],
  ['relation', 'relation', 0.9, true],
  ['state', 'status', 0.8, true],
  ['name', 'name', 0.7, false],
  ['decimal', 'area', 0.7, false],
];
