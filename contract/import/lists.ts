/** Closed lists and limits of the import, without schemas, for screens. */

/** Why a row of the workbook is rejected. */
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

/** Parts of a room that a column may hold. */
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
/** Parts of a vehicle and of its parking space that a column may hold. */
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

/**
 * Header of the column that the workbook of rejected rows adds, by language. An import ignores that column.
 */
export const REJECT_HEADERS = { 'zh-CN': '未收原因', en: 'Why not taken' } as const;

/** Answers to a row that the rules cannot match to one person. */
export const IMPORT_ANSWERS = ['same', 'other', 'leave-out'] as const;
export type ImportAnswer = (typeof IMPORT_ANSWERS)[number];

/** Last row in which a header is looked for, 1-based as the spreadsheet counts. */
export const MAX_HEADER_ROW = 50;

/** Most parking spaces that one row may name. */
export const MAX_ROW_SPACES = 10;

/** Rows shown of a sheet whose header is not known. */
export const MAX_FIRST_ROWS = 10;
/** Columns shown of a sheet whose header is not known. */
export const MAX_FIRST_CELLS = 12;

/** Its actions, as log and papers call them. */
export const IMPORT_ACTION_WORDS = {
  'import-preview': ['导入预览', 'Previewed an import'],
  import: ['导入', 'Imported'],
  'import-undo-check': ['预览撤销导入', 'Previewed undoing an import'],
  'import-undo': ['撤销导入', 'Undid an import'],
  'import-rejects': ['存出未导入的行', 'Saved rows not taken'],
  'import-dispose': ['擦除原表格', 'Disposed of the file'],
  'import-layout': ['删除列的对应', 'Forgot a column mapping'],
} as const;
