/** An import that is undone after somebody of it was deleted for good brings nobody back. */
import { describe, expect, it } from 'vitest';
import { USUAL_MASKS } from '../../../contract/policy/lists.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { deletePeople } from '../../../main/vault/erasure/delete-people.ts';
import { createTraces } from '../../../main/vault/erasure/erased-values.ts';
import { checkUndo } from '../../../main/vault/import/undo-import.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { type ImportDesk, makeImportDesk, sheet } from '../../support/import-desk.ts';
import { idNumberOf, phoneOf } from '../../support/people-drafts.ts';

const row = (room: string, name: string, n: number, sex = '男') =>
  [room, name, sex, phoneOf(n), idNumberOf(n), '业主'] as const;
const BEFORE = sheet(row('1-1-101', '石甲', 1), row('1-1-102', '石乙', 2));
/** Changes one of them, and makes a third. */
const AFTER = sheet(row('1-1-101', '石甲', 1, '女'), row('1-1-103', '石丙', 3));

describe.each(FEATURE_ENGINES)('an undo on $name', (engine) => {
  const erase = async ({ desk }: ImportDesk, name: string): Promise<void> => {
    const { id } = (await desk.store.get<{ readonly id: PersonId }>(
      sql`SELECT id FROM person WHERE name = ${name}`,
    ))!;
    await desk.store.transaction(async (tx) => {
      await tx.run(sql`
        INSERT INTO erasure (id, cause, basis, people, held, rows, begun_at, done_at, made_by) VALUES (1, 'request', '', 1, 0, '{}', 0, 0, 's')`);
      await deletePeople(tx, [id], 1, createTraces());
    });
  };
  /** But for the last row that every sheet of these has. */
  const namesOf = async ({ desk }: ImportDesk) =>
    (
      await desk.store.all<{ readonly name: string }>(
        sql`SELECT name FROM person WHERE name <> '尾行' ORDER BY id`,
      )
    ).map(({ name }) => name);

  it('of an import that had made them takes the others back and leaves them gone', async () => {
    const desk = await makeImportDesk(engine);
    await desk.import(BEFORE);
    const { importId } = await desk.import(sheet(row('1-1-103', '石丙', 3), row('1-1-104', '石丁', 4)));
    await erase(desk, '石丙');
    await desk.undo(importId);
    expect(await namesOf(desk)).toEqual(['石甲', '石乙']);
  });

  it('of an import that had changed them is refused, since what it kept of them went with them', async () => {
    const desk = await makeImportDesk(engine);
    await desk.import(BEFORE);
    const { importId } = await desk.import(AFTER);
    await erase(desk, '石甲');
    expect(
      await desk.desk.store.all(
        sql`SELECT 1 FROM import_person UNION ALL SELECT 1 FROM import_digest WHERE import_id = ${importId}`,
      ),
    ).toEqual([]);
    await expect(checkUndo(desk.desk.store, USUAL_MASKS, importId)).rejects.toMatchObject({
      code: 'import-journal-gone',
    });
    expect(await namesOf(desk)).toEqual(['石乙', '石丙']);
  });
});
