/** The register of other systems as it was last read. */
import { createStore } from 'zustand/vanilla';
import type { OtherSystem } from '../../contract/other-systems/routes.ts';
import type { Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';

export interface Register {
  readonly systems: readonly OtherSystem[];
}

export interface RegisterState {
  /** Null until it was read. */
  readonly systems: readonly OtherSystem[] | null;
  readonly failure: Failure | null;
  readonly read: () => Promise<void>;
  readonly show: (register: Register) => void;
}

export const registerStore = createStore<RegisterState>((set) => ({
  systems: null,
  failure: null,
  read: async () => {
    const reply = await bridge.vault['systems.list']({});
    set(reply.ok ? { systems: reply.value.systems, failure: null } : { failure: reply.error });
  },
  show: ({ systems }) => set({ systems }),
}));
