/** What another desk has written of a change that was not kept: whatever stands there, the list shows nothing of it in clear, and is there. */
import { expect, it } from 'vitest';
import type { LossView } from '../../contract/losses/routes.ts';
import { sql } from '../../main/vault/store/sql.ts';
import { draftOf } from '../support/people-drafts.ts';
import { atRest } from '../support/second-desk.ts';
import { createHarness } from '../support/vault-harness.ts';

const SECRET = '欧阳机密13912345678';
const NOBODY = 99_999;

interface Planted {
  readonly table?: string;
  readonly why?: string;
  readonly key?: string;
  readonly content: unknown;
  readonly person?: number | null;
  readonly at?: number;
}

/** As a supervisor is told of them, each under what it is. */
async function listed(
  rows: Readonly<Record<string, Planted>>,
): Promise<readonly (readonly [string, LossView])[]> {
  const desk = await createHarness({ engine: 'better-sqlite3' });
  const personId = await desk.setUpWith(draftOf(7));
  const names = Object.keys(rows);
  await atRest(desk, 'better-sqlite3', async (store) => {
    for (const [n, row] of Object.values(rows).entries()) {
      const { table = 'person', why = 'changed', key = '[1]', content, person = personId, at = 1 } = row;
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      await store.runAlone(sql`INSERT INTO op_loss (desk, n, part, at, of_table, why, row_key, content, person_id)
        VALUES (3, ${n + 1}, 0, ${at}, ${table}, ${why}, ${key}, ${text}, ${person})`);
    }
  });
  await desk.unlock('supervisor');
  const { losses } = await desk.call('losses.list', {});
  expect(losses.map(({ n }) => n).toSorted((a, b) => a - b)).toEqual(names.map((_, at) => at + 1));
  for (const hidden of ['机密', '13912345678']) expect(JSON.stringify(losses)).not.toContain(hidden);
  return losses.map((loss) => [names[loss.n - 1]!, loss]);
}

const row = { id: 1, name: SECRET };
const phone = (mask: string): Planted => ({
  table: 'sealed_value',
  content: { row: { field: 'phone', mask } },
});

it('a change that was not kept is listed as what cannot be read, whatever of it is not as a desk writes it', async () => {
  const views = await listed({
    'no table': { table: SECRET, content: { row } },
    'a table that no other desk writes': { table: 'local_state', content: { row: {} } },
    'a name that every object has': { table: 'constructor', content: { row } },
    'no reason': { why: SECRET, content: { row } },
    'no key': { key: SECRET, content: { row } },
    'no JSON': { content: `{"row":{"name":"${SECRET}"` },
    'no row': { content: { row: [SECRET] } },
    'no column': { content: { row: { ...row, [SECRET]: 1 } } },
    'a value within a value': { content: { row: { name: { deep: SECRET } } } },
    'more beside the row': { content: { row, more: SECRET } },
  });
  const unreadable = { why: null, kind: null, personId: null, personMask: null, room: null, mask: null };
  for (const [what, view] of views) expect(view, what).toMatchObject(unreadable);
});

it('a change that was not kept shows nothing in clear, whatever stands in the place of a name, a plate, a mask or words', async () => {
  const views = await listed({
    'a name of two lines': { content: { columns: ['name'], row: { id: 1, name: `${SECRET}\n${SECRET}` } } },
    'a row beyond all measure': { content: { row: { name: SECRET.repeat(9000) } } },
    'words about anything': {
      table: 'incident',
      person: null,
      content: { row: { title: SECRET, authority_text: SECRET } },
    },
    'a value in the place of its mask': phone(SECRET),
    'a value beside a star': phone('*13912345678'),
    'a mask that hides what it shows': phone('*机密\u202e'),
    'no field': { table: 'sealed_value', content: { row: { field: SECRET, mask: '1****2' } } },
    'a plate': { table: 'vehicle', content: { row: { plate: SECRET } } },
    'a time beyond all times': { content: { row }, at: 2 ** 48 - 1 },
    'nobody who is on record': { ...phone('139****5678'), person: NOBODY },
  });
  const gone = views.find(([what]) => what.startsWith('nobody'))!;
  for (const [what, { why }] of views) expect(why, what).toBe('changed');
  expect(gone[1]).toMatchObject({ personId: null, personMask: null, mask: null });
});
