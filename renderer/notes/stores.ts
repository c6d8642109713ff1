/** The store of counter notes, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { createNotesStore } from './notes-store.ts';

export const notesStore = createNotesStore(bridge.vault['notes.list']);
