/** The forms of rooms and records: what they ask makes requests that the vault's schemas take, and nothing that was not changed is sent. */
import { describe, expect, it } from 'vitest';
import { OPEN_DETAILS, RECORD_KINDS, type RecordKind, SEALED_FIELD_IDS } from '../../../contract/fields.ts';
import {
  newRecordSchema,
  recordChangesSchema,
  roomChangesSchema,
} from '../../../contract/records/requests.ts';
import type { RoomView } from '../../../contract/records/views.ts';
import type { MaskedPerson, RecordView } from '../../../contract/people/views.ts';
import { dayFrom } from '../../../renderer/ui/days.ts';
import {
  type Answers,
  CHOICES,
  type DetailInput,
  RECORD_INPUTS,
  ROOM_INPUTS,
  answersOf,
  answersOfRoom,
  changesOf,
  inputsFor,
  isOver,
  newRecordOf,
  roomChangesOf,
  sealedOf,
  wrongIn,
} from '../../../renderer/records/record-inputs.ts';

const nobody = {
  rooms: [{ roomId: 1, label: '3栋 2单元 1801', relation: 'owner' }],
  records: [],
} as unknown as MaskedPerson;

const answerTo = ({ type, name }: DetailInput): string => {
  if (type === 'day') return '2026年3月1日';
  if (type === 'number') return name === 'totalFloors' ? '28' : '98.5';
  if (type === 'vehicle') return '7';
  return type === 'word' ? '某' : CHOICES[type][0];
};
const filled = (inputs: readonly DetailInput[]): Answers =>
  Object.fromEntries(inputs.map((input) => [input.name, answerTo(input)]));
const everySealed = (kind: RecordKind) => sealedOf(kind).map((field) => ({ field, value: '某' }));

describe.each(RECORD_KINDS)('the form of a record: %s', (kind) => {
  const inputs = RECORD_INPUTS[kind];

  it('makes a record that the vault takes, filled in whole or with what is needed alone', () => {
    expect(newRecordSchema.safeParse(newRecordOf(kind, filled(inputs), everySealed(kind)))).toMatchObject({
      success: true,
    });
    const needed = inputs.filter((input) => input.needed === true);
    expect(newRecordSchema.safeParse(newRecordOf(kind, filled(needed), []))).toMatchObject({ success: true });
    for (const { name } of needed)
      expect(wrongIn(inputs, { ...filled(inputs), [name]: ' ' })).toEqual({ name, why: 'needed' });
  });

  it('sends only what was changed, and null for what was emptied', () => {
    const before = filled(inputs);
    expect(changesOf(kind, before, before, [])).toBeNull();
    for (const input of inputsFor(kind, {} as RecordView)) {
      const changes = changesOf(kind, before, { ...before, [input.name]: '' }, []);
      expect(changes).toEqual({ kind, [input.name]: null });
      if (input.needed !== true)
        expect(recordChangesSchema.safeParse(changes), input.name).toMatchObject({ success: true });
    }
    if (sealedOf(kind).length > 0)
      expect(
        recordChangesSchema.safeParse(
          changesOf(
            kind,
            before,
            before,
            everySealed(kind).map(({ field }) => ({ field, value: null })),
          ),
        ),
      ).toMatchObject({ success: true });
  });

  it('does not ask again for what is said once', () => {
    expect(inputsFor(kind, null)).toEqual(inputs);
    expect(inputsFor(kind, {} as RecordView).filter(({ onlyNew }) => onlyNew === true)).toEqual([]);
  });
});

describe('the list of inputs', () => {
  it('leaves out nothing that may be said of a room or a record', () => {
    const asked = [...Object.values(RECORD_INPUTS).flat(), ...ROOM_INPUTS].map(({ name }) => name);
    expect([...new Set(asked)].filter((name) => name !== 'plate' && name !== 'vehicle').sort()).toEqual(
      [...OPEN_DETAILS].sort(),
    );
    expect(RECORD_KINDS.flatMap(sealedOf).every((field) => SEALED_FIELD_IDS.includes(field))).toBe(true);
    expect(sealedOf('renovation')).toEqual(['contractor', 'contractorPhone', 'foreman']);
  });

  it('offers the room that somebody is recorded in, but not for another occupancy', () => {
    expect([
      answersOf('lease', null, nobody),
      answersOf('renovation', null, nobody),
      answersOf('occupancy', null, nobody),
      answersOf('pet', null, nobody),
    ]).toEqual([{ room: '3栋 2单元 1801' }, { room: '3栋 2单元 1801' }, {}, {}]);
  });

  it('knows what is over: ended, or withdrawn', () => {
    expect(isOver({ kind: 'lease', ended: true } as RecordView)).toBe(true);
    expect(isOver({ kind: 'notice', withdrawnOn: '2026-01-01' } as RecordView)).toBe(true);
    expect(isOver({ kind: 'notice', withdrawnOn: null } as RecordView)).toBe(false);
    expect(isOver({ kind: 'pet' } as RecordView)).toBe(false);
  });
});

describe('the form of a room', () => {
  const room = {
    floor: '18',
    totalFloors: 28,
    lift: true,
    layout: null,
    area: 98.5,
    status: 'lived-in',
    deliveredOn: null,
  } as unknown as RoomView;

  it('sends only what was changed, as the vault takes it', () => {
    const before = answersOfRoom(room);
    expect(roomChangesOf(before, before)).toBeNull();
    const changes = roomChangesOf(before, {
      ...before,
      lift: 'no',
      totalFloors: '',
      area: '99',
      deliveredOn: '2020.6.1',
    });
    expect(changes).toEqual({ lift: false, totalFloors: null, area: 99, deliveredOn: '2020-06-01' });
    expect(roomChangesSchema.safeParse(changes)).toMatchObject({ success: true });
    expect(roomChangesSchema.safeParse(roomChangesOf({}, filled(ROOM_INPUTS)))).toMatchObject({
      success: true,
    });
  });

  it('says which day or number is none', () => {
    expect(wrongIn(ROOM_INPUTS, { deliveredOn: '昨天' })).toEqual({ name: 'deliveredOn', why: 'day' });
    expect(wrongIn(ROOM_INPUTS, { area: '九十' })).toEqual({ name: 'area', why: 'number' });
    expect(wrongIn(ROOM_INPUTS, { area: '98.55', deliveredOn: '20200601' })).toBeNull();
  });
});

describe('a day', () => {
  it.each([
    ['2026-01-31', '2026-01-31'],
    ['2026/1/5', '2026-01-05'],
    ['2026.1.5', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['20260105', '2026-01-05'],
    [' 2026-1-5 ', '2026-01-05'],
  ])('%s', (text, day) => {
    expect(dayFrom(text)).toBe(day);
  });
  it.each(['', '昨天', '2026', '1-5-2026', '2026-1', '202615', '2026-01-31 09:00', '2026-02-29', '20260431'])(
    'is not: %s',
    (text) => expect(dayFrom(text)).toBeNull(),
  );
});
