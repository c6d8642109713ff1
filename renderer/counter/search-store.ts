/** The results of the search box. The text itself is handed on and not kept; a reply that comes after a newer one is dropped. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import { type Failure, assertNever } from '../../contract/result.ts';
import type { MaskedPersonRow, RoomElsewhere, SearchReply } from '../../contract/search/views.ts';
import type { PersonId } from '../../contract/ids.ts';
import type { SearchKind } from '../../contract/search/lists.ts';
import { groupByRoom, isShort } from './by-room.ts';
import { looksLikeId } from './number-mode.ts';

/** Key that people were found by: a whole ID number, with a supervisor's PIN, beside the kinds of a search. */
export type FoundBy = SearchKind | 'idNumber';

export type SearchItem =
  | { readonly type: 'heading'; readonly kind: FoundBy; readonly more: boolean }
  /** Where the rows `within` after it live, two at the least; `first` is the position of the first of them. */
  | {
      readonly type: 'room';
      readonly kind: FoundBy;
      readonly label: string | null;
      readonly matched: MaskedPersonRow['matched']['room'];
      readonly first: number;
    }
  /** A person under the line of their room, or alone in it: with the room in one line. */
  | {
      readonly type: 'within' | 'alone';
      readonly kind: FoundBy;
      readonly row: MaskedPersonRow;
      readonly position: number;
    };
type PersonItem = Extract<SearchItem, { readonly type: 'within' | 'alone' }>;
export const isPerson = (item: SearchItem | undefined): item is PersonItem =>
  item?.type === 'within' || item?.type === 'alone';

export interface SearchState {
  /** Grows with each search; what is shown elsewhere (a revealed value) is hidden when it does. */
  readonly seq: number;
  readonly asked: boolean;
  /** Something else was looked for since a record was opened: on a small window the list is in front of it. */
  readonly isFresh: boolean;
  /** A question is under way. */
  readonly waiting: boolean;
  readonly items: readonly SearchItem[];
  readonly count: number;
  /** Position of the chosen row among the rows, from 0. */
  readonly active: number;
  readonly failure: Failure | null;
  /** Rooms of that text that are another desk's. */
  readonly elsewhere: readonly RoomElsewhere[];
  /** The one kind that is shown, where more of it was asked for. */
  readonly only: SearchKind | null;
  /** By what the next fifty of that kind are asked for; null where there are none, or while they are on their way. */
  readonly next: number | null;
  /** The text may be an ID number; `answered` once a supervisor has let it be looked for. */
  readonly id: 'none' | 'typed' | 'answered';
  readonly search: (text: string, only?: SearchKind) => Promise<void>;
  /** Resolves once the latest question is answered: to false where another was asked meanwhile. */
  readonly answered: () => Promise<boolean>;
  /** People whose ID number it is. */
  readonly takeFound: (seq: number, rows: readonly MaskedPersonRow[]) => void;
  readonly showNext: () => Promise<void>;
  readonly move: (by: number) => void;
  readonly choose: (position: number) => void;
  /** Asks once more after a change of somebody, who is chosen where they are listed. */
  readonly refresh: (text: string, personId: PersonId) => Promise<void>;
}

const NOTHING = {
  isFresh: false,
  waiting: false,
  asked: false,
  items: [],
  count: 0,
  active: 0,
  failure: null,
  elsewhere: [],
  only: null,
  next: null,
  id: 'none',
} as const;

export const createSearchStore = (
  ask: Bridge['vault']['people.search'],
  askNext: Bridge['vault']['people.searchNext'],
) =>
  createStore<SearchState>()((set, get) => {
    let asking = Promise.resolve();

    const search = async (text: string, only?: SearchKind, isFresh = true): Promise<void> => {
      const { seq: before, asked, waiting } = get();
      const seq = before + 1;
      if (text.trim() === '') {
        set({ seq, ...NOTHING });
        // The search is over, and is entered before the next one waits for it.
        if (asked || waiting) void ask({ text: '' });
        return;
      }
      set({ seq, waiting: true, isFresh });
      const reply = await ask(only === undefined ? { text } : { text, only });
      if (get().seq !== seq) return;
      if (!reply.ok) return set({ ...NOTHING, failure: reply.error });
      const items = layOut(reply.value);
      set({
        waiting: false,
        asked: true,
        items,
        count: countRows(items),
        active: 0,
        failure: null,
        elsewhere: reply.value.elsewhere ?? [],
        only: only ?? null,
        next: reply.value.next,
        id: looksLikeId(text) ? 'typed' : 'none',
      });
    };

    return {
      seq: 0,
      ...NOTHING,

      search: (text, only) => (asking = search(text, only)),

      answered: async () => {
        const { seq } = get();
        await asking;
        return get().seq === seq;
      },

      takeFound: (seq, rows) => {
        if (get().seq !== seq) return;
        const items = layOutKinds([{ kind: 'idNumber', rows, more: false }]);
        set({ items, count: rows.length, active: 0, id: 'answered' });
      },

      showNext: async () => {
        const { seq, next } = get();
        if (next === null) return;
        set({ next: null });
        const reply = await askNext({ next });
        if (get().seq !== seq) return;
        if (!reply.ok) return set({ failure: reply.error });
        const items = goOn(get().items, reply.value);
        set({ items, count: countRows(items), next: reply.value.next });
      },

      move: (by) => {
        const { active, count } = get();
        if (count > 0) set({ active: Math.min(count - 1, Math.max(0, active + by)) });
      },

      choose: (position) => set({ active: position }),

      refresh: async (text, personId) => {
        const { asked, only } = get();
        if (!asked || text.trim() === '') return;
        await search(text, only ?? undefined, false);
        const { items, active } = get();
        const changed = items.filter(isPerson).find(({ row }) => row.personId === personId);
        set({ active: changed?.position ?? active });
      },
    };
  });

/** An answer as one list, for the virtual list: kinds of match, their rooms, the people of each. */
export const layOut = (reply: SearchReply): readonly SearchItem[] => layOutKinds(reply.groups);

interface FoundKind {
  readonly kind: FoundBy;
  readonly rows: readonly MaskedPersonRow[];
  readonly more: boolean;
}

/** A kind that nobody was found by has no heading. Rows are numbered over all kinds, from 0. */
function layOutKinds(kinds: readonly FoundKind[]): readonly SearchItem[] {
  const items: SearchItem[] = [];
  let position = 0;
  for (const { kind, rows, more } of kinds) {
    if (rows.length > 0) items.push({ type: 'heading', kind, more });
    for (const { rows: people } of groupByRoom(rows)) {
      const placed = people.map((row) => ({ kind, row, position: position++ }));
      const [first, ...others] = placed.map((one): PersonItem => ({ type: 'alone', ...one }));
      if (first !== undefined)
        items.push(
          ...(others.length === 0 && isShort(first.row.roomLabel) ? [first] : inOneRoom([first, ...others])),
        );
    }
  }
  return items;
}

/** The line of their room, and those who live there. */
function inOneRoom(people: readonly [PersonItem, ...PersonItem[]]): readonly SearchItem[] {
  const [{ kind, row, position: first }] = people;
  const matched = row.roomLabel === null ? [] : row.matched.room;
  return [
    { type: 'room', kind, label: row.roomLabel, matched, first },
    ...people.map((one): PersonItem => ({ ...one, type: 'within' })),
  ];
}

const countRows = (items: readonly SearchItem[]): number => items.filter(isPerson).length;

/**
 * The next rows of the one kind that is shown, behind those that stand there: nobody who was listed moves, and
 * a room that goes on is not named again.
 */
function goOn(items: readonly SearchItem[], reply: SearchReply): readonly SearchItem[] {
  const [heading, ...added] = layOut(reply).map((item) => shift(item, countRows(items)));
  if (heading === undefined) return items;
  const labelOf = (item: SearchItem | undefined): string | null | undefined =>
    isPerson(item) ? item.row.roomLabel : undefined;
  const last = items.findLast(isPerson);
  const goesOn = added.findIndex((item) => isPerson(item) && labelOf(item) !== labelOf(last));
  const more = added.slice(0, goesOn === -1 ? added.length : goesOn).filter(isPerson);
  const [first] = more;
  if (last === undefined || first === undefined || labelOf(first) !== labelOf(last))
    return [heading, ...items.slice(1), ...added];
  const after = added.slice(added.indexOf(more.at(-1) ?? first) + 1);
  const before = items.slice(1);
  const open =
    last.type === 'alone'
      ? [...before.slice(0, -1), ...inOneRoom([last, ...more])]
      : [...before, ...more.map((one): PersonItem => ({ ...one, type: 'within' }))];
  return [heading, ...open, ...after];
}

function shift(item: SearchItem, by: number): SearchItem {
  switch (item.type) {
    case 'heading':
      return item;
    case 'room':
      return { ...item, first: item.first + by };
    case 'within':
    case 'alone':
      return { ...item, position: item.position + by };
    default:
      return assertNever(item);
  }
}

/** How many rooms are listed that somebody was found in by that. */
export const countHomes = (items: readonly SearchItem[], by: FoundBy): number =>
  items.filter(({ type, kind }) => kind === by && (type === 'room' || type === 'alone')).length;

/** The row at a position, if there is one. */
export function rowAt(items: readonly SearchItem[], position: number): MaskedPersonRow | null {
  const found = items.find((item) => isPerson(item) && item.position === position);
  return isPerson(found) ? found.row : null;
}
