/** Notice and consent as they were last read: counts and masks alone. */
import { createStore } from 'zustand/vanilla';
import type { MissingKind } from '../../contract/consent/lists.ts';
import type { ConsentSummary, MissingRow } from '../../contract/consent/routes.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { bridge } from '../bridge.ts';
import { newestReply } from '../pages/newest-reply.ts';

type Rules = RouteReply<'consent.rules'>;

export interface RulesState {
  /** Null until they were read. */
  readonly rules: Rules | null;
  readonly read: () => Promise<void>;
}

export const consentRulesStore = createStore<RulesState>()((set) => {
  const newest = newestReply(() => bridge.vault['consent.rules']({}));
  return {
    rules: null,
    read: async () => {
      const reply = await newest();
      if (reply?.ok === true) set({ rules: reply.value });
    },
  };
});

export interface ConsentState {
  /** Null until it was read. */
  readonly summary: ConsentSummary | null;
  readonly failure: Failure | null;
  /** Kind of gap that the work list shows; `rows` are those read so far. */
  readonly kind: MissingKind;
  readonly rows: readonly MissingRow[] | null;
  readonly next: RouteReply<'consent.missing'>['next'];
  readonly read: () => Promise<void>;
  readonly show: (summary: ConsentSummary) => void;
  readonly choose: (kind: MissingKind) => Promise<void>;
  readonly more: () => Promise<void>;
}

export const consentStore = createStore<ConsentState>()((set, get) => {
  const newest = newestReply(() => bridge.vault['consent.summary']({}));
  let asked = 0;
  const list = async (after: ConsentState['next']): Promise<void> => {
    const mine = ++asked;
    const { kind } = get();
    const reply = await bridge.vault['consent.missing']({ kind, after });
    if (mine !== asked) return;
    if (!reply.ok) return set({ failure: reply.error });
    const before = after === null ? [] : (get().rows ?? []);
    set({ rows: [...before, ...reply.value.rows], next: reply.value.next, failure: null });
  };
  return {
    summary: null,
    failure: null,
    kind: 'notice',
    rows: null,
    next: null,
    read: async () => {
      const reply = await newest();
      if (reply === null) return;
      if (!reply.ok) return set({ failure: reply.error });
      set({ summary: reply.value, failure: null });
      await list(null);
    },
    show: (summary) => {
      set({ summary });
      void list(null);
    },
    choose: async (kind) => {
      set({ kind, rows: null, next: null });
      await list(null);
    },
    more: async () => {
      const { next } = get();
      if (next !== null) await list(next);
    },
  };
});
