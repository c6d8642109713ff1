/** Inputs of a room and of each kind of record, and the request made of their answers. One list for the forms and the rows. Pure. */
import {
  BASES,
  CONSENTERS,
  NOTICE_WAYS,
  type OpenDetail,
  PURPOSES,
  RELATIONS,
  ROOM_STATUSES,
  type RecordKind,
  SEALED_FIELD_IDS,
  SPACE_KINDS,
  type SealedFieldId,
  WITHDRAWALS,
  belongsTo,
} from '../../contract/fields.ts';
import type { NewRecord, RecordChanges, RoomChanges } from '../../contract/records/requests.ts';
import type { RoomView } from '../../contract/records/views.ts';
import type { MaskedField, MaskedPerson, RecordView } from '../../contract/people/views.ts';
import { dayFrom } from '../ui/days.ts';

export type InputName = OpenDetail | 'plate' | 'vehicle';

/** The lists that one of is chosen from, by the group of their words. */
export const CHOICES = {
  relations: RELATIONS,
  spaceKinds: SPACE_KINDS,
  purposes: PURPOSES,
  bases: BASES,
  noticeWays: NOTICE_WAYS,
  consenters: CONSENTERS,
  withdrawals: WITHDRAWALS,
  roomStatuses: ROOM_STATUSES,
  yesNo: ['yes', 'no'],
} as const;

export interface DetailInput {
  readonly name: InputName;
  readonly type: 'word' | 'day' | 'number' | 'vehicle' | keyof typeof CHOICES;
  readonly needed?: true;
  /** Longest text, 40 unless said. */
  readonly longest?: number;
  /** Said once, when the record is made. */
  readonly onlyNew?: true;
}

const SPAN: readonly DetailInput[] = [
  { name: 'from', type: 'day' },
  { name: 'until', type: 'day' },
];
const ROOM: DetailInput = { name: 'room', type: 'word', longest: 60, needed: true, onlyNew: true };

export const RECORD_INPUTS: Readonly<Record<RecordKind, readonly DetailInput[]>> = {
  occupancy: [
    ROOM,
    { name: 'relation', type: 'relations', needed: true },
    { name: 'share', type: 'word', longest: 12 },
    ...SPAN,
  ],
  lease: [ROOM, ...SPAN],
  vehicle: [
    { name: 'plate', type: 'word', longest: 12, needed: true, onlyNew: true },
    { name: 'brand', type: 'word' },
    { name: 'colour', type: 'word' },
    { name: 'vehicleKind', type: 'word' },
  ],
  space: [
    { name: 'code', type: 'word', needed: true },
    { name: 'spaceKind', type: 'spaceKinds', needed: true },
    { name: 'carPark', type: 'word' },
    { name: 'vehicle', type: 'vehicle' },
    ...SPAN,
  ],
  renovation: [ROOM, ...SPAN, { name: 'deposit', type: 'number' }],
  pet: [
    { name: 'breed', type: 'word', needed: true },
    { name: 'vaccinatedOn', type: 'day' },
  ],
  notice: [
    { name: 'purpose', type: 'purposes', needed: true },
    { name: 'basis', type: 'bases', needed: true },
    { name: 'noticeVersion', type: 'word' },
    { name: 'way', type: 'noticeWays' },
    { name: 'givenOn', type: 'day' },
    { name: 'consentedOn', type: 'day' },
    { name: 'consenter', type: 'consenters' },
    { name: 'withdrawnOn', type: 'day' },
    { name: 'follows', type: 'withdrawals' },
  ],
};

export const ROOM_INPUTS: readonly DetailInput[] = [
  { name: 'status', type: 'roomStatuses' },
  { name: 'deliveredOn', type: 'day' },
  { name: 'floor', type: 'word' },
  { name: 'totalFloors', type: 'number' },
  { name: 'lift', type: 'yesNo' },
  { name: 'layout', type: 'word' },
  { name: 'usage', type: 'word' },
  { name: 'area', type: 'number' },
  { name: 'innerArea', type: 'number' },
  { name: 'sharedArea', type: 'number' },
];

/** The sealed fields of a kind. */
export const sealedOf = (kind: RecordKind): readonly SealedFieldId[] =>
  SEALED_FIELD_IDS.filter((field) => belongsTo(field) === kind);

export type Answers = Readonly<Partial<Record<InputName, string>>>;

/** Returns the initial answers of a form, from what is open. */
function answersFrom(inputs: readonly DetailInput[], said: object): Answers {
  return Object.fromEntries(
    inputs.flatMap(({ name }) => {
      const value = (said as Readonly<Record<string, unknown>>)[name];
      if (typeof value === 'boolean') return [[name, value ? 'yes' : 'no']];
      return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [];
    }),
  );
}

export const answersOfRoom = (room: RoomView): Answers => answersFrom(ROOM_INPUTS, room);

/** A room that somebody is recorded in is offered for what needs one. */
export function answersOf(kind: RecordKind, record: RecordView | null, person: MaskedPerson): Answers {
  if (record !== null) return answersFrom(RECORD_INPUTS[kind], record);
  const needsRoom = kind !== 'occupancy' && RECORD_INPUTS[kind].some(({ name }) => name === 'room');
  return needsRoom ? { room: person.rooms[0]?.label ?? '' } : {};
}

export interface SealedAnswer {
  readonly field: SealedFieldId;
  /** null takes the value away. */
  readonly value: string | null;
}

const textOf = (answers: Answers, name: InputName): string => (answers[name] ?? '').trim();

/** The inputs of a form: a new record is asked for more. */
export const inputsFor = (kind: RecordKind, record: RecordView | null): readonly DetailInput[] =>
  RECORD_INPUTS[kind].filter(({ onlyNew }) => record === null || onlyNew !== true);

/** The first input that must not be empty and is, or that is no day or number. */
export function wrongIn(
  inputs: readonly DetailInput[],
  answers: Answers,
): { readonly name: InputName; readonly why: 'needed' | 'day' | 'number' } | null {
  for (const { name, type, needed } of inputs) {
    const text = textOf(answers, name);
    if (text === '' && needed === true) return { name, why: 'needed' };
    if (text !== '' && type === 'day' && dayFrom(text) === null) return { name, why: 'day' };
    if (text !== '' && type === 'number' && !/^\d+(\.\d{1,2})?$/.test(text)) return { name, why: 'number' };
  }
  return null;
}

function valueOf({ type }: DetailInput, text: string): string | number | boolean | null {
  if (text === '') return null;
  if (type === 'number' || type === 'vehicle') return Number(text);
  if (type === 'yesNo') return text === 'yes';
  return type === 'day' ? dayFrom(text) : text;
}

/** A new record, of what was filled in. What the form lets through the vault checks again. */
export function newRecordOf(kind: RecordKind, answers: Answers, sealed: readonly SealedAnswer[]): NewRecord {
  const filled = RECORD_INPUTS[kind]
    .filter(({ name }) => textOf(answers, name) !== '')
    .map((input) => [input.name, valueOf(input, textOf(answers, input.name))] as const);
  return {
    kind,
    ...Object.fromEntries(filled),
    ...(sealed.length === 0 ? {} : { sealed }),
  } as unknown as NewRecord;
}

function differences(
  inputs: readonly DetailInput[],
  before: Answers,
  answers: Answers,
): Readonly<Record<string, unknown>> {
  const changed = inputs.filter(
    (input) =>
      input.onlyNew !== true &&
      valueOf(input, textOf(before, input.name)) !== valueOf(input, textOf(answers, input.name)),
  );
  return Object.fromEntries(
    changed.map((input) => [input.name, valueOf(input, textOf(answers, input.name))]),
  );
}

/** Only what differs from the record as it was; null where nothing does. */
export function changesOf(
  kind: RecordKind,
  before: Answers,
  answers: Answers,
  sealed: readonly SealedAnswer[],
): RecordChanges | null {
  const changed = differences(RECORD_INPUTS[kind], before, answers);
  if (Object.keys(changed).length === 0 && sealed.length === 0) return null;
  return { kind, ...changed, ...(sealed.length === 0 ? {} : { sealed }) } as unknown as RecordChanges;
}

export function roomChangesOf(before: Answers, answers: Answers): RoomChanges | null {
  const changed = differences(ROOM_INPUTS, before, answers);
  return Object.keys(changed).length === 0 ? null : (changed as RoomChanges);
}

export const fieldsOf = (record: RecordView | null): readonly MaskedField[] =>
  record !== null && 'fields' in record ? record.fields : [];

/** Over and kept: shown apart. */
export const isOver = (record: RecordView): boolean =>
  'ended' in record ? record.ended : record.kind === 'notice' && record.withdrawnOn !== null;
