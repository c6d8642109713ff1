/** Handovers of an estate, from order to deletion. */
import { STAFF_REGISTER, defineSchema } from './feature-schema.ts';

export const estateTransferSchema = defineSchema({
  statements: [
    // `estate` is null for the whole vault; `fields` is JSON.
    `CREATE TABLE estate_transfer (
       id INTEGER PRIMARY KEY, state TEXT NOT NULL, estate TEXT, sort TEXT NOT NULL, recipient TEXT NOT NULL, officer TEXT NOT NULL,
       document TEXT NOT NULL, purpose TEXT NOT NULL, fields TEXT NOT NULL, people INTEGER NOT NULL, ordered_at INTEGER NOT NULL,
       ordered_by TEXT NOT NULL, ordered_with TEXT NOT NULL, stopped_at INTEGER, stopped_by TEXT, given_at INTEGER, given_by TEXT,
       confirmed_at INTEGER, confirmed_by TEXT, disclosure_id INTEGER, erasure_id INTEGER) STRICT`,
    'CREATE INDEX estate_transfer_ordered ON estate_transfer (ordered_at)',
    `CREATE INDEX log_entry_estate_transfer ON log_entry (seq)
       WHERE action IN ('estate-transfer-order', 'estate-transfer-stop', 'estate-transfer-give', 'estate-transfer-confirm')`,
  ],
  tables: {
    estate_transfer: {
      desks: 'coordinated',
      unsaid: '~',
      ...STAFF_REGISTER,
      columns: {
        nobody: 'id, state, estate, sort, fields, people, ordered_at, stopped_at, given_at, confirmed_at',
        staff: 'ordered_by, ordered_with, stopped_by, given_by, confirmed_by',
        rows: { disclosure_id: 'disclosure', erasure_id: 'erasure' },
        personal: { words: 'recipient, officer, document, purpose' },
      },
      shown: { transfer: 'stays', inventory: ['officer'] },
    },
  },
});
