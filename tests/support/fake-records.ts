/** Invented rooms and records for the bridge in memory: enough of each kind to look at every screen, changed as the forms ask. */
import { FIELDS, type FieldId, type Relation, type RoomStatus } from '../../contract/fields.ts';
import type { NewRecord, RecordChanges, RoomChanges } from '../../contract/records/requests.ts';
import type { PersonId, RoomId } from '../../contract/ids.ts';
import type { RoomView } from '../../contract/records/views.ts';
import type { MaskedField, RecordView } from '../../contract/people/views.ts';

export interface FakeHolder {
  readonly id: number;
  readonly nameMask: string;
  readonly phoneMask: string | null;
  readonly roomLabel: string;
  readonly relation: Relation;
  readonly plates: readonly string[];
}

type FieldOf = (field: FieldId, ordinal: number, mask: string) => MaskedField;

const STATUSES: readonly RoomStatus[] = ['lived-in', 'let', 'renovating', 'handed-over', 'vacant'];
const OPEN_SPAN = { from: '2024-03-01', until: null, ended: false } as const;

/** What somebody starts with: everybody lives somewhere, some have more. */
export function inventRecords(holder: FakeHolder, fieldOf: FieldOf): RecordView[] {
  const { id, relation, roomLabel, plates } = holder;
  const room = { roomId: id as RoomId, label: roomLabel };
  const share = relation === 'co-owner' ? '1/2' : null;
  const some = (yes: boolean, ...records: RecordView[]): RecordView[] => (yes ? records : []);
  const plateMasks = plates.map((plate) => `${plate.slice(0, 2)}***${plate.slice(-2)}`);
  return [
    ...some(roomLabel !== '', {
      kind: 'occupancy',
      recordId: id,
      room,
      relation,
      share,
      ...OPEN_SPAN,
      fields: id % 4 === 1 ? [fieldOf('certificate', 0, '***')] : [],
    }),
    ...some(id % 10 === 1, {
      kind: 'occupancy',
      recordId: 10_000 + id,
      room: { roomId: (id + 1) as RoomId, label: '6栋 1单元 302' },
      relation: 'tenant',
      share: null,
      from: '2019-01-01',
      until: '2024-02-29',
      ended: true,
      fields: [],
    }),
    ...some(relation === 'tenant', {
      kind: 'lease',
      recordId: id,
      room,
      from: '2026-01-01',
      until: '2026-12-31',
      ended: false,
    }),
    ...plateMasks.map((mask, ordinal): RecordView => ({
      kind: 'vehicle',
      recordId: id * 10 + ordinal,
      brand: '某牌',
      colour: '白',
      vehicleKind: '小型车',
      fields: [fieldOf('plate', ordinal, mask)],
    })),
    ...some(plates.length > 0, {
      kind: 'space',
      recordId: id,
      code: `B1-${100 + id}`,
      carPark: '地下一层',
      spaceKind: 'leased',
      vehicle: id * 10,
      plateMask: plateMasks[0] ?? null,
      from: '2026-01-01',
      until: '2026-12-31',
      ended: false,
    }),
    ...some(id % 5 === 1, {
      kind: 'renovation',
      recordId: id,
      room,
      deposit: 3000,
      from: '2026-09-01',
      until: null,
      ended: false,
      fields: [
        fieldOf('contractor', 0, '无**'),
        fieldOf('contractorPhone', 0, '141****0077'),
        fieldOf('foreman', 0, '零* 141****0078'),
      ],
    }),
    ...some(id % 7 === 1, {
      kind: 'pet',
      recordId: id,
      breed: '柯基',
      vaccinatedOn: '2026-05-20',
      fields: [fieldOf('petLicence', 0, '***')],
    }),
    ...some(id % 3 === 1, {
      kind: 'notice',
      recordId: id,
      purpose: 'service',
      basis: 'contract',
      noticeVersion: '2026-1',
      givenOn: '2026-02-01',
      consentedOn: null,
      withdrawnOn: null,
      way: null,
      consenter: null,
      follows: null,
    }),
  ];
}

export function addFakeRecord(
  records: readonly RecordView[],
  record: NewRecord,
  holder: FakeHolder,
  fieldOf: FieldOf,
): RecordView[] {
  const recordId = records.reduce((next, one) => Math.max(next, one.recordId + 1), 20_000);
  const room = { roomId: holder.id as RoomId, label: 'room' in record ? record.room : '' };
  const span = { from: null, until: null, ended: false };
  const made = {
    occupancy: { room, relation: holder.relation, share: null, ...span, fields: [] },
    lease: { room, ...span },
    vehicle: {
      brand: null,
      colour: null,
      vehicleKind: null,
      fields:
        'plate' in record
          ? [
              fieldOf(
                'plate',
                holder.plates.length,
                `${record.plate.slice(0, 2)}***${record.plate.slice(-2)}`,
              ),
            ]
          : [],
    },
    space: { code: '', carPark: null, spaceKind: 'owned', vehicle: null, plateMask: null, ...span },
    renovation: { room, deposit: null, ...span, fields: [] },
    pet: { breed: '', vaccinatedOn: null, fields: [] },
    notice: {
      purpose: 'service',
      basis: 'contract',
      noticeVersion: null,
      givenOn: null,
      consentedOn: null,
      withdrawnOn: null,
      way: null,
      consenter: null,
      follows: null,
    },
  }[record.kind];
  const blank = { kind: record.kind, recordId, ...made } as RecordView;
  const {
    room: _room,
    plate: _plate,
    ...changes
  } = record as NewRecord & { readonly room?: string; readonly plate?: string };
  return [...records, changed(blank, changes as RecordChanges, fieldOf)];
}

export const changeFakeRecord = (
  records: readonly RecordView[],
  recordId: number,
  changes: RecordChanges,
  fieldOf: FieldOf,
): RecordView[] =>
  records.map((record) =>
    record.kind === changes.kind && record.recordId === recordId ? changed(record, changes, fieldOf) : record,
  );

function changed(record: RecordView, changes: RecordChanges, fieldOf: FieldOf): RecordView {
  const { sealed = [], ...details } = changes as RecordChanges & {
    readonly sealed?: readonly { readonly field: FieldId; readonly value: string | null }[];
  };
  const merged = { ...record, ...details } as RecordView;
  const fields =
    'fields' in merged
      ? [
          ...merged.fields.filter((field) => !sealed.some((one) => one.field === field.field)),
          ...sealed.flatMap(({ field, value }) =>
            value === null ? [] : [fieldOf(field, 0, FIELDS[field].mask === 'phone' ? '141****0099' : '***')],
          ),
        ]
      : [];
  const ends =
    'ended' in merged
      ? { ended: merged.until !== null && merged.until <= new Date().toISOString().slice(0, 10) }
      : {};
  return { ...merged, ...ends, ...('fields' in merged ? { fields } : {}) } as RecordView;
}

export type FakeRoomFacts = Omit<RoomView, 'people' | 'morePeople' | 'records'>;

export const inventRoom = (id: number, label: string): FakeRoomFacts => ({
  roomId: id as RoomId,
  version: 1,
  label,
  floor: String(1 + (id % 28)),
  totalFloors: 28,
  lift: true,
  layout: '三室两厅',
  area: 98.5 + (id % 5),
  innerArea: 80.2,
  sharedArea: 18.3,
  usage: '住宅',
  status: id % 9 === 8 ? null : STATUSES[id % STATUSES.length]!,
  statusText: id % 9 === 8 ? '法院查封' : null,
  deliveredOn: '2021-06-30',
});

export const changeFakeRoom = (facts: FakeRoomFacts, changes: RoomChanges): FakeRoomFacts => {
  const named = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return {
    ...facts,
    ...named,
    statusText: changes.status === undefined ? facts.statusText : null,
    version: facts.version + 1,
  };
};

export const roomWithPeople = (
  facts: FakeRoomFacts,
  living: readonly (FakeHolder & { readonly records: readonly RecordView[] })[],
): RoomView => ({
  ...facts,
  morePeople: false,
  people: living
    .flatMap((holder) =>
      holder.records.flatMap((record) =>
        record.kind === 'occupancy' && record.room.roomId === facts.roomId
          ? [
              {
                personId: holder.id as PersonId,
                personKind: 'person' as const,
                nameMask: holder.nameMask,
                phoneMask: holder.phoneMask,
                relation: record.relation,
                share: record.share,
                from: record.from,
                until: record.until,
                ended: record.ended,
              },
            ]
          : [],
      ),
    )
    .toSorted((a, b) => Number(a.ended) - Number(b.ended)),
  records: living.flatMap((holder) =>
    holder.records.flatMap((record) =>
      record.kind === 'space' ||
      ((record.kind === 'lease' || record.kind === 'renovation') && record.room.roomId === facts.roomId)
        ? [{ personId: holder.id as PersonId, nameMask: holder.nameMask, record }]
        : [],
    ),
  ),
});
