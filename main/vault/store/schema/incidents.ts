/** The book of incidents: what happened to whose information, what was done, who was told, and the steps in which it was done. */
import { NOWHERE, ROWS, defineSchema } from './feature-schema.ts';

export const incidentsSchema = defineSchema({
  statements: [
    // `edition`: of the data file by which it was decided.
    `CREATE TABLE incident (
       id INTEGER PRIMARY KEY, drill INTEGER NOT NULL, kind TEXT NOT NULL, certainty TEXT NOT NULL, origin TEXT NOT NULL, origin_id INTEGER,
       title TEXT NOT NULL, noticed_at INTEGER NOT NULL, opened_at INTEGER NOT NULL, opened_by TEXT NOT NULL,
       scope TEXT NOT NULL, person_id INTEGER, scope_id INTEGER, rooms TEXT NOT NULL, people INTEGER,
       fields TEXT NOT NULL, causes TEXT NOT NULL, harm TEXT NOT NULL, measures TEXT NOT NULL, advice TEXT NOT NULL, contact TEXT NOT NULL,
       level TEXT, authority_at INTEGER, authority_how TEXT NOT NULL, tell_people INTEGER, why_not TEXT NOT NULL,
       told INTEGER NOT NULL, unreached INTEGER NOT NULL, people_how TEXT NOT NULL, authority_text TEXT NOT NULL, people_text TEXT NOT NULL,
       state TEXT NOT NULL, closed_at INTEGER, closed_by TEXT, closed_words TEXT NOT NULL, version INTEGER NOT NULL, edition TEXT) STRICT`,
    `CREATE INDEX incident_open ON incident (noticed_at) WHERE state = 'open'`,
    `CREATE INDEX incident_closed ON incident (closed_at) WHERE state = 'closed'`,
    `CREATE INDEX log_entry_incident ON log_entry (seq) WHERE action IN ('incident-told', 'incident-not-told', 'incident-close')`,
    `CREATE INDEX log_entry_incident_none ON log_entry (seq) WHERE action = 'incident-none'`,
    // A step is told by its incident and its place there.
    `CREATE TABLE incident_step (
       incident_id INTEGER NOT NULL, n INTEGER NOT NULL, at INTEGER NOT NULL, staff_id TEXT NOT NULL, what TEXT NOT NULL, count INTEGER,
       PRIMARY KEY (incident_id, n)) STRICT, WITHOUT ROWID`,
  ],
  tables: {
    incident: {
      desks: 'free',
      lost: 'incidents',
      meets: {},
      ...ROWS,
      columns: {
        nobody:
          'id, drill, kind, certainty, origin, origin_id, noticed_at, opened_at, scope, scope_id, people, fields, level, authority_at, tell_people, told, unreached, state, closed_at, version, edition',
        room: 'rooms',
        staff: 'opened_by, closed_by',
        person: 'person_id',
        personal: {
          words:
            'title, causes, harm, measures, advice, contact, authority_how, why_not, people_how, authority_text, people_text, closed_words',
        },
      },
      ofPeople: {
        kept: 'register',
        erased: { stays: 'what happened and who was told stays to be shown; whom it was about is a number' },
        merged: 'history',
      },
      shown: NOWHERE,
    },
    incident_step: {
      desks: 'free',
      lost: 'incidents',
      meets: { 'incident_id, n': 'next' },
      unsaid: '+',
      columns: { nobody: 'n, at, what, count', staff: 'staff_id', rows: { incident_id: 'incident' } },
      shown: NOWHERE,
    },
  },
});
