/** Workbooks brought in: read, previewed, written as one, undone, disposed of. */
import { defineFeature, longWorkOf } from '../feature.ts';
import { createImportDesk } from './import-desk.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { readOpenFlags, settleFlag } from './open-flags.ts';
import { forgetOldSaid } from './said-before.ts';

const leads = {
  /** Whom it has added or changed. */
  import: (id: number) => sql`
  SELECT person_id AS personId, NULL AS roomId FROM import_person WHERE import_id = ${id}
  UNION SELECT p.id, NULL FROM import_range r JOIN person p ON p.id BETWEEN r.first_id AND r.last_id WHERE r.import_id = ${id} AND r.what = 'person'
  UNION SELECT NULL, room_id FROM import_room WHERE import_id = ${id}
  UNION SELECT NULL, o.id FROM import_range r JOIN room o ON o.id BETWEEN r.first_id AND r.last_id WHERE r.import_id = ${id} AND r.what = 'room'`,
};

export const importFeature = defineFeature((context) => {
  const imports = createImportDesk({
    work: longWorkOf(context, 'import.progress'),
    pickedFiles: context.pickedFiles,
    scanners: context.scanners,
  });
  return {
    leads,
    everyMinute: async ({ store, clock, readOnly, alarms }: Session) => {
      if (!readOnly && alarms.length === 0) await forgetOldSaid(store, clock.now()).catch(() => undefined);
    },
    handlers: {
      'import.open': imports.open,
      'import.keepAnswers': imports.keepAnswers,
      'import.sheet': imports.sheet,
      'import.preview': imports.preview,
      'import.apply': imports.apply,
      'import.cancel': async () => imports.cancel(),
      'import.forgetLayout': imports.forgetLayout,
      'import.saveRejects': imports.saveRejects,
      'import.dispose': imports.dispose,
      'import.list': imports.list,
      'import.flags': readOpenFlags,
      'import.settleFlag': settleFlag,
      'import.checkUndo': imports.checkUndo,
      'import.undo': imports.undo,
    },
  };
});
