/** Turns the rows of a mapped sheet into drafts: what each holds once numbers, widths and placeholders are put right, or why it is rejected. */
import type { RejectReason } from '../../../contract/import/lists.ts';
import {
  FIELDS,
  type IdType,
  OWN_SEALED_FIELD_IDS,
  type PersonKind,
  type Relation,
  type SealedFieldId,
  type Sex,
} from '../../../contract/fields.ts';
import { linkedIn } from '../../../contract/people/guardian.ts';
import type { ColumnTarget, RowNote } from '../../../contract/import/views.ts';
import { saysUnderFourteen } from '../values/age.ts';
import { checkIdNumber } from '../values/id-number.ts';
import { normalisePinyin } from '../values/name.ts';
import { isPlaceholder, normaliseCode, normaliseText } from '../values/normalise.ts';
import { isPlate, normalisePlate } from '../values/plate.ts';
import { NO_PATTERNS, type RoomPatterns } from '../values/room-pattern.ts';
import { keptNote, validateField } from '../values/validate.ts';
import { createRoomCarrier } from './carry-room.ts';
import { readIdType, readSex, relationOf, wordsOfCompany } from './cell-words.ts';
import { type SpaceDraft, type VehicleDraft, readSpaces, readVehicles } from './read-car.ts';
import { type RoomDraft, readRoom } from './read-room.ts';
import { readPhones } from './read-phones.ts';
import {
  type Columns,
  type DraftValue,
  type RowReading,
  STRAY_NUMBER,
  noteForm,
  reject,
  startReading,
  textOf,
} from './row-reading.ts';
import { splitOwners } from './split-owners.ts';
import { splitRelation } from './split-relation.ts';
import { MARKS, type Sheet, isMarked } from './workbook.ts';

/** One row that becomes a person, a room, or both. */
export interface RowDraft {
  readonly sheet: string;
  /** As the spreadsheet shows it, from 1. */
  readonly row: number;
  /** Empty for a room without anybody. */
  readonly name: string;
  readonly kind: PersonKind;
  /** How the name is read, as the edit form keeps it. */
  readonly pinyin: string | null;
  readonly sex: Sex;
  readonly idType: IdType | null;
  readonly relation: Relation;
  readonly room: RoomDraft | null;
  readonly vehicles: readonly VehicleDraft[];
  readonly spaces: readonly SpaceDraft[];
  readonly values: readonly DraftValue[];
  /** By which the sheets of a workbook refer to one another; empty where the row has none. */
  readonly ownerCode: string;
  /** A row about somebody who is kept elsewhere: nobody is made of it. */
  readonly isReference: boolean;
  /** Has neither room nor phone nor ID number, and counts on another sheet for one. */
  readonly lacksPlace: boolean;
  readonly notes: readonly RowNote[];
}

export interface RejectedRow {
  readonly sheet: string;
  readonly row: number;
  readonly reason: RejectReason;
  readonly name: string;
  readonly roomLabel: string;
  readonly phone: string;
  readonly notes: readonly RowNote[];
}

/** A draft of which nothing becomes anything. */
export function toRejected(
  { sheet, row, name, room, values, notes }: RowDraft,
  reason: RejectReason,
): RejectedRow {
  return {
    sheet,
    row,
    reason,
    name,
    roomLabel: room?.label ?? '',
    phone: values.find((value) => value.field === 'phone')?.value ?? '',
    notes,
  };
}

export type ParsedRow = { readonly draft: RowDraft } | { readonly rejected: RejectedRow };

/** Longest name, in code points. */
const LONGEST_NAME = 50;
/** Longest code of an owner that is compared, in UTF-16 code units. */
const LONGEST_CODE = 40;
/** In a remark, where a receptionist's PIN opens them. */
const PHONE_AMID = /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}[- ]?[2-9]\d{6,7})(?!\d)/;
const ID_AMID = /(?<!\d)[1-9]\d{16}[\dXx](?!\d)/;

/** Reads the rows of one sheet in their order, since a family takes its room from the row above. `today` in milliseconds, as the clock says. */
export function createRowParser(
  sheet: Sheet,
  columns: Columns,
  today: number,
  patterns: RoomPatterns = NO_PATTERNS,
): (index: number) => readonly ParsedRow[] {
  const carry = createRoomCarrier();
  const isReference = refersToOwners(columns);
  return (index) => {
    const reading = carry(startReading(sheet, index, columns));
    if (reading.cells.size === 0) return [];
    const owners = splitOwners(reading).map((owner) =>
      parseReading(owner, columns, isReference, today, patterns),
    );
    // Half of a row is not taken.
    const rejected = owners.find((owner) => 'rejected' in owner);
    return rejected === undefined ? owners : [rejected];
  };
}

/** A list of vehicles or spaces names owners who are kept elsewhere, in another sheet or in the store: it gives nothing that makes a person. */
function refersToOwners(columns: Columns): boolean {
  const has = (...targets: readonly ColumnTarget[]): boolean =>
    columns.some(({ target }) => targets.includes(target));
  return has('plate', 'spaceCode') && !has('room', 'roomText', 'idNumber', 'sex', 'relation', 'birthday');
}

function parseReading(
  reading: RowReading,
  columns: Columns,
  isReference: boolean,
  today: number,
  patterns: RoomPatterns,
): ParsedRow {
  const { name: rawName, relation: inName } = splitRelation(textOf(reading, 'name'));
  if (inName !== null) reading.notes.add('relation-in-name');
  const values = readValues(reading, today);
  const kind = readKind(reading, rawName);
  const room = readRoom(reading, patterns);
  const plates = readPlates(reading);
  const vehicles = readVehicles(reading, plates);
  const spaces = readSpaces(reading, plates);
  const ownerCode = normaliseCode(textOf(reading, 'ownerCode')).slice(0, LONGEST_CODE);
  const name = readName(
    reading,
    rawName,
    kind,
    ownerCode === '' && (values.length > 0 || plates.length > 0 || spaces.length > 0),
  );
  const pinyin = readPinyin(reading, name);
  const lacksPlace = room === null && !isFindable(columns, values);
  if (lacksPlace && (ownerCode === '' || isRoomSheet(columns)))
    reject(reading, isReference ? 'owner-not-found' : 'no-room');
  if (
    !values.some(({ field }) => field === 'guardian') &&
    values.some(({ field, value }) => saysUnderFourteen(field, value, today))
  )
    reading.notes.add('guardian-needed');
  const remarked = withLeftOver(values, reading);
  const at = { sheet: reading.sheet.name, row: reading.index + 1, notes: [...reading.notes] };
  if (reading.reason !== null) {
    const phone = remarked.find((value) => value.field === 'phone')?.value ?? '';
    return {
      rejected: {
        ...at,
        reason: reading.reason,
        name: name === '' ? rawName : name,
        roomLabel: room?.label ?? '',
        phone,
      },
    };
  }
  const idType = readIdType(textOf(reading, 'idType')) ?? idTypeOf(remarked, today);
  const relation = relationOf(textOf(reading, 'relation')) ?? inName ?? 'owner';
  return {
    draft: {
      ...at,
      name,
      kind,
      pinyin,
      sex: readSex(textOf(reading, 'sex')),
      idType,
      relation,
      room,
      vehicles,
      spaces,
      values: remarked,
      ownerCode,
      isReference,
      lacksPlace,
    },
  };
}

function readKind(reading: RowReading, rawName: string): PersonKind {
  const byCode = readIdType(textOf(reading, 'idType')) === 'company-code';
  return byCode || wordsOfCompany(textOf(reading, 'relation'), rawName) ? 'company' : 'person';
}

function readName(reading: RowReading, raw: string, kind: PersonKind, someoneIsThere: boolean): string {
  const text = normaliseText(raw);
  if (text === '' || isPlaceholder('name', text)) {
    if (someoneIsThere) reject(reading, 'no-name');
    return '';
  }
  if ([...text].length > LONGEST_NAME) reject(reading, 'name-too-long');
  else if (!/\p{L}/u.test(text) || STRAY_NUMBER.test(text)) reject(reading, 'name-not-valid');
  return validateField('name', text, { kind }).normalised;
}

/** A syllable for each character, as in the edit form; a cell for nobody says nothing. */
function readPinyin(reading: RowReading, name: string): string | null {
  const text = textOf(reading, 'pinyin');
  if (text === '' || name === '' || isPlaceholder('name', text)) return null;
  const pinyin = normalisePinyin(name, text);
  if (pinyin === null) reject(reading, 'pinyin-not-valid');
  return pinyin;
}

const isRoomSheet = (columns: Columns): boolean =>
  columns.some(({ target }) => target === 'room' || target === 'roomText');

/** Somebody has to be found again: by a room, or, in a sheet that has no column for rooms, by a phone or an ID number. */
function isFindable(columns: Columns, values: readonly DraftValue[]): boolean {
  return (
    !isRoomSheet(columns) && values.some((value) => value.field === 'phone' || value.field === 'idNumber')
  );
}

function readValues(reading: RowReading, today: number): readonly DraftValue[] {
  return OWN_SEALED_FIELD_IDS.flatMap((field) =>
    uniqueValues(
      (reading.cells.get(field) ?? []).flatMap(({ text, column }) => {
        if (isPlaceholder(field, text)) {
          if (field === 'phone') reading.notes.add('placeholder-phone');
          if (field === 'idNumber') reading.notes.add('placeholder-id');
          return [];
        }
        switch (field) {
          case 'phone':
            return readPhones(reading, text, column);
          case 'idNumber':
            return readIdNumber(reading, text, column, today);
          default:
            return readOther(reading, field, text);
        }
      }),
    ).slice(0, FIELDS[field].most),
  );
}

function uniqueValues(values: readonly DraftValue[]): readonly DraftValue[] {
  return values.length < 2 ? values : [...new Map(values.map((value) => [value.value, value])).values()];
}

/** A number that the spreadsheet cut is nobody's number, so it is set aside; one whose check character fails may be a slip, and is kept. */
function readIdNumber(
  reading: RowReading,
  text: string,
  column: number,
  today: number,
): readonly DraftValue[] {
  noteForm(reading, text, column);
  const type = readIdType(textOf(reading, 'idType'));
  const check = checkIdNumber(text, type, today);
  const cut =
    isMarked(reading.sheet, reading.index, column, MARKS.cut) ||
    check.note === 'id-cut' ||
    /^\d(\.\d+)?e\+\d+$/i.test(normaliseCode(text));
  if (cut) {
    reading.notes.add('id-cut');
    return [];
  }
  if (check.note !== null) reading.notes.add(check.note);
  // Ten digits and more are a resident ID with some lost, before they are a passport that nobody called one.
  const incomplete = type === null && check.type === 'passport' && /^\d{10,}$/.test(check.normalised);
  if (incomplete || (!check.valid && check.note === null)) {
    reject(reading, 'id-not-valid');
    return [];
  }
  return [{ field: 'idNumber', value: check.normalised, valid: check.valid, ...noteOf(check) }];
}

const noteOf = (checked: Parameters<typeof keptNote>[0]): Pick<DraftValue, 'note'> => {
  const note = keptNote(checked);
  return note === null ? {} : { note };
};

function readOther(reading: RowReading, field: SealedFieldId, text: string): readonly DraftValue[] {
  if (text.length > FIELDS[field].longest) {
    reject(reading, 'value-too-long');
    return [];
  }
  // A link is made by hand: in a workbook the same text is a text.
  if (field === 'guardian' && linkedIn(text) !== null) {
    reading.leftOver.push(text);
    return [];
  }
  const checked = validateField(field, text);
  const { valid, normalised } = checked;
  if (checked.note === 'card-check-digit') reading.notes.add(checked.note);
  if (field === 'remark' && PHONE_AMID.test(normalised)) reading.notes.add('phone-in-remark');
  if (field === 'remark' && ID_AMID.test(normalised)) reading.notes.add('id-in-remark');
  if (field === 'birthday' && !valid) {
    reading.notes.add('birthday-not-valid');
    return [];
  }
  return normalised === '' ? [] : [{ field, value: normalised, valid, ...noteOf(checked) }];
}

/** Plates of a row. A text that is no plate is kept as it is, unless it may be somebody's number: a plate is in the open tier. */
function readPlates(reading: RowReading): readonly string[] {
  const texts = (reading.cells.get('plate') ?? []).flatMap(({ text, column }) => {
    noteForm(reading, text, column);
    return text.split(/[,，;；、/|\n]+/);
  });
  const plates = texts
    .filter((text) => !isPlaceholder('plate', text))
    .flatMap((text) => {
      const plate = normalisePlate(text);
      if (isPlate(plate)) return [plate];
      reading.notes.add('plate-kept-as-is');
      if (plate.length <= FIELDS.plate.longest && !STRAY_NUMBER.test(plate)) return [plate];
      reading.leftOver.push(normaliseText(text));
      return [];
    });
  return [...new Set(plates)].slice(0, FIELDS.plate.most);
}

/** Words beside a phone, or a number in the place of a plate, go where they are sealed: into the remark. */
function withLeftOver(values: readonly DraftValue[], reading: RowReading): readonly DraftValue[] {
  if (reading.leftOver.length === 0) return values;
  const remark = [
    ...values.filter((value) => value.field === 'remark').map((value) => value.value),
    ...new Set(reading.leftOver),
  ].join('; ');
  if (remark.length > FIELDS.remark.longest) {
    reject(reading, 'value-too-long');
    return values;
  }
  return [
    ...values.filter((value) => value.field !== 'remark'),
    { field: 'remark', value: remark, valid: true },
  ];
}

function idTypeOf(values: readonly DraftValue[], today: number): IdType | null {
  const id = values.find((value) => value.field === 'idNumber');
  if (id === undefined) return null;
  return checkIdNumber(id.value, null, today).type ?? 'resident-id';
}
