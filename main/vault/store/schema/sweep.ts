/** The sweep for leftover files: each one that was made, the files it has found, the folders that were picked. */
import { NOWHERE, STAFF_REGISTER, defineSchema } from './feature-schema.ts';

export const sweepSchema = defineSchema({
  statements: [
    // `last_path`: it and all before it in the order of paths has been read: a sweep that a lock has stopped goes on after it. `at_rest`: what has stopped a
    // scanner before is read now, after all others. `unlisted`: how many of `unread` have no row of their own.
    `CREATE TABLE sweep_run (
       id INTEGER PRIMARY KEY, state TEXT NOT NULL, by_hand INTEGER NOT NULL, drives INTEGER NOT NULL, begun_at INTEGER NOT NULL,
       ended_at INTEGER, last_path TEXT, at_rest INTEGER NOT NULL, files INTEGER NOT NULL, bytes INTEGER NOT NULL, found INTEGER NOT NULL,
       people INTEGER NOT NULL, unread INTEGER NOT NULL, unlisted INTEGER NOT NULL) STRICT`,
    `CREATE TABLE sweep_file (
       id INTEGER PRIMARY KEY, path TEXT NOT NULL, place TEXT NOT NULL, kind TEXT NOT NULL, device REAL NOT NULL,
       inode REAL NOT NULL, size INTEGER NOT NULL, changed REAL NOT NULL, ids INTEGER NOT NULL, phones INTEGER NOT NULL,
       people INTEGER NOT NULL, unread TEXT, fingerprint BLOB, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL,
       last_run INTEGER NOT NULL, decision TEXT, decided_at INTEGER, decided_by TEXT, words TEXT, until TEXT) STRICT`,
    'CREATE INDEX sweep_file_path ON sweep_file (path)',
    'CREATE INDEX sweep_file_fingerprint ON sweep_file (fingerprint) WHERE fingerprint IS NOT NULL',
    'CREATE TABLE sweep_folder (id INTEGER PRIMARY KEY, path TEXT NOT NULL) STRICT',
    'CREATE TABLE sweep_setting (id INTEGER PRIMARY KEY CHECK (id = 1), every_days INTEGER NOT NULL, key BLOB NOT NULL) STRICT',
    'INSERT INTO sweep_setting (id, every_days, key) VALUES (1, 7, randomblob(32))',
  ],
  // What one desk has found is for all to see, each row by the desk in its number; schedule and key are a desk's own.
  tables: {
    sweep_run: {
      desks: 'own',
      unsaid: '+~',
      ...STAFF_REGISTER,
      columns: {
        nobody:
          'id, state, by_hand, drives, begun_at, ended_at, at_rest, files, bytes, found, people, unread, unlisted',
        personal: { words: 'last_path' },
      },
    },
    sweep_file: {
      desks: 'own',
      unsaid: '+~-',
      ...STAFF_REGISTER,
      columns: {
        nobody:
          'id, place, kind, device, inode, size, changed, ids, phones, people, unread, fingerprint, first_at, last_at, decision, decided_at, until',
        staff: 'decided_by',
        rows: { last_run: 'sweep_run' },
        personal: { words: 'path, words' },
      },
    },
    sweep_folder: { desks: 'own', ...STAFF_REGISTER, columns: { nobody: 'id', personal: { words: 'path' } } },
    sweep_setting: { desks: 'local', columns: { nobody: 'id, every_days, key' }, shown: NOWHERE },
  },
});
