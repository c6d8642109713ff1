/** Lists of the import that a screen needs without any schema. */

/** Why a row is not taken. */
export const REJECT_REASONS = [
  'no-name',
  'no-room',
  'room-not-understood',
  'name-too-long',
  'name-not-valid',
  'phone-not-valid',
  'id-not-valid',
  'value-too-long',
  'repeated-row',
  'co-owners-unclear',
  'owner-not-found',
  'left-out',
  'became-unclear',
  'pinyin-not-valid',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** Parts of a room, of a vehicle and of its space that a column may hold. */
export const ROOM_PARTS = [
  'estate',
  'building',
  'unit',
  'room',
  'roomText',
  'floor',
  'layout',
  'area',
  'status',
] as const;
export type RoomPart = (typeof ROOM_PARTS)[number];
export const CAR_PARTS = [
  'brand',
  'colour',
  'vehicleKind',
  'carPark',
  'spaceCode',
  'spaceKind',
  'spaceFrom',
  'spaceUntil',
] as const;
export type CarPart = (typeof CAR_PARTS)[number];

/** Header of the column that a workbook of rejected rows adds; it is not read when the workbook comes again. */
export const REJECT_HEADERS = { 'zh-CN': '未收原因', en: 'Why not taken' } as const;

/** What may be said of a row of which the rules cannot tell whose it is. */
export const IMPORT_ANSWERS = ['same', 'other', 'leave-out'] as const;
export type ImportAnswer = (typeof IMPORT_ANSWERS)[number];

/** Rows among which a header is looked for, as the spreadsheet counts them. */
export const MOST_HEADER_ROW = 50;

/** Spaces that one row may name. */
export const MOST_ROW_SPACES = 10;

/** Rows and columns that are shown of a sheet whose header is not known. */
export const MOST_FIRST_ROWS = 10;
export const MOST_FIRST_CELLS = 12;
