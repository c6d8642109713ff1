/** Byte strings by which somebody's rows would be found in the pages of the file: how the rows lie there, whole enough to be nobody else's. */
import type { PersonId } from '../../../contract/ids.ts';
import { utf8 } from '../crypto/bytes.ts';
import { type ByteStrings, createByteStrings } from '../store/engine/page-search.ts';
import { HAD } from '../store/follow-merges.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { type TableName, columnsOfClass, linksOf, personColumns, tablesErased } from '../store/tables.ts';

/** Bytes of a ciphertext or a tag that are looked for: random, so that none is met by chance. */
const RANDOM_BYTES = 8;

/** Byte strings that are collected while rows go, to be looked for afterwards, as often as needed. */
export interface Traces {
  add(bytes: Uint8Array): void;
  /** A key of search, which may be part of somebody else's: where it is met every page is written anew, and what is met then is not theirs. */
  addHint(bytes: Uint8Array): void;
  /** Adds those of another. */
  take(other: Traces): void;
  /** A new set of them, of which none was met yet. */
  toStrings(of: 'all' | 'certain'): ByteStrings;
  /** Each of them but the hints. */
  certain(): Iterable<Uint8Array>;
  readonly hints: readonly Uint8Array[];
}

/** Those of random bytes lie in one array: of a hundred thousand people there are a million. */
export function createTraces(): Traces {
  let heads = new Uint8Array(1024);
  let used = 0;
  const texts: Uint8Array[] = [];
  const hints: Uint8Array[] = [];
  const traces: Traces = {
    hints,
    addHint: (bytes) => void hints.push(Uint8Array.from(bytes)),
    add(bytes) {
      if (bytes.length !== RANDOM_BYTES) {
        texts.push(Uint8Array.from(bytes));
        return;
      }
      if (used + RANDOM_BYTES > heads.length) {
        const larger = new Uint8Array(2 * heads.length);
        larger.set(heads);
        heads = larger;
      }
      heads.set(bytes, used);
      used += RANDOM_BYTES;
    },
    take(other) {
      for (const bytes of other.certain()) traces.add(bytes);
      hints.push(...other.hints);
    },
    toStrings(of) {
      const strings = createByteStrings();
      for (const bytes of traces.certain()) strings.add(bytes);
      if (of === 'all') for (const bytes of hints) strings.add(bytes);
      return strings;
    },
    *certain() {
      for (let at = 0; at < used; at += RANDOM_BYTES) yield heads.subarray(at, at + RANDOM_BYTES);
      yield* texts;
    },
  };
  return traces;
}

/** A name or a plate as the store writes it. Somebody else may have the same. */
export type NameTrace = (
  | { readonly of: 'name'; readonly name: string; readonly sex: string }
  | { readonly of: 'plate'; readonly plate: string }
) & { readonly bytes: readonly Uint8Array[] };

/** Names and plates, looked for only where nobody else has them (`stillShared`, once they are gone). */
export async function collectNames(store: ReadableStore, personId: PersonId): Promise<readonly NameTrace[]> {
  const people = await store.all<{ readonly name: string; readonly sex: string }>(
    sql`SELECT name, sex FROM person WHERE id = ${personId}`,
  );
  const plates = await store.all<{ readonly plate: string }>(
    sql`SELECT plate FROM vehicle WHERE person_id = ${personId}`,
  );
  return [
    ...people.map(({ name, sex }) => ({
      of: 'name' as const,
      name,
      sex,
      // In a row of people the two lie side by side; in what was kept for an undo the name is JSON.
      bytes: [utf8(name + sex), utf8(`"name":${JSON.stringify(name)}`)],
    })),
    ...plates.map(({ plate }) => ({ of: 'plate' as const, plate, bytes: [utf8(plate)] })),
  ];
}

/** Whether somebody else is called the same, or has the same plate. */
export async function stillShared(store: ReadableStore, trace: NameTrace): Promise<boolean> {
  const row =
    trace.of === 'name'
      ? await store.get(sql`SELECT 1 FROM person WHERE name = ${trace.name} LIMIT 1`)
      : await store.get(sql`SELECT 1 FROM plate_key WHERE key = ${trace.plate} LIMIT 1`);
  return row !== undefined;
}

/** Keys by which names and phones are found, the longer ones. */
export async function collectKeys(store: ReadableStore, personId: PersonId): Promise<readonly SearchKey[]> {
  return store.all<SearchKey>(sql`
    SELECT 'name_key' AS "table", key FROM name_key WHERE person_id = ${personId} AND length(key) >= ${RANDOM_BYTES}
    UNION ALL SELECT 'phone_key', key FROM phone_key WHERE person_id = ${personId} AND length(key) >= ${RANDOM_BYTES}`);
}

/** A key of search, and the table that has it. */
export interface SearchKey {
  readonly table: 'name_key' | 'phone_key';
  readonly key: string;
}

/** Whether somebody else has the key, or one that begins with it. */
export async function isKeyShared(store: ReadableStore, { table, key }: SearchKey): Promise<boolean> {
  const row = await store.get({
    text: `SELECT 1 FROM ${table} WHERE key >= ? AND key < ? LIMIT 1`,
    values: [key, `${key}\u{10ffff}`],
  });
  return row !== undefined;
}

/** Adds ciphertexts, of notes too, and tags, also those of values that were replaced. Returns the batches in which the values were sealed. */
export async function collectValues(
  store: ReadableStore,
  personId: PersonId,
  traces: Traces,
): Promise<readonly number[]> {
  const rows = await store.all<{ readonly head: Uint8Array; readonly batch: number | null }>({
    text: RANDOM_VALUES,
    values: [personId],
  });
  for (const { head } of rows) traces.add(head);
  return rows.flatMap(({ batch }) => batch ?? []);
}

/** Beginnings of every random value that goes with somebody: in their rows, and in rows of theirs. */
const RANDOM_VALUES = `${HAD} ${[...tablesErased('cascade'), ...tablesErased('by-number')]
  .flatMap((table) =>
    (['sealed', 'tag'] as const).flatMap((its) =>
      columnsOfClass(table, its).map((column) => {
        const batch = linksOf(table).find(([, to]) => to === 'seal_batch')?.[0] ?? 'NULL';
        return `SELECT substr(${column}, 1, ${RANDOM_BYTES}) AS head, ${batch} AS batch FROM ${table} WHERE ${theirs(table)}`;
      }),
    ),
  )
  .join(' UNION ALL ')}`;

/** SQL: whether a row is of somebody among `had`, by its own column or by the row that it belongs to. */
function theirs(table: TableName): string {
  const [column] = personColumns(table);
  if (column !== undefined) return `${column} IN (SELECT id FROM had)`;
  const [link, owner] = linksOf(table).find(([, to]) => personColumns(to).length > 0) ?? [];
  if (link === undefined || owner === undefined) throw new RangeError(`nobody's rows: ${table}`);
  return `${link} IN (SELECT id FROM ${owner} WHERE ${theirs(owner)})`;
}
