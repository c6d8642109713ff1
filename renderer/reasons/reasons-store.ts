/** The reasons in force, and the list that an admin is about to choose. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import { toOneLine } from '../../contract/one-line.ts';
import type { ReasonId } from '../../contract/fields.ts';
import {
  type ListedReason,
  MAX_OWN_REASONS,
  type ReasonList,
  type ReasonWords,
  USUAL_REASONS,
  isOwn,
  nextOwnId,
} from '../../contract/reasons/lists.ts';
import type { ReasonsView } from '../../contract/reasons/routes.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteRequest } from '../../contract/routes.ts';

export interface ReasonsState {
  /** Null until it was read. */
  readonly view: ReasonsView | null;
  /** Those in force; the usual ones until they were read. The vault refuses what is not among them. */
  readonly list: ReasonList;
  /** Null while nothing is changed. */
  readonly draft: ReasonList | null;
  readonly busy: 'none' | 'reading' | 'saving';
  readonly failure: Failure | null;
  readonly read: () => Promise<void>;
  readonly choose: (list: ReasonList) => void;
  readonly discard: () => void;
  /** The PIN goes through and is not kept. */
  readonly save: (request: Omit<RouteRequest<'reasons.change'>, 'list'>) => Promise<void>;
}

type Asked = Pick<Bridge['vault'], 'reasons.read' | 'reasons.change'>;

export const createReasonsStore = (ask: Asked) =>
  createStore<ReasonsState>()((set, get) => ({
    view: null,
    list: USUAL_REASONS,
    draft: null,
    busy: 'none',
    failure: null,

    read: async () => {
      set({ busy: 'reading', failure: null, draft: null });
      const reply = await ask['reasons.read']({});
      set(reply.ok ? { busy: 'none', ...shown(reply.value) } : { busy: 'none', failure: reply.error });
    },

    choose: (list) => set({ draft: isSame(list, get().list) ? null : list }),
    discard: () => set({ draft: null, failure: null }),

    save: async (request) => {
      const { draft } = get();
      if (draft === null) return;
      set({ busy: 'saving', failure: null });
      const reply = await ask['reasons.change']({ ...request, list: draft });
      set(
        reply.ok
          ? { busy: 'none', draft: null, ...shown(reply.value) }
          : { busy: 'none', failure: reply.error },
      );
    },
  }));

const shown = (view: ReasonsView): Pick<ReasonsState, 'view' | 'list'> => ({ view, list: view.list });

const isSame = (one: ReasonList, other: ReasonList): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The list with one reason of it changed. */
export const withReason = (
  list: ReasonList,
  id: ReasonId,
  change: Partial<Pick<ListedReason, 'used' | 'ticket'>>,
): ReasonList => list.map((one) => (one.id === id ? { ...one, ...change } : one));

/** The list with one reason `by` places further down; unchanged where there is no such place. */
export function withMoved(list: ReasonList, id: ReasonId, by: 1 | -1): ReasonList {
  const from = list.findIndex((one) => one.id === id);
  const [moved, other] = [list[from], list[from + by]];
  if (moved === undefined || other === undefined) return list;
  return list.map((one, at) => (at === from ? other : at === from + by ? moved : one));
}

/** The list with a reason of one's own at its end. `en` may be empty: the Chinese holds for both then. */
export function withOwn(list: ReasonList, typed: ReasonWords): ReasonList {
  const [zh, en] = [typed.zh, typed.en].map((words) => toOneLine(words.normalize('NFC'))) as [string, string];
  return [
    ...list,
    { id: nextOwnId(list), words: { zh, en: en === '' ? zh : en }, used: true, ticket: false },
  ];
}

/** Whether another one may be added. */
export const hasRoom = (list: ReasonList): boolean =>
  list.filter(({ id }) => isOwn(id)).length < MAX_OWN_REASONS;
