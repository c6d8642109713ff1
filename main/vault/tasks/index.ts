/** Tasks of the counter on a record: rooms of visitors, notes, emergencies. */
import { defineFeature } from '../feature.ts';
import { allChains } from '../log/chains.ts';
import type { Session } from '../session/session.ts';
import {
  acknowledgeEmergency,
  breakEmergency,
  endEmergency,
  endWhatIsOver,
  listEmergency,
  readOwnEmergency,
} from './emergency-access.ts';
import { checkRoom } from './check-room.ts';
import { addNote, listNotes } from './notes.ts';
import { sql } from '../store/sql.ts';

const leads = {
  /** Whose it is; a note of a room leads to the room, whoever it was written with. */
  note: (id: number) =>
    sql`SELECT CASE WHEN room_id IS NULL THEN person_id END AS personId, room_id AS roomId FROM counter_note WHERE id = ${id}`,
  /** By its first entry. */
  emergency: (id: number) =>
    allChains(sql`SELECT person_id AS personId, NULL AS roomId FROM $log WHERE seq = ${id}`),
};

export const tasksFeature = defineFeature(() => {
  const noticed = new Map<number, number>();
  return {
    leads,
    handlers: {
      'tasks.checkRoom': checkRoom,
      'notes.add': addNote,
      'notes.list': listNotes,
      'emergency.begin': breakEmergency,
      'emergency.own': readOwnEmergency,
      'emergency.end': endEmergency,
      'emergency.list': listEmergency,
      'emergency.acknowledge': acknowledgeEmergency,
    },
    // Where the log takes nothing now, the next minute or the next sign-in enters it; it is over all the same.
    everyMinute: async (session: Session) => {
      if (session.readOnly || session.alarms.length > 0) return;
      await endWhatIsOver(session, noticed).catch(() => undefined);
    },
  };
});
