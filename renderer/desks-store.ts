/** How this desk stands with the others of its estate, as the vault says it; null where it is the only one, and while locked. */
import { createStore } from 'zustand/vanilla';
import type { DesksState } from '../contract/desks-state.ts';

export const createDesksStore = () =>
  createStore<{ readonly state: DesksState | null }>()(() => ({ state: null }));
