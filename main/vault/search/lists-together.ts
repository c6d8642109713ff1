/**
 * Reads several lists in one statement, each as one JSON text: a round trip to the engine's thread takes
 * longer than a search, and so does converting each row value by value (decision 0010).
 */
import type { Sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import type { PersonListRow } from './rows.ts';

/** The columns that a list's query must return; values are in this order. */
const COLUMNS = 'id, ref, kind, name, pinyin, room_label, relation, room_until, phone_mask, plate, former';
type Values = readonly [
  id: PersonListRow['id'],
  ref: number,
  kind: PersonListRow['kind'],
  name: string,
  pinyin: string | null,
  roomLabel: string | null,
  relation: PersonListRow['relation'],
  roomUntil: string | null,
  phoneMask: string | null,
  plate: string | null,
  former: number,
];

interface Asked {
  readonly query: Sql;
  readonly resolve: (rows: readonly PersonListRow[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Reads lists and single rows. */
export interface Lists {
  /** The rows of a query, in its order. */
  read(query: Sql): Promise<readonly PersonListRow[]>;
  get: ReadableStore['get'];
}

/** One statement for several queries: its row has one JSON text for each, `list0`, `list1` … */
export const together = (queries: readonly Sql[]): Sql => ({
  text: `SELECT ${queries.map(({ text }, index) => `(SELECT json_group_array(json_array(${COLUMNS})) FROM (${text})) AS list${index}`).join(', ')}`,
  values: queries.flatMap(({ values }) => values),
});

const rowsOf = (text: string): readonly PersonListRow[] =>
  (JSON.parse(text) as readonly Values[]).map(
    ([id, ref, kind, name, pinyin, room_label, relation, room_until, phone_mask, plate, former]) => ({
      id,
      ref,
      kind,
      name,
      pinyin,
      room_label,
      relation,
      room_until,
      phone_mask,
      plate,
      former,
    }),
  );

/** Reads requested in the same microtask are combined into one statement. */
export function readListsTogether(store: ReadableStore): Lists {
  let waiting: Asked[] = [];

  async function readAll(): Promise<void> {
    const asked = waiting;
    waiting = [];
    try {
      const lists = await store.get<Readonly<Record<`list${number}`, string>>>(
        together(asked.map(({ query }) => query)),
      );
      for (const [index, { resolve }] of asked.entries()) resolve(rowsOf(lists?.[`list${index}`] ?? '[]'));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }

  return {
    get: (query) => store.get(query),
    read: (query) =>
      new Promise((resolve, reject) => {
        waiting.push({ query, resolve, reject });
        if (waiting.length === 1) queueMicrotask(() => void readAll());
      }),
  };
}
