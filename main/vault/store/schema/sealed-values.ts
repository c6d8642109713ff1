/** Sealed values: one HPKE context a batch, a row is the n-th message of its batch; and by what a value is found without opening any. */
import { SEALED_FIELD_IDS } from '../../../../contract/fields.ts';
import { NOT_APPLYING, NOWHERE, ROWS, SEARCH_KEY, defineSchema } from './feature-schema.ts';

export const sealedValuesSchema = defineSchema({
  statements: [
    `CREATE TABLE seal_batch (id INTEGER PRIMARY KEY, tier TEXT NOT NULL, epoch INTEGER NOT NULL, nonce BLOB NOT NULL, enc BLOB NOT NULL, import_id INTEGER) STRICT`,
    // `note`: what is to be made sure of: an old ID number that was widened, a card whose check digit does not fit.
    `CREATE TABLE sealed_value (
       id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, field TEXT NOT NULL, ordinal INTEGER NOT NULL,
       tier TEXT NOT NULL, batch_id INTEGER NOT NULL REFERENCES seal_batch (id), n INTEGER NOT NULL, ciphertext BLOB NOT NULL,
       mask TEXT NOT NULL, valid INTEGER NOT NULL, created_at INTEGER NOT NULL, replaced_at INTEGER, note TEXT) STRICT`,
    'CREATE UNIQUE INDEX sealed_value_current ON sealed_value (person_id, field, ordinal) WHERE replaced_at IS NULL',
    'CREATE INDEX sealed_value_person ON sealed_value (person_id)',
    'CREATE INDEX sealed_value_batch ON sealed_value (batch_id)',
    // Replaced values stay sealed for 30 days, then go.
    'CREATE INDEX sealed_value_replaced ON sealed_value (replaced_at) WHERE replaced_at IS NOT NULL',
    // Phones by what their mask shows: the last four digits, and the mask itself (138****1234). Nothing of the hidden part.
    `CREATE TABLE phone_key (
       key TEXT NOT NULL, value_id INTEGER NOT NULL REFERENCES sealed_value (id) ON DELETE CASCADE, person_id INTEGER, PRIMARY KEY (key, value_id)) STRICT, WITHOUT ROWID`,
    'CREATE INDEX phone_key_value ON phone_key (value_id)',
    // Equal values by a tag under a key that only a PIN opens.
    `CREATE TABLE match_tag (
       tag BLOB NOT NULL, tier TEXT NOT NULL, epoch INTEGER NOT NULL, value_id INTEGER NOT NULL REFERENCES sealed_value (id) ON DELETE CASCADE,
       PRIMARY KEY (tag, value_id)) STRICT, WITHOUT ROWID`,
    'CREATE INDEX match_tag_value ON match_tag (value_id)',

    // Phones and ID numbers that were replaced stay traceable for as long as the record is there: by their tags, without the values.
    // `epoch` is that of the match key under which the tag was made first; `tag` is under every later one as well.
    `CREATE TABLE former_tag (
       value_id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL, field TEXT NOT NULL, tier TEXT NOT NULL, epoch INTEGER NOT NULL, tag BLOB NOT NULL,
       valid_from INTEGER NOT NULL, valid_until INTEGER NOT NULL, import_id INTEGER) STRICT`,
    'CREATE INDEX former_tag_tag ON former_tag (tag)',
    'CREATE INDEX former_tag_person ON former_tag (person_id)',
    'CREATE TABLE former_keys (tier TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID',
    // Whatever replaces a value does so by `replaced_at` and takes its tag afterwards, and whatever puts it back clears it, so that these see edits,
    // imports, merges and their undos alike.
    `CREATE TRIGGER former_tag_kept AFTER UPDATE OF replaced_at ON sealed_value
       WHEN OLD.replaced_at IS NULL AND NEW.replaced_at IS NOT NULL AND NEW.field IN ('phone', 'idNumber') AND ${NOT_APPLYING}
     BEGIN
       INSERT OR REPLACE INTO former_tag (value_id, person_id, field, tier, epoch, tag, valid_from, valid_until, import_id)
         SELECT NEW.id, NEW.person_id, NEW.field, t.tier, t.epoch, t.tag, NEW.created_at, NEW.replaced_at,
           (SELECT import_id FROM seal_batch WHERE id = OLD.batch_id)
         FROM match_tag t WHERE t.value_id = NEW.id;
     END`,
    `CREATE TRIGGER former_tag_back AFTER UPDATE OF replaced_at ON sealed_value
       WHEN OLD.replaced_at IS NOT NULL AND NEW.replaced_at IS NULL AND ${NOT_APPLYING}
     BEGIN
       DELETE FROM former_tag WHERE value_id = NEW.id;
     END`,
  ],
  tables: {
    seal_batch: {
      desks: 'free',
      lost: null,
      meets: {},
      unsaid: '-',
      ...ROWS,
      columns: { nobody: 'id, tier, epoch, nonce, enc', rows: { import_id: 'import_run' } },
      shown: NOWHERE,
    },
    sealed_value: {
      desks: 'free',
      lost: 'field',
      // Another key of its tier or another mask does not undo that a value was replaced.
      groups: ['batch_id, n, ciphertext', 'mask, valid', 'replaced_at'],
      meets: { 'person_id, field, ordinal': 'replaced' },
      unsaid: '-',
      ...ROWS,
      columns: {
        nobody: 'id, field, ordinal, tier, n, valid, created_at, replaced_at, note',
        rows: { batch_id: 'seal_batch' },
        person: 'person_id',
        personal: { sealed: 'ciphertext', mask: 'mask' },
      },
      ofPeople: { kept: 'person', erased: 'cascade', merged: 'moved' },
      shown: {
        transfer: ['phone', 'emergency', 'email', 'wechat', 'address', 'idNumber'],
        inventory: SEALED_FIELD_IDS,
      },
    },
    phone_key: {
      ...SEARCH_KEY,
      columns: { rows: { value_id: 'sealed_value' }, person: 'person_id', personal: { mask: 'key' } },
    },
    // Recomputing a tag needs a PIN.
    match_tag: {
      desks: 'free',
      lost: null,
      meets: { 'tag, value_id': 'same' },
      unsaid: '-',
      columns: { nobody: 'tier, epoch', rows: { value_id: 'sealed_value' }, personal: { tag: 'tag' } },
      ofPeople: { kept: 'person', erased: 'cascade' },
      shown: { ...NOWHERE, unseen: 'of a sealed value, which is counted' },
    },
    former_tag: {
      desks: 'free',
      lost: null,
      meets: { value_id: 'same' },
      columns: {
        nobody: 'field, tier, epoch, valid_from, valid_until',
        rows: { value_id: 'sealed_value', import_id: 'import_run' },
        person: 'person_id',
        personal: { tag: 'tag' },
      },
      ofPeople: { kept: 'person', erased: 'by-number', merged: 'history' },
      shown: {
        ...NOWHERE,
        unseen: 'by which whoever asks who looked at a former value is found; the value is gone',
      },
    },
    former_keys: { desks: 'coordinated', columns: { nobody: 'tier, sealed' }, shown: NOWHERE },
  },
});
