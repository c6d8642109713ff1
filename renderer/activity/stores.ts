/** The store of the overview, made once over the bridge. */
import { createStore } from 'zustand/vanilla';
import type { SupervisionView } from '../../contract/activity/routes.ts';
import { bridge } from '../bridge.ts';
import { createActivityStore } from './activity-store.ts';

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
