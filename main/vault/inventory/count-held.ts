/** How many values and records are held, and of how many people. */
import type { FieldId } from '../../../contract/fields.ts';
import type { InventoryItemId } from '../../../contract/inventory/lists.ts';
import { allEnded } from '../long-work/all-ended.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { TABLES, TABLE_NAMES } from '../store/tables.ts';
import { countOf } from '../store/rows.ts';

/** Counts of the whole store. */
export interface Held {
  readonly of: ReadonlyMap<InventoryItemId, number>;
  /** Natural persons, whoever lives here and whoever did. */
  readonly people: number;
  readonly companies: number;
}

interface Counted<K> {
  readonly what: K;
  readonly n: number;
}

/** Queries of the counts, exported for the test of their plans. */
export const HELD_QUERIES = {
  sealed: sql`SELECT field AS what, count(*) AS n FROM sealed_value WHERE replaced_at IS NULL GROUP BY field`,
  people: sql`SELECT kind, sex, count(*) AS n FROM person GROUP BY kind, sex`,
  idTypes: sql`SELECT count(*) AS n FROM person WHERE id_type IS NOT NULL`,
} as const;

/** Of tables not each of whose rows has what its line names: which do. */
const HAS_IT: Readonly<Record<string, string>> = {
  subject_request: 'agent IS NOT NULL',
  disclosure: `officer <> ''`,
  company_fact: `name IN ('informationOfficer', 'networkOfficer') AND value <> ''`,
};

/** Tables each of whose rows is one of its lines. Values are counted by their field, people by what they are. */
const ROW_BY_ROW = TABLE_NAMES.flatMap((table) => {
  const items = TABLES[table].shown.inventory;
  const isOneEach = items.length > 0 && table !== 'person' && table !== 'sealed_value';
  return isOneEach ? [[table, items] as const] : [];
});

/** Errors: those of the store. */
export async function countHeld({ store }: { readonly store: ReadableStore }): Promise<Held> {
  const [sealed, { people, companies, sexes }, idTypes, ...counts] = await allEnded([
    store.all<Counted<FieldId>>(HELD_QUERIES.sealed),
    countPeople({ store }),
    countOf(store, HELD_QUERIES.idTypes),
    ...ROW_BY_ROW.map(([table]) => countRows(store, table)),
  ]);
  const of = new Map<InventoryItemId, number>([
    ['name', people + companies],
    ['sex', sexes],
    ['idType', idTypes],
    ...sealed.map(({ what, n }) => [what, n] as const),
  ]);
  for (const [at, [, items]] of ROW_BY_ROW.entries())
    for (const item of items) of.set(item, (of.get(item) ?? 0) + (counts[at] ?? 0));
  return { people, companies, of };
}

/** How many natural persons and companies there are, and of how many the sex is kept. */
export async function countPeople({ store }: { readonly store: ReadableStore }): Promise<{
  readonly people: number;
  readonly companies: number;
  readonly sexes: number;
}> {
  const rows = await store.all<{ readonly kind: string; readonly sex: string; readonly n: number }>(
    HELD_QUERIES.people,
  );
  const sum = (which: (row: (typeof rows)[number]) => boolean): number =>
    rows.filter(which).reduce((total, { n }) => total + n, 0);
  return {
    people: sum(({ kind }) => kind === 'person'),
    companies: sum(({ kind }) => kind === 'company'),
    sexes: sum(({ sex }) => sex !== 'unknown'),
  };
}

const countRows = (store: ReadableStore, table: string): Promise<number> =>
  countOf(store, { text: `SELECT count(*) AS n FROM ${table} WHERE ${HAS_IT[table] ?? '1'}`, values: [] });

/** Whether there is any value of a line. */
export async function isHeld(store: ReadableStore, item: InventoryItemId): Promise<boolean> {
  const held = await countHeld({ store });
  return (held.of.get(item) ?? 0) > 0;
}
