/** Emergencies: what nobody has acknowledged yet, the last that somebody has, and how it stands with the own ones. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteRequest } from '../../contract/routes.ts';
import type { EmergencyEvent, OwnEmergency } from '../../contract/tasks/views.ts';

export interface EmergencyState {
  readonly known: boolean;
  readonly open: readonly EmergencyEvent[];
  readonly seen: readonly EmergencyEvent[];
  /** Null until it was read. */
  readonly own: OwnEmergency | null;
  readonly failure: Failure | null;
  readonly read: () => Promise<void>;
  readonly readOwn: () => Promise<void>;
  /** Ends the own one: the failure, or null once it is over. */
  readonly end: () => Promise<Failure | null>;
  /** The failure, or null once it is acknowledged. The PIN goes through and is not kept. */
  readonly acknowledge: (request: RouteRequest<'emergency.acknowledge'>) => Promise<Failure | null>;
}

type Asked = Pick<
  Bridge['vault'],
  'emergency.list' | 'emergency.own' | 'emergency.end' | 'emergency.acknowledge'
>;

export const createEmergencyStore = (ask: Asked) =>
  createStore<EmergencyState>()((set, get) => ({
    known: false,
    open: [],
    seen: [],
    own: null,
    failure: null,

    read: async () => {
      const reply = await ask['emergency.list']({});
      set(reply.ok ? { known: true, failure: null, ...reply.value } : { failure: reply.error });
    },

    readOwn: async () => {
      const reply = await ask['emergency.own']({});
      if (reply.ok) set({ own: reply.value });
    },

    end: async () => {
      const reply = await ask['emergency.end']({});
      if (reply.ok) {
        set({ own: reply.value });
        return null;
      }
      // It may have ended by itself.
      await get().readOwn();
      return reply.error;
    },

    acknowledge: async (request) => {
      const reply = await ask['emergency.acknowledge'](request);
      if (!reply.ok) return reply.error;
      await get().read();
      await get().readOwn();
      return null;
    },
  }));
