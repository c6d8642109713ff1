/** What the counter does with a record: rooms of visitors, notes, emergencies. */
import { defineFeature } from '../feature.ts';
import { acknowledgeGlass, breakGlass, listGlass } from './break-glass.ts';
import { checkRoom } from './check-room.ts';
import { addNote, listNotes } from './notes.ts';

export const tasksFeature = defineFeature(() => ({
  handlers: {
    'tasks.checkRoom': checkRoom,
    'notes.add': addNote,
    'notes.list': listNotes,
    'glass.break': breakGlass,
    'glass.list': listGlass,
    'glass.acknowledge': acknowledgeGlass,
  },
}));
