/** What belongs to people and rooms beside their fields: occupancies, leases, vehicles and the rest, rooms, and two records made one. */
import { defineFeature } from '../feature.ts';
import { addRecord, editRecord, endRecord, removeRecord } from './change-record.ts';
import { mergePeople } from './merge-people.ts';
import { addRoom, editRoom, findRooms, openRoom } from './rooms.ts';
import { listMerges, undoMerge } from './undo-merge.ts';

export const recordsFeature = defineFeature(() => ({
  handlers: {
    'records.add': addRecord,
    'records.edit': editRecord,
    'records.end': endRecord,
    'records.remove': removeRecord,
    'rooms.find': findRooms,
    'rooms.open': openRoom,
    'rooms.add': addRoom,
    'rooms.edit': editRoom,
    'people.merge': mergePeople,
    'people.merges': listMerges,
    'people.undoMerge': undoMerge,
  },
}));
