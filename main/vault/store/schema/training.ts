/** Training is read from the log, who has passed what and the rule by which it is passed; papers of quizzes lie here, under their hashes. */
import { NOWHERE, defineSchema } from './feature-schema.ts';

export const trainingSchema = defineSchema({
  statements: [
    'CREATE TABLE quiz_paper (sha256 TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID',
    `CREATE INDEX log_entry_training ON log_entry (seq) WHERE action IN ('training', 'training-practice')`,
    `CREATE INDEX log_entry_training_rule ON log_entry (seq) WHERE action = 'training-rule'`,
  ],
  tables: {
    quiz_paper: {
      desks: 'free',
      lost: 'training',
      meets: { sha256: 'same' },
      columns: { nobody: 'sha256, content' },
      shown: NOWHERE,
    },
  },
});
