/** Records of people and rooms beside their fields: occupancies, leases, vehicles and the rest, rooms, and two records made one. */
import { defineFeature } from '../feature.ts';
import { addRecord, editRecord, endRecord, removeRecord } from './change-record.ts';
import { mergePeople } from './merge-people.ts';
import { addRoom, browseRooms, editRoom, findRooms, listHousehold, openRoom } from './rooms.ts';
import { listMerges, undoMerge } from './undo-merge.ts';
import { sql } from '../store/sql.ts';

const leads = {
  merge: (id: number) => sql`
  SELECT person_id AS personId, NULL AS roomId FROM merge_run WHERE id = ${id} UNION SELECT other_id, NULL FROM merge_run WHERE id = ${id}`,
};

export const recordsFeature = defineFeature(() => ({
  leads,
  handlers: {
    'records.add': addRecord,
    'records.edit': editRecord,
    'records.end': endRecord,
    'records.remove': removeRecord,
    'rooms.find': findRooms,
    'rooms.browse': browseRooms,
    'rooms.open': openRoom,
    'rooms.add': addRoom,
    'rooms.edit': editRoom,
    'people.household': listHousehold,
    'people.merge': mergePeople,
    'people.merges': listMerges,
    'people.undoMerge': undoMerge,
  },
}));
