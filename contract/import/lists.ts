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
  'not-a-row',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** What says which room it is. */
export const ROOM_ADDRESS_PARTS = ['estate', 'building', 'unit', 'room', 'roomText', 'unitRoom'] as const;
/** What else a row may say of a room, in the order in which it is written. */
export const ROOM_FACTS = [
  'floor',
  'layout',
  'area',
  'innerArea',
  'sharedArea',
  'usage',
  'totalFloors',
  'status',
  'deliveredOn',
] as const;
/** Parts of a room that a column may hold. */
export const ROOM_PARTS = [...ROOM_ADDRESS_PARTS, ...ROOM_FACTS] as const;
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
/** Names, phones and ID numbers of others than the person of the row. */
export const OTHER_PEOPLE_PARTS = [
  'tenantName',
  'tenantPhone',
  'tenantId',
  'coOwnerName',
  'coOwnerPhone',
  'coOwnerId',
  'familyName',
  'familyPhone',
  'familyId',
  'occupantName',
  'occupantPhone',
  'occupantId',
  'landlordName',
  'landlordPhone',
  'landlordId',
] as const;
export type OtherPersonPart = (typeof OTHER_PEOPLE_PARTS)[number];
/** Who else lives there, and since when, that a column may hold. */
export const HOUSEHOLD_PARTS = [
  ...OTHER_PEOPLE_PARTS,
  'moveIn',
  'tenantMoveIn',
  'tenantEmail',
  'moveOut',
  'share',
  'coOwnerShare',
  'familyRelation',
  'leaseFrom',
  'leaseUntil',
  'leaseTerm',
] as const;
export type HouseholdPart = (typeof HOUSEHOLD_PARTS)[number];

/** What a column holds that has ID numbers, or says of what kind they are. */
const ID_TARGETS: ReadonlySet<string | null> = new Set([
  'idNumber',
  'idType',
  ...OTHER_PEOPLE_PARTS.filter((part) => part.endsWith('Id')),
]);
/** Whether a column of this target brings ID numbers, whoever's they are. */
export const isIdTarget = (target: string | null): boolean => ID_TARGETS.has(target);

/** Where the rooms of a sheet are, as far as its rows do not say it. */
export const PLACE_PARTS = ['estate', 'building', 'unit'] as const;
/** Estates among which somebody may choose. */
export const MAX_ESTATES = 30;
/** What said so: the sheet's name, a title above its headings, lines between its rows, another sheet, the rooms on record, or whoever imports it. */
export const PLACE_SOURCES = ['name', 'title', 'lines', 'workbook', 'records', 'person'] as const;

/**
 * What has to be said of a sheet before it is read: what some of its columns are, which one holds the rooms, in which building they are, in which
 * estate; the last is asked of one sheet for all that lack it.
 */
export const SHEET_ASKS = ['columns', 'rooms', 'place', 'estate'] as const;
export type SheetAsk = (typeof SHEET_ASKS)[number];

/** Why a cell was set aside or wants a look, while its row was taken; `not-in-list` is about somebody on record whom the list does not have any more. */
export const FLAG_REASONS = [
  'id-check-digit',
  'id-cut',
  'id-masked',
  'id-not-valid',
  'id-shared',
  'phone-not-valid',
  'phone-of-somebody',
  'phones-unclear',
  'ids-unclear',
  'person-in-remark',
  'date-not-valid',
  'value-too-long',
  'name-not-valid',
  'no-name',
  'room-not-understood',
  'no-building',
  'no-room',
  'pinyin-not-valid',
  'plate-not-valid',
  'area-not-valid',
  'relation-not-known',
  'lease-without-tenant',
  'may-have-left',
  'placeholder',
  'not-taken',
  'removed-before',
  'id-no-consent',
  'not-in-list',
] as const;
export type FlagReason = (typeof FLAG_REASONS)[number];

/** Why a plan is not written without an answer: it has no room at all, one room has owners from several sheets, or rooms that it would make are on record under another estate. */
export const IMPORT_STOPS = ['no-rooms', 'rooms-in-sheets', 'rooms-elsewhere'] as const;
export type ImportStop = (typeof IMPORT_STOPS)[number];

/** What is asked of a row; one answer may settle all of a kind. */
export const QUESTION_KINDS = ['id-names', 'twice-in-room', 'other-phone', 'other-id', 'several'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Header of the column that the workbook of rejected rows adds, by language. An import ignores that column. */
export const REJECT_HEADERS = { 'zh-CN': '未收原因', en: 'Why not taken' } as const;

/** What may be said of whoever is on record and not in the list. */
export const MISSING_ANSWERS = ['stay', 'look'] as const;
export type MissingAnswer = (typeof MISSING_ANSWERS)[number];

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
  'import-rejects': ['另存未导入的行', 'Saved rejected rows'],
  'import-dispose': ['擦除原表格', 'Erased the file'],
  'import-layout': ['删除列的对应', 'Cleared a column mapping'],
  'import-flag': ['核对导入的单元格', 'Checked a flagged import cell'],
} as const;
