/** A resident as they are typed into the form, without sealed values, which stay in their inputs until it is sent. Pure. */
import type { IdType, OwnSealedFieldId, PersonKind, Relation, Sex } from '../../contract/fields.ts';
import type { PersonChanges } from '../../contract/people/requests.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { type SealedEntry, changesOf, entriesOf } from './sealed-draft.ts';

export interface RoomDraft {
  readonly key: number;
  readonly text: string;
  readonly relation: Relation;
}

export interface PlateDraft {
  readonly key: number;
  readonly text: string;
}

export interface Draft {
  readonly kind: PersonKind;
  readonly name: string;
  readonly pinyin: string;
  readonly dropsPinyin: boolean;
  readonly sex: Sex;
  readonly idType: IdType | null;
  readonly rooms: readonly RoomDraft[];
  readonly plates: readonly PlateDraft[];
  readonly removedPlates: readonly number[];
  readonly entries: readonly SealedEntry[];
}

/** `room`: the room that a tenant moves into, where somebody is added for that. */
export const draftOf = (person: MaskedPerson | null, room?: string): Draft => ({
  kind: person?.kind ?? 'person',
  name: '',
  pinyin: '',
  dropsPinyin: false,
  sex: person?.sex ?? 'unknown',
  idType: person === null ? 'resident-id' : person.idType,
  rooms:
    person === null
      ? [{ key: 0, text: room ?? '', relation: room === undefined ? 'owner' : 'tenant' }]
      : person.rooms.map((room, key) => ({ key, text: room.label, relation: room.relation })),
  plates: [],
  removedPlates: [],
  entries: entriesOf(person),
});

const roomsFrom = (draft: Draft) =>
  draft.rooms
    .filter((room) => room.text.trim() !== '')
    .map(({ text, relation }) => ({ text: text.trim(), relation }));
const platesFrom = (draft: Draft) =>
  draft.plates.map(({ text }) => text.trim()).filter((text) => text !== '');

export const wholeFrom = (draft: Draft, read: (key: string) => string) => ({
  kind: draft.kind,
  name: draft.name.trim(),
  ...(draft.pinyin.trim() === '' ? {} : { pinyin: draft.pinyin.trim() }),
  sex: draft.sex,
  idType: draft.idType,
  rooms: roomsFrom(draft),
  plates: platesFrom(draft),
  sealed: changesOf(draft.entries, read).flatMap(
    ({ field, value }): { field: OwnSealedFieldId; value: string }[] =>
      value === null ? [] : [{ field, value }],
  ),
});

/** Only what differs from the record as it was opened. */
export function changesFrom(
  person: MaskedPerson,
  draft: Draft,
  read: (key: string) => string,
): PersonChanges {
  const rooms = roomsFrom(draft);
  const before = person.rooms.map(({ label, relation }) => ({ text: label, relation }));
  const sealed = changesOf(draft.entries, read);
  const plates = platesFrom(draft);
  return {
    ...(draft.name.trim() === '' ? {} : { name: draft.name.trim() }),
    ...(draft.pinyin.trim() !== ''
      ? { pinyin: draft.pinyin.trim() }
      : draft.dropsPinyin
        ? { pinyin: null }
        : {}),
    ...(draft.sex === person.sex ? {} : { sex: draft.sex }),
    ...(draft.idType === person.idType ? {} : { idType: draft.idType }),
    ...(JSON.stringify(rooms) === JSON.stringify(before) ? {} : { rooms }),
    ...(plates.length === 0 ? {} : { addPlates: plates }),
    ...(draft.removedPlates.length === 0 ? {} : { removePlates: [...draft.removedPlates] }),
    ...(sealed.length === 0 ? {} : { sealed: [...sealed] }),
  };
}
