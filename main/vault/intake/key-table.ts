/** Collects the search keys of an import in the order of their index, in which the store writes each page once. */
import type { SqlValue } from '../store/sql.ts';
import type { Pace } from './progress.ts';

type KeyRow = readonly [key: string, id: number];

export interface KeyTable {
  readonly text: string;
  /** Empty until they are sorted. */
  readonly values: readonly (readonly SqlValue[])[];
  add(id: number, keys: readonly string[]): void;
  /** By parts, so that others get their turn. Nothing is added afterwards. */
  sort(pace: Pick<Pace, 'breathe'>): Promise<void>;
}

/** `text` inserts one key and its id. */
export function createKeyTable(text: string): KeyTable {
  const parts = new Map<string, KeyRow[]>();
  const values: KeyRow[] = [];
  return {
    text, values,
    add(id, keys) {
      for (const key of keys) {
        const start = key.slice(0, 2);
        const part = parts.get(start);
        if (part === undefined) parts.set(start, [[key, id]]);
        else part.push([key, id]);
      }
    },
    async sort(pace) {
      for (const start of [...parts.keys()].sort(inOrder)) {
        for (const row of (parts.get(start) ?? []).sort(([a, m], [b, n]) => inOrder(a, b) || m - n)) values.push(row);
        parts.delete(start);
        await pace.breathe();
      }
    },
  };
}

/** Code units: the order of code points but for rare planes. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
