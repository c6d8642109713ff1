/** Phones and ID numbers that were replaced stay traceable for as long as the record is there: by their tags, without the values. */
export const id = 590;

/** Kinds of its tables. */
export const tables = { former_tag: 'replicated', former_keys: 'replicated' } as const;

/**
 * Statements in the order in which they run. Whatever replaces a value does so by `replaced_at` and takes its tag afterwards, and whatever puts it back
 * clears it, so that the triggers see edits, imports, merges and their undos alike.
 */
export const statements: readonly string[] = [
  // `epoch` is that of the match key under which the tag was made first; `tag` is under every later one as well.
  `CREATE TABLE former_tag (
     value_id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL, field TEXT NOT NULL, tier TEXT NOT NULL, epoch INTEGER NOT NULL, tag BLOB NOT NULL,
     valid_from INTEGER NOT NULL, valid_until INTEGER NOT NULL, import_id INTEGER) STRICT`,
  `CREATE INDEX former_tag_tag ON former_tag (tag)`,
  `CREATE INDEX former_tag_person ON former_tag (person_id)`,
  `CREATE TABLE former_keys (tier TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT`,
  `CREATE TRIGGER former_tag_kept AFTER UPDATE OF replaced_at ON sealed_value
     WHEN OLD.replaced_at IS NULL AND NEW.replaced_at IS NOT NULL AND NEW.field IN ('phone', 'idNumber')
   BEGIN
     INSERT OR REPLACE INTO former_tag (value_id, person_id, field, tier, epoch, tag, valid_from, valid_until, import_id)
       SELECT NEW.id, NEW.person_id, NEW.field, t.tier, t.epoch, t.tag, NEW.created_at, NEW.replaced_at,
         (SELECT import_id FROM seal_batch WHERE id = OLD.batch_id)
       FROM match_tag t WHERE t.value_id = NEW.id;
   END`,
  `CREATE TRIGGER former_tag_back AFTER UPDATE OF replaced_at ON sealed_value
     WHEN OLD.replaced_at IS NOT NULL AND NEW.replaced_at IS NULL
   BEGIN
     DELETE FROM former_tag WHERE value_id = NEW.id;
   END`,
];
