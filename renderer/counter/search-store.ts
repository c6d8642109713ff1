/** The results of the search box. The text itself is handed on and not kept; a reply that comes after a newer one is dropped. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { Failure } from '../../contract/result.ts';
import type { MaskedPersonRow, SearchReply } from '../../contract/views.ts';
import type { SearchKind } from '../../contract/search-kinds.ts';

export type SearchItem =
  | { readonly type: 'heading'; readonly kind: SearchKind; readonly more: boolean }
  | { readonly type: 'row'; readonly kind: SearchKind; readonly row: MaskedPersonRow; readonly position: number };

export interface SearchState {
  /** Grows with each search; what is shown elsewhere (a revealed value) is hidden when it does. */
  readonly seq: number;
  readonly asked: boolean;
  readonly items: readonly SearchItem[];
  readonly count: number;
  /** Position of the chosen row among the rows, from 0. */
  readonly active: number;
  readonly failure: Failure | null;
  /** The one kind that is shown, where more of it was asked for. */
  readonly only: SearchKind | null;
  readonly search: (text: string, only?: SearchKind) => Promise<void>;
  readonly move: (by: number) => void;
  readonly choose: (position: number) => void;
}

export const createSearchStore = (ask: Bridge['vault']['people.search']) => createStore<SearchState>()((set, get) => ({
  seq: 0, asked: false, items: [], count: 0, active: 0, failure: null, only: null,

  search: async (text, only) => {
    const seq = get().seq + 1;
    set({ seq });
    if (text.trim() === '') return set({ asked: false, items: [], count: 0, active: 0, failure: null, only: null });
    const reply = await ask(only === undefined ? { text } : { text, only });
    if (get().seq !== seq) return;
    if (!reply.ok) return set({ failure: reply.error });
    const items = layOut(reply.value);
    set({ asked: true, items, count: items.reduce((sum, item) => sum + (item.type === 'row' ? 1 : 0), 0), active: 0, failure: null, only: only ?? null });
  },

  move: (by) => {
    const { active, count } = get();
    if (count > 0) set({ active: Math.min(count - 1, Math.max(0, active + by)) });
  },

  choose: (position) => set({ active: position }),
}));

/** Groups and their rows as one list, for the virtual list. Empty groups have no heading. */
export function layOut(reply: SearchReply): readonly SearchItem[] {
  const items: SearchItem[] = [];
  let position = 0;
  for (const group of reply.groups) {
    if (group.rows.length === 0) continue;
    items.push({ type: 'heading', kind: group.kind, more: group.more });
    for (const row of group.rows) items.push({ type: 'row', kind: group.kind, row, position: position++ });
  }
  return items;
}

/** The row at a position, if there is one. */
export function rowAt(items: readonly SearchItem[], position: number): MaskedPersonRow | null {
  const found = items.find((item) => item.type === 'row' && item.position === position);
  return found?.type === 'row' ? found.row : null;
}
