/** The stores of the overview and of supervision, made once over the bridge. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { Failure } from '../../contract/result.ts';
import type { ActivityView, SupervisionView } from '../../contract/activity/routes.ts';
import { bridge } from '../bridge.ts';

export interface ActivityState {
  /** As it was counted last; it stays while it is counted again. */
  readonly view: ActivityView | null;
  /** Entries; null where nothing is being counted. */
  readonly progress: { readonly counted: number; readonly of: number } | null;
  readonly failure: Failure | null;
  readonly read: () => Promise<void>;
  /** Asks no further; what the vault has counted it keeps. */
  readonly stop: () => void;
}

/** The overview: asked for again and again while the vault counts the log, until it is counted. */
const createActivityStore = (ask: Pick<Bridge['vault'], 'activity.read'>) => {
  let asked = 0;
  return createStore<ActivityState>()((set) => ({
    view: null,
    progress: null,
    failure: null,

    read: async () => {
      const mine = ++asked;
      set({ failure: null, progress: null });
      for (;;) {
        const reply = await ask['activity.read']({});
        if (mine !== asked) return;
        if (!reply.ok) return set({ failure: reply.error, progress: null });
        if (reply.value.state === 'counted') return set({ view: reply.value.view, progress: null });
        const { counted, of } = reply.value;
        set({ progress: { counted, of } });
      }
    },

    stop: () => {
      asked++;
      set({ progress: null });
    },
  }));
};

export const activityStore = createActivityStore(bridge.vault);

/** How it stands with spot checks and reports. */
export const supervisionStore = createStore<{
  readonly view: SupervisionView | null;
  readonly read: () => Promise<void>;
  readonly show: (view: SupervisionView) => void;
}>()((set) => ({
  view: null,
  read: async () => {
    const reply = await bridge.vault['activity.supervision']({});
    if (reply.ok) set({ view: reply.value });
  },
  show: (view) => set({ view }),
}));
